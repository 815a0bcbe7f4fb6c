import { type RoleRow, readableAccount } from './role-list.ts';

/** The line below a row's label: where the role is, what it is called there, and its group. */
export function rowDetail({ account, roleName, group }: Pick<RoleRow, 'account' | 'roleName' | 'group'>): string {
  return [`${readableAccount(account)}  ${roleName}`, group].filter(Boolean).join('  ·  ');
}
