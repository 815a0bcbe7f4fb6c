import type { Policy } from './policy.ts';
import { newSource, type SourceFrom, sourceId, type Team, type TeamSource } from './team-source.ts';

/** How long the text of a policy that is gone is kept, in case it comes back. */
const KEPT_MS = 7 * 24 * 60 * 60_000;

type FromPolicy = Pick<Policy, 'teamUrl' | 'teamSha256' | 'teamUpdate' | 'allowedSenders'>;

/** What the administrator has set, before anything was fetched. */
export function policySources({ teamUrl, teamSha256, teamUpdate, allowedSenders }: FromPolicy): readonly TeamSource[] {
  const ofUrl: SourceFrom[] = teamUrl === undefined ? [] : [{ kind: 'url', url: teamUrl }];
  const ofSenders = allowedSenders.map((extensionId): SourceFrom => ({ kind: 'sender', extensionId }));
  return [
    ...ofUrl.map((from) => newSource(from, { addedBy: 'policy', sha256: teamSha256, update: teamUpdate ?? 'ask' })),
    ...ofSenders.map((from) => newSource(from, { addedBy: 'policy' })),
  ];
}

/**
 * All sources that count now, with what is kept of each: the policy's first, then the user's. A policy wins over what the
 * user has chosen for the same source; where it leaves the choice, the user's stays.
 */
export function currentSources(policy: FromPolicy, { sources }: Team): readonly TeamSource[] {
  const byId = new Map(sources.map((source) => [sourceId(source), source]));
  const ofPolicy = policySources(policy).map((source): TeamSource => {
    const stored = byId.get(sourceId(source));
    if (!stored) return source;
    const isChosen = source.from.kind === 'sender' || policy.teamUpdate === undefined;
    const update = isChosen ? stored.update : source.update;
    return { ...stored, addedBy: 'policy', update, sha256: source.sha256 ?? stored.sha256 };
  });
  const ids = new Set(ofPolicy.map(sourceId));
  return [...ofPolicy, ...sources.filter((source) => source.addedBy === 'user' && !ids.has(sourceId(source)))];
}

/**
 * Changes one source; one that only the policy names so far is kept from now on. What the policy has set is not written
 * down as the user's own choice. Unknown ids change nothing.
 */
export function changeSource(
  policy: FromPolicy,
  team: Team,
  id: string,
  change: (source: TeamSource) => TeamSource,
): Team {
  const found = currentSources(policy, team).find((source) => sourceId(source) === id);
  if (!found) return team;
  const stored = team.sources.find((source) => sourceId(source) === id);
  const { update, ...changed } = change(found);
  const kept: TeamSource = {
    ...changed,
    addedBy: stored?.addedBy ?? found.addedBy,
    sha256: stored?.sha256,
    update: update === found.update ? (stored?.update ?? update) : update,
  };
  const sources = stored ? team.sources.map((source) => (source === stored ? kept : source)) : [...team.sources, kept];
  return { ...team, sources };
}

/** Lets go of what a policy brought that is gone for good. */
export function withoutStale(policy: FromPolicy, team: Team, now: number): Team {
  const ids = new Set(currentSources(policy, team).map(sourceId));
  const isKept = (source: TeamSource) => ids.has(sourceId(source)) || source.checkedAt > now - KEPT_MS;
  return team.sources.every(isKept) ? team : { ...team, sources: team.sources.filter(isKept) };
}

/** Adds a source of the user's; what is known of the same one already stays. */
export function withSource(team: Team, source: TeamSource): Team {
  const isKnown = team.sources.some((other) => sourceId(other) === sourceId(source) && other.addedBy === 'user');
  if (isKnown) return team;
  return { ...team, sources: [...withoutSource(team, sourceId(source)).sources, source] };
}

/** Takes a source out, with its texts. */
export function withoutSource(team: Team, id: string): Team {
  return { ...team, sources: team.sources.filter((source) => sourceId(source) !== id) };
}

/** Whether a source is fetched from the host of this address. */
export function sharesHost({ from }: TeamSource, url: string): boolean {
  return from.kind === 'url' && new URL(from.url).hostname === new URL(url).hostname;
}
