import { randomBytes, randomInt } from 'node:crypto';
import type { PartitionId } from '../../src/core/console/partition.ts';
import { type Identity, switchedIdentity } from './identities.ts';
import type { View } from './sign-in-options.ts';
import type { Account } from './world.ts';

/** How a switched session shows itself; chosen by whoever switched. */
export interface Look {
  readonly displayName: string;
  readonly color: string;
}

export interface Session {
  readonly identity: Identity;
  /** Who signed in: it authorises every classic switch (contract §9). */
  readonly origin: Identity;
  readonly look: Look | undefined;
  /** The classic POST's token, as text; `getMbtc` hands it out in the form that the view asks for. */
  readonly csrf: string;
  /** The multi-session label; undefined in a classic session. */
  readonly differentiator: string | undefined;
  readonly started: Date;
}

/** At most this many identities at once in one browser (contract §5). */
export const SESSION_LIMIT = 5;

/** One browser's state in one partition, found again by its credentials cookie. */
export class BrowserState {
  readonly id = randomBytes(16).toString('hex');
  readonly partition: PartitionId;
  view: View;
  classic: Session | undefined;
  readonly multi = new Map<string, Session>();
  /** Switches that were granted and whose destination was not opened yet, by one-time code. */
  readonly granted = new Map<string, Session>();
  /** The token of the Switch Role page's own form. */
  readonly formToken = randomBytes(16).toString('hex');

  constructor(partition: PartitionId, view: View) {
    this.partition = partition;
    this.view = view;
  }

  /** The session of a console page: the host's label decides, and without a label the classic or the newest one. */
  sessionFor(differentiator: string | undefined): Session | undefined {
    const labelled = differentiator === undefined ? undefined : this.multi.get(differentiator);
    if (labelled || (differentiator !== undefined && !this.view.strangeHosts)) return labelled;
    return this.classic ?? [...this.multi.values()].at(-1);
  }

  isFull(identity: Identity): boolean {
    return this.multi.size >= SESSION_LIMIT && !this.sessionOf(identity);
  }

  /** Adds a multi-session session; the same identity's earlier session ends, and its label is given (§5, AESR #385). */
  add(session: Session): string | undefined {
    const earlier = this.sessionOf(session.identity);
    if (earlier?.differentiator !== undefined) this.multi.delete(earlier.differentiator);
    if (session.differentiator !== undefined) this.multi.set(session.differentiator, session);
    return earlier?.differentiator;
  }

  private sessionOf(identity: Identity): Session | undefined {
    return [...this.multi.values()].find((session) => session.identity.arn === identity.arn);
  }
}

/** The session right after signing in. */
export function signedInSession(identity: Identity, view: View, multiSession: boolean): Session {
  return {
    identity,
    origin: identity,
    look: undefined,
    csrf: newToken(view),
    differentiator: multiSession ? newDifferentiator(identity.account) : undefined,
    started: new Date(),
  };
}

/** The session after a switch; every session has a token of its own, so one kept from before no longer works. */
export function switchedSession(from: Session, account: Account, roleName: string, look: Look, view: View): Session {
  const authorising = from.differentiator === undefined ? from.origin : from.identity;
  return {
    identity: switchedIdentity(authorising, account.id, roleName),
    origin: from.origin,
    look,
    csrf: newToken(view),
    differentiator: from.differentiator === undefined ? undefined : newDifferentiator(account.id),
    started: new Date(),
  };
}

function newDifferentiator(account: string): string {
  return `${account}-${randomBytes(4).toString('hex')}`;
}

/** Opaque: digits where the page hands out a number, else with characters that break when a form encodes them wrongly. */
function newToken(view: View): string {
  return view.mbtc === 'number' ? `${randomInt(2 ** 32, 2 ** 47)}` : `${randomBytes(17).toString('base64')}+/&=`;
}
