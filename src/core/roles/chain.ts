import type { Role } from '../config/config.ts';
import type { Standing } from './standing.ts';

/** Further than anybody goes: each session of a chain ends after an hour (console-contract §9). */
const MOST_HOPS = 10;

/**
 * Finds, for roles that others lead to by `source_profile`, the roles to take first, in their order: the fewest that
 * lead there, of equally many those that stand first in the text.
 *
 * @param standings how the roles stand without any other being taken first
 */
export function findChains(standings: ReadonlyMap<Role, Standing>): ReadonlyMap<Role, readonly Role[]> {
  const chains = new Map<Role, readonly Role[]>();
  const waiting = waitingByBase(standings);
  if (waiting.size === 0) return chains;
  let reached = [...standings]
    .filter(([role, { kind }]) => (kind === 'offered' || kind === 'current') && !isLoginRole(role))
    .map(([role]): { role: Role; hops: readonly Role[] } => ({ role, hops: [] }));
  for (let length = 1; length <= MOST_HOPS && reached.length > 0; length++) {
    const next: typeof reached = [];
    for (const { role, hops } of reached) {
      const way = [...hops, role];
      for (const following of waiting.get(role.profile) ?? []) {
        if (chains.has(following)) continue;
        chains.set(following, way);
        next.push({ role: following, hops: way });
      }
      waiting.delete(role.profile);
    }
    reached = next;
  }
  return chains;
}

/** AESR's way to say what one signs in with: account and role name alone. It is listed, but nobody goes through it. */
function isLoginRole({ partition, bases }: Role): boolean {
  return partition === undefined && bases.length === 0;
}

/** The roles that nothing but their bases keeps away, by each of those. */
function waitingByBase(standings: ReadonlyMap<Role, Standing>): Map<string, Role[]> {
  const waiting = new Map<string, Role[]>();
  for (const [role, standing] of standings) {
    if (!isForOthers(standing)) continue;
    for (const base of role.bases) {
      const others = waiting.get(base);
      if (others) others.push(role);
      else waiting.set(base, [role]);
    }
  }
  return waiting;
}

function isForOthers(standing: Standing): boolean {
  if (standing.kind !== 'withheld') return false;
  return standing.reason.code === 'other-base' || standing.reason.code === 'login-role';
}
