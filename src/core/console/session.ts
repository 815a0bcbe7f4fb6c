import type { AccountId } from '../config/config.ts';
import { decodeUri, parseAccountId, parseAlias, parseRecord, textOf } from './fact-values.ts';
import { isSignInHost, type Partition, type PartitionId, partitionOfConsoleHost } from './partition.ts';
import { parsePrincipal } from './principal.ts';
import { shownAccount, userInfoOf } from './user-info.ts';

/**
 * What a console page says about its session, untouched. All of it is written by the page and therefore hostile input;
 * only `pageUrl` comes from the browser.
 */
export interface PageFacts {
  readonly pageUrl: string;
  /** Content of `meta[name=awsc-session-data]` (console-contract §3.1). */
  readonly sessionData: string | undefined;
  /** Content of `#awsc-signin-endpoint`, in builds before 2025-10 (console-contract §1, AESR #372). */
  readonly signInEndpoint: string | undefined;
  /** JSON of `ConsoleNavService.AccountInfo` (console-contract §3.2). */
  readonly accountInfo: string | undefined;
  /** Value of the cookie `aws-userInfo` (console-contract §3.4). */
  readonly userInfo: string | undefined;
}

export type IdentityKind = 'iam-user' | 'role' | 'identity-center' | 'federated-user' | 'root' | 'unknown';

/** Who signed in: the identity that authorises a switch. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly accountId: AccountId | undefined;
  readonly accountAlias: string | undefined;
  /** The login role's name, or the permission set's. */
  readonly loginRole: string | undefined;
  /** What a person would call it: the user's, role session's or federated user's name. */
  readonly name: string;
}

/** The role that the session has switched to. */
export interface CurrentRole {
  readonly accountId: AccountId | undefined;
  readonly accountAlias: string | undefined;
  /** Without its path: neither the page nor the session's ARN tells it. */
  readonly roleName: string;
}

export interface Session {
  readonly partition: PartitionId;
  readonly identity: Identity;
  readonly current: CurrentRole | undefined;
  /** Set where the browser has opted in to multi-session: the label that names this session in hosts and requests. */
  readonly multiSession: { readonly differentiator: string } | undefined;
  /** Undefined where the page names a host outside its partition: then nothing may be sent anywhere. */
  readonly signInHost: string | undefined;
}

export type SessionResult =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly reason: 'not-a-console-page' | 'session-unknown' };

/**
 * Reads who is signed in from what the page says, each fact from its best source first (console-contract §3).
 * Never throws; a fact that is missing or malformed counts as absent.
 */
export function parseSession(facts: PageFacts): SessionResult {
  const host = URL.canParse(facts.pageUrl) ? new URL(facts.pageUrl).hostname : '';
  const partition = partitionOfConsoleHost(host);
  if (!partition) return { ok: false, reason: 'not-a-console-page' };

  const meta = parseRecord(facts.sessionData);
  const info = parseAccountInfo(facts.accountInfo);
  const differentiator = parseDifferentiator(meta, host);
  // With several sessions in one browser the cookie describes whichever wrote last: not this page's session.
  const inBar = info.roleUser === undefined ? info.loginAccount : info.roleAccount;
  const cookie = differentiator ? {} : userInfoOf(parseRecord(decodeUri(facts.userInfo)), shownAccount(meta, inBar));
  const arn = textOf(meta.sessionARN) ?? textOf(cookie.arn);
  const shown: Shown = {
    principal: parsePrincipal(arn),
    accountId: parseAccountId(meta.accountId),
    accountAlias: parseAlias(meta.accountAlias),
  };
  const cookieAlias = parseAlias(cookie.alias);
  const current = info.roleUser === undefined ? undefined : currentRole(info, shown);
  const identity = signedInIdentity({ info, shown, current, differentiator, cookieAlias });
  if (identity.kind === 'unknown' && !identity.accountId && !identity.accountAlias) {
    return { ok: false, reason: 'session-unknown' };
  }
  return {
    ok: true,
    session: {
      partition: partition.id,
      identity,
      current,
      multiSession: differentiator ? { differentiator } : undefined,
      signInHost: chooseSignInHost(textOf(meta.signInEndpoint) ?? facts.signInEndpoint, partition),
    },
  };
}

/** What the page says of the session as it now is, switched or not. */
interface Shown {
  readonly principal: ReturnType<typeof parsePrincipal>;
  readonly accountId: AccountId | undefined;
  readonly accountAlias: string | undefined;
}

interface AccountInfo {
  readonly loginUser: string | undefined;
  readonly loginAccount: string | undefined;
  readonly roleUser: string | undefined;
  readonly roleAccount: string | undefined;
}

function currentRole(info: AccountInfo, shown: Shown): CurrentRole {
  return {
    accountId: shown.accountId ?? shown.principal?.accountId ?? parseAccountId(info.roleAccount),
    accountAlias: shown.accountAlias ?? parseAlias(info.roleAccount),
    roleName: shown.principal?.role ?? beforeSlash(info.roleUser ?? ''),
  };
}

interface Sources {
  readonly info: AccountInfo;
  readonly shown: Shown;
  readonly current: CurrentRole | undefined;
  readonly differentiator: string | undefined;
  readonly cookieAlias: string | undefined;
}

function signedInIdentity({ info, shown, current, differentiator, cookieAlias }: Sources): Identity {
  if (current && differentiator) {
    // A multi-session switch is authorised by the asking tab's own session (console-contract §5).
    return {
      kind: 'role',
      accountId: current.accountId,
      accountAlias: current.accountAlias,
      loginRole: current.roleName,
      name: current.roleName,
    };
  }
  if (current) {
    // Switched the classic way: the original sign-in authorises, and only AccountInfo still tells it.
    const login = parsePrincipal(info.loginUser);
    return {
      kind: login?.kind ?? 'unknown',
      accountId: parseAccountId(info.loginAccount),
      accountAlias: parseAlias(info.loginAccount),
      loginRole: login?.permissionSet ?? login?.role,
      name: login?.name ?? '',
    };
  }
  const principal = shown.principal ?? parsePrincipal(info.loginUser);
  return {
    kind: principal?.kind ?? 'unknown',
    accountId: shown.accountId ?? principal?.accountId ?? parseAccountId(info.loginAccount),
    accountAlias: shown.accountAlias ?? parseAlias(info.loginAccount) ?? cookieAlias,
    loginRole: principal?.permissionSet ?? principal?.role,
    name: principal?.name ?? '',
  };
}

/** The session's own sign-in host if it belongs to the partition; the partition's default where the page names none. */
function chooseSignInHost(named: string | undefined, partition: Partition): string | undefined {
  if (named === undefined || named === '') return partition.defaultSignInHost;
  if (!isSignInHost(named, partition)) return undefined;
  // Where only regional hosts answer, the bare one is no use even if the page names it.
  const isBare = named === partition.signInHost;
  return isBare ? partition.defaultSignInHost : named;
}

const DIFFERENTIATOR = /^\d{12}-[a-z0-9-]+$/;

/** The label comes from the browser's own URL where it stands there, else from the page's word. */
function parseDifferentiator(meta: Record<string, unknown>, host: string): string | undefined {
  const [label = ''] = host.split('.');
  if (DIFFERENTIATOR.test(label)) return label;
  const isOn = meta.prismModeEnabled === true || meta.prismModeEnabled === 'true';
  const named = textOf(meta.sessionDifferentiator);
  return isOn && named !== undefined && DIFFERENTIATOR.test(named) ? named : undefined;
}

function parseAccountInfo(json: string | undefined): AccountInfo {
  const info = parseRecord(json);
  return {
    loginUser: decodeUri(textOf(info.loginDisplayNameUser)),
    loginAccount: textOf(info.loginDisplayNameAccount),
    roleUser: decodeUri(textOf(info.roleDisplayNameUser)),
    roleAccount: textOf(info.roleDisplayNameAccount),
  };
}

function beforeSlash(text: string): string {
  return text.split('/', 1)[0] ?? '';
}
