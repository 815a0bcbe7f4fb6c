import type { AccountId } from '../config/config.ts';
import type { AccountInfo } from './account-info.ts';
import { parseAccountId, parseAlias } from './fact-values.ts';
import { type Principal, parsePrincipal } from './principal.ts';
import type { CurrentRole, Identity } from './session.ts';
import { type FactSource, partOf, type Sourced, sourced } from './sourced.ts';

/** What the page says of the session as it now is, switched or not. */
export interface Shown {
  readonly principal: Sourced<Principal> | undefined;
  readonly accountId: Sourced<AccountId> | undefined;
  readonly accountAlias: Sourced<string> | undefined;
}

export interface FoundIdentity {
  readonly identity: Identity;
  readonly current: CurrentRole | undefined;
  readonly sources: {
    readonly account: FactSource | undefined;
    readonly identity: FactSource | undefined;
    readonly role: FactSource | undefined;
  };
}

interface Told {
  readonly info: AccountInfo;
  readonly shown: Shown;
  readonly isMultiSession: boolean;
  readonly cookieAlias: string | undefined;
}

/** Who signed in and what the session has switched to, each fact from its best source first (console-contract §3). */
export function findIdentity(told: Told): FoundIdentity {
  const current = told.info.roleUser === undefined ? undefined : currentRole(told.info.roleUser, told);
  if (!current) return notSwitched(told);
  return told.isMultiSession ? switchedInMultiSession(current) : switchedClassic(current, told.info);
}

interface FoundRole {
  readonly accountId: Sourced<AccountId> | undefined;
  readonly accountAlias: Sourced<string> | undefined;
  readonly roleName: Sourced<string>;
}

function currentRole(roleUser: string, { info, shown }: Told): FoundRole {
  const [roleName = ''] = roleUser.split('/', 1);
  return {
    accountId:
      shown.accountId ??
      partOf(shown.principal, ({ accountId }) => accountId) ??
      sourced('account-info', parseAccountId(info.roleAccount)),
    accountAlias: shown.accountAlias ?? sourced('account-info', parseAlias(info.roleAccount)),
    roleName: partOf(shown.principal, ({ role }) => role) ?? { value: roleName, source: 'account-info' },
  };
}

/** A multi-session switch is authorised by the asking tab's own session (console-contract §5). */
function switchedInMultiSession(role: FoundRole): FoundIdentity {
  const { accountId, accountAlias, roleName } = valuesOf(role);
  return {
    identity: { kind: 'role', accountId, accountAlias, loginRole: roleName, name: roleName },
    current: { accountId, accountAlias, roleName },
    sources: {
      account: sourceOf(role.accountId ?? role.accountAlias),
      identity: role.roleName.source,
      role: role.roleName.source,
    },
  };
}

/** Switched the classic way: the original sign-in authorises, and only the account info still tells it. */
function switchedClassic(role: FoundRole, info: AccountInfo): FoundIdentity {
  const login = sourced('account-info', parsePrincipal(info.loginUser));
  const accountId = sourced('account-info', parseAccountId(info.loginAccount));
  const accountAlias = sourced('account-info', parseAlias(info.loginAccount));
  return {
    identity: identityOf(login, accountId, accountAlias),
    current: valuesOf(role),
    sources: {
      account: sourceOf(accountId ?? accountAlias),
      identity: sourceOf(login),
      role: role.roleName.source,
    },
  };
}

function notSwitched({ info, shown, cookieAlias }: Told): FoundIdentity {
  const principal = shown.principal ?? sourced('account-info', parsePrincipal(info.loginUser));
  const accountId =
    shown.accountId ??
    partOf(principal, (found) => found.accountId) ??
    sourced('account-info', parseAccountId(info.loginAccount));
  const accountAlias =
    shown.accountAlias ?? sourced('account-info', parseAlias(info.loginAccount)) ?? sourced('user-info', cookieAlias);
  return {
    identity: identityOf(principal, accountId, accountAlias),
    current: undefined,
    sources: { account: sourceOf(accountId ?? accountAlias), identity: sourceOf(principal), role: undefined },
  };
}

function identityOf(
  principal: Sourced<Principal> | undefined,
  accountId: Sourced<AccountId> | undefined,
  accountAlias: Sourced<string> | undefined,
): Identity {
  const who = principal?.value;
  return {
    kind: who?.kind ?? 'unknown',
    accountId: accountId?.value,
    accountAlias: accountAlias?.value,
    loginRole: who?.permissionSet ?? who?.role,
    name: who?.name ?? '',
  };
}

function valuesOf({ accountId, accountAlias, roleName }: FoundRole): CurrentRole {
  return { accountId: accountId?.value, accountAlias: accountAlias?.value, roleName: roleName.value };
}

function sourceOf(found: Sourced<unknown> | undefined): FactSource | undefined {
  return found?.source;
}
