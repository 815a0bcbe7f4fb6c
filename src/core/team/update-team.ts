import type { Failed } from './judge-text.ts';
import { nextCheck } from './next-check.ts';
import { teamFailure } from './team-failure.ts';
import type { TeamCopy, TeamSource, UpdateMode, Validators } from './team-source.ts';

/** What a check or a message brought, judged and packed. */
export type Arrival =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'text'; readonly copy: TeamCopy; readonly validators: Validators }
  | Failed;

export interface Updated {
  readonly source: TeamSource;
  /** What there is to say of it. */
  readonly outcome: 'unchanged' | 'used' | 'waiting' | 'failed';
}

/**
 * Takes what came into a source. The last good text stays in use whatever comes, until another is used in its place: at
 * once where updates are automatic, else by the user. A text without a single role or base is never used by itself.
 *
 * @param now milliseconds since 1970
 * @param random from 0 to below 1, for when to check again
 */
export function updateTeam(source: TeamSource, arrival: Arrival, now: number, random: number): Updated {
  if (arrival.kind === 'failed') return failedSource(source, arrival, now, random);
  if (arrival.kind === 'text' && source.sha256 !== undefined && arrival.validators.sha256 !== source.sha256) {
    return failedSource(source, { kind: 'failed', failure: teamFailure('pin') }, now, random);
  }
  const good: TeamSource = { ...source, checkedAt: now, failure: undefined, failures: 0 };
  const checked = { ...good, nextAt: nextCheck(good, now, random) };
  return settle(arrival.kind === 'text' ? withText(checked, arrival.copy, arrival.validators) : checked, source);
}

function failedSource(source: TeamSource, { failure, retryAfterMs }: Failed, now: number, random: number): Updated {
  const next = { ...source, failure, failures: source.failures + 1 };
  return { source: { ...next, nextAt: nextCheck(next, now, random, retryAfterMs) }, outcome: 'failed' };
}

function withText(source: TeamSource, copy: TeamCopy, validators: Validators): TeamSource {
  const { used, pending } = source;
  // The packed text is taken anew even where it is the same: what storage has damaged is whole again.
  if (used?.checksum === copy.checksum) {
    return { ...source, validators, used: { ...copy, at: used.at }, pending: undefined, isSetAside: false };
  }
  if (pending?.checksum === copy.checksum) return { ...source, validators, pending: { ...copy, at: pending.at } };
  return { ...source, validators, pending: copy, isSetAside: false };
}

/** Uses what waits where nobody wants to be asked. */
function settle(source: TeamSource, before: TeamSource): Updated {
  const { pending } = source;
  if (pending && pending.usable > 0 && source.update === 'automatic') return { source: use(source), outcome: 'used' };
  const isNew = pending !== undefined && pending.checksum !== before.pending?.checksum;
  return { source, outcome: isNew ? 'waiting' : 'unchanged' };
}

function use(source: TeamSource): TeamSource {
  return { ...source, used: source.pending ?? source.used, pending: undefined, isSetAside: false };
}

/** The user has looked at what waits and wants it; nothing happens where something else waits by now. */
export function usePending(source: TeamSource, checksum: string): TeamSource {
  // The last text that was taken is the one that waits; a pin may have been set since.
  const fits = source.sha256 === undefined || source.sha256 === source.validators?.sha256;
  return fits && source.pending?.checksum === checksum ? use(source) : source;
}

/** The user has looked at what waits and does not want it now. It can still be looked at. */
export function setPendingAside(source: TeamSource, checksum: string): TeamSource {
  return source.pending?.checksum === checksum ? { ...source, isSetAside: true } : source;
}

/** The user chooses what becomes of changes; one that waits is used where nobody wants to be asked any more. */
export function withUpdateMode(source: TeamSource, update: UpdateMode): TeamSource {
  return settle({ ...source, update }, source).source;
}

/** What to ask with whether the text is still the same; undefined where a text has to come in any case. */
export function validatorsFor({ validators, sha256, used, pending }: TeamSource): Validators | undefined {
  if (!used && !pending) return undefined;
  return sha256 === undefined || sha256 === validators?.sha256 ? validators : undefined;
}
