import type { AccountId } from '../config/config.ts';
import { parseAccountId, parseAlias, textOf } from './fact-values.ts';
import { parsePrincipal } from './principal.ts';

/** What the page itself tells of the account that it is in. */
export interface ShownAccount {
  readonly accountId: AccountId | undefined;
  readonly accountAlias: string | undefined;
}

/**
 * The account of `awsc-session-data`, else the one that the navigation bar shows, which is a number or an alias
 * (console-contract §3.1, §3.2).
 */
export function shownAccount(meta: Record<string, unknown>, inBar: string | undefined): ShownAccount {
  return {
    accountId:
      parseAccountId(meta.accountId) ?? parsePrincipal(textOf(meta.sessionARN))?.accountId ?? parseAccountId(inBar),
    accountAlias: parseAlias(meta.accountAlias) ?? parseAlias(inBar),
  };
}

/**
 * The cookie `aws-userInfo` (console-contract §3.4), or nothing of it where it is of another account than the page: all
 * tabs share it, and whoever signed in last wrote it. Half of one session and half of another would be nobody's.
 */
export function userInfoOf(cookie: Record<string, unknown>, shown: ShownAccount): Record<string, unknown> {
  const accountId = parsePrincipal(textOf(cookie.arn))?.accountId;
  const isComparedById = accountId !== undefined && shown.accountId !== undefined;
  const isOther = isComparedById
    ? accountId !== shown.accountId
    : isContradiction(parseAlias(cookie.alias), shown.accountAlias);
  return isOther ? {} : cookie;
}

function isContradiction(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
