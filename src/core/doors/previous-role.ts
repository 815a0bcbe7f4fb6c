import type { Session } from '../console/session.ts';
import { roleKeyOf } from '../roles/role-key.ts';
import type { ListedRole, RoleStanding, Standing } from '../roles/standing.ts';
import { baseNames } from '../saved/base-names.ts';
import type { RoleKey, Use } from '../saved/personal.ts';

/** Where one was before, as far as a shortcut can lead there. */
export type Previous =
  | { readonly kind: 'role'; readonly role: ListedRole }
  /** No other role was used with this sign-in: one goes back to it. */
  | { readonly kind: 'base' }
  | { readonly kind: 'none' };

/**
 * The role that was used last with this sign-in and is not the one that the session is in; where there is none, a
 * switched session goes back to its sign-in.
 *
 * @param standings how the text's roles stand to the session: what it may not switch to is passed over
 * @param uses the last one first
 */
export function previousRole(
  { identity, current, partition }: Session,
  standings: readonly RoleStanding[],
  uses: readonly Use[],
): Previous {
  const bases = baseNames(identity);
  const offered = new Map<RoleKey, ListedRole>();
  for (const { role, standing } of standings) {
    if (!isOneStep(standing)) continue;
    const key = roleKeyOf({ role, standing }, partition);
    // Of sections that name the same role, the text's first counts.
    if (!offered.has(key)) offered.set(key, role);
  }
  for (const { base, role } of uses) {
    const found = bases.includes(base) ? offered.get(role) : undefined;
    if (found) return { kind: 'role', role: found };
  }
  return { kind: current ? 'base' : 'none' };
}

/** Whether the role itself is taken when it is chosen. */
function isOneStep({ kind }: Standing): boolean {
  return kind === 'portal' || kind === 'offered';
}
