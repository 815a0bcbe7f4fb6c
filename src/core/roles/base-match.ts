import type { AccountRef, Base } from '../config/config.ts';
import { permissionSetOf } from '../console/principal.ts';
import type { Identity } from '../console/session.ts';

/** What a page tells of an account. In a switched classic session it is the number or the alias, never both. */
export type AccountNames = Pick<Identity, 'accountId' | 'accountAlias'>;

/** Whether an identity is a base; `unknown` where nothing that is known forbids it (config-format §4). */
export type BaseMatch = 'match' | 'other-account' | 'other-login-role' | 'unknown';

export function matchBase(base: Base, identity: Identity): BaseMatch {
  const account = compareAccount(base, identity);
  if (account === 'other') return 'other-account';
  if (base.loginRole === undefined) return account === 'same' ? 'match' : 'unknown';
  if (identity.loginRole === undefined && identity.kind === 'unknown') return 'unknown';
  return isSameLoginRole(base.loginRole, identity.loginRole) ? 'match' : 'other-login-role';
}

/**
 * Compares an account of the text with one of the page: by number where both have one, else by alias. A number on one
 * side and only an alias on the other can't be compared, unless the page knows the number and shows no alias.
 */
export function compareAccount(
  { account, alias }: { readonly account: AccountRef | undefined; readonly alias?: string | undefined },
  { accountId, accountAlias }: AccountNames,
): 'same' | 'other' | 'unknown' {
  const id = account?.kind === 'id' ? account.id : undefined;
  if (id !== undefined && accountId !== undefined) return id === accountId ? 'same' : 'other';
  const aliases = [alias, account?.kind === 'alias' ? account.alias : undefined].filter((name) => name !== undefined);
  if (aliases.length === 0) return 'unknown';
  if (accountAlias !== undefined) return aliases.includes(accountAlias) ? 'same' : 'other';
  return accountId === undefined ? 'unknown' : 'other';
}

/** The page's account with its number, where the text tells which number the alias stands for. */
export function withKnownId<T extends AccountNames>(names: T, bases: readonly Base[]): T {
  if (names.accountId !== undefined || names.accountAlias === undefined) return names;
  const ids = new Set<AccountNames['accountId']>();
  for (const { account, alias } of bases) {
    if (alias === names.accountAlias && account?.kind === 'id') ids.add(account.id);
  }
  return ids.size === 1 ? { ...names, accountId: [...ids][0] } : names;
}

/** By name without path; a permission set by its own name or by that of the role that Identity Center makes for it. */
export function isSameLoginRole(a: string, b: string | undefined): boolean {
  return b !== undefined && plainName(a) === plainName(b);
}

/** The last segment: all that a session tells of a role's path and name. */
export function nameWithoutPath(roleName: string): string {
  return roleName.slice(roleName.lastIndexOf('/') + 1);
}

function plainName(roleName: string): string {
  const name = nameWithoutPath(roleName);
  return permissionSetOf(name) ?? name;
}
