import type { Session } from '../console/session.ts';
import { accountText } from '../console/switch-request.ts';
import { isPortalRole, type ListedRole, type RoleStanding } from '../roles/standing.ts';
import { baseNames } from '../saved/base-names.ts';
import { toRoleKey, type Use } from '../saved/personal.ts';

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
  const offered = new Map<string, ListedRole>();
  for (const { role, standing } of standings) {
    const key = standing.kind === 'offered' && !isPortalRole(role) && keyOf(role, partition);
    // Of sections that name the same role, the text's first counts.
    if (key && !offered.has(key)) offered.set(key, role);
  }
  for (const { base, role } of uses) {
    const found = bases.includes(base) ? offered.get(role) : undefined;
    if (found) return { kind: 'role', role: found };
  }
  return { kind: current ? 'base' : 'none' };
}

function keyOf(role: Exclude<ListedRole, { portalUrl: string }>, partition: Session['partition']): string {
  return toRoleKey(partition, accountText(role.account), role.roleName);
}
