import { type RoleRow, readableAccount } from './role-list.ts';

/**
 * The line below a row's label: where the role is, what it is called there, and its group.
 *
 * @param isUnderGroup whether the group's heading stands above it anyway
 */
export function rowDetail(
  { account, roleName, group }: Pick<RoleRow, 'account' | 'roleName' | 'group'>,
  isUnderGroup: boolean,
): string {
  const place = `${readableAccount(account)}  ${roleName}`;
  return group === undefined || isUnderGroup ? place : `${place}  ·  ${group}`;
}
