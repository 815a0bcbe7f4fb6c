import { teamItem } from '../browser/items.ts';
import type { Policy } from '../core/team/policy.ts';
import type { AskingSender, TeamSource } from '../core/team/team-source.ts';
import { currentSources } from '../core/team/team-sources.ts';
import { useItem } from './use-item.ts';
import { usePolicy } from './use-policy.ts';

export interface TeamView {
  readonly policy: Policy;
  /** The policy's sources, then the user's. */
  readonly sources: readonly TeamSource[];
  readonly asking: AskingSender | undefined;
}

/** Team configurations, kept up to date; undefined until they have been read. */
export function useTeam(): TeamView | undefined {
  const team = useItem(teamItem);
  const { policy } = usePolicy();
  return team && { policy, sources: currentSources(policy, team), asking: team.asking };
}
