import type { AccountRef, Base } from '../config/config.ts';
import type { Session } from '../console/session.ts';
import { compareAccount, nameWithoutPath, withKnownId } from '../roles/base-match.ts';

/** What makes a role the one it is. */
export interface RoleRef {
  readonly account: AccountRef;
  readonly roleName: string;
}

/**
 * Whether a session is one in that role. By the account info where the page has it, else by the session's own ARN, which
 * is then the role's. `unknown` where the name is right and one side has the account's number, the other its alias.
 *
 * @param bases of the text, which may tell what number an alias stands for
 */
export function compareRole(
  { account, roleName }: RoleRef,
  { current, identity }: Session,
  bases: readonly Base[] = [],
): 'same' | 'other' | 'unknown' {
  const name = current?.roleName ?? (identity.kind === 'role' ? identity.loginRole : undefined);
  if (name === undefined || name !== nameWithoutPath(roleName)) return 'other';
  return compareAccount({ account }, withKnownId(current ?? identity, bases));
}

/**
 * Whether a session has become that role, as far as a page can tell: a number can't be compared with an alias, so one that
 * is in a role of that name counts.
 */
export function hasBecome(role: RoleRef, session: Session): boolean {
  const match = compareRole(role, session);
  return match === 'same' || (match === 'unknown' && session.current !== undefined);
}
