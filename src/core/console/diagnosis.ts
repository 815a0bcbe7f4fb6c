import { parseRecord, textOf } from './fact-values.ts';
import type { PartitionId } from './partition.ts';
import { type FoundFacts, readSession } from './read-session.ts';
import type { IdentityKind, PageFacts } from './session.ts';
import type { FactSource } from './sourced.ts';

/** The facts of a session that a page can tell, in the order that they are told in. */
export const FACT_NAMES = ['account', 'identity', 'role', 'differentiator', 'sign-in-host'] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** What became of one of the page's own sources. */
export const TOLD = [
  'read',
  'unreadable',
  'absent',
  /** It speaks of another session than this page's. */
  'not-used',
  /** It names a host that is none of the partition's. */
  'foreign',
] as const;
export type Told = (typeof TOLD)[number];

/** The page's own sources (console-contract §1, §3). */
export const TELLERS = ['session-data', 'account-info', 'user-info', 'sign-in-host'] as const;
export type Teller = (typeof TELLERS)[number];

/** Where the button stands: in one of the bars that are known, floating, or nowhere yet. */
export const HEADERS = ['list', 'bar', 'folded', 'floating', 'none'] as const;
export type HeaderState = (typeof HEADERS)[number];

/** The csrf token of classic switches: a multi-session request needs none (console-contract §5). */
export const TOKENS = ['there', 'missing', 'not-needed'] as const;
export type TokenState = (typeof TOKENS)[number];

export type SessionState = 'signed-in' | 'switched' | 'unknown';

/**
 * What of a console page was recognised, and by which source. It holds words of Hatrack's own alone, nothing that the
 * page says: no account, name, address or token.
 */
export interface Diagnosis {
  /** Undefined for a page that is none of the console's. */
  readonly partition: PartitionId | undefined;
  readonly session: SessionState;
  readonly kind: IdentityKind;
  readonly isMultiSession: boolean;
  readonly sources: Readonly<Record<FactName, FactSource | undefined>>;
  readonly told: Readonly<Record<Teller, Told>>;
  readonly header: HeaderState;
  readonly token: TokenState;
}

/** What only the page's document can say. */
export interface SeenOnPage {
  readonly header: HeaderState;
  readonly hasToken: boolean;
}

export function diagnose(facts: PageFacts, { header, hasToken }: SeenOnPage): Diagnosis {
  const { result, found } = readSession(facts);
  const session = result.ok ? result.session : undefined;
  const isMultiSession = found?.differentiator !== undefined;
  return {
    partition: found?.partition.id,
    session: stateOf(session),
    kind: session?.identity.kind ?? 'unknown',
    isMultiSession,
    sources: {
      account: found?.who.sources.account,
      identity: found?.who.sources.identity,
      role: found?.who.sources.role,
      differentiator: found?.differentiator?.source,
      'sign-in-host': found?.signInHost?.source,
    },
    told: {
      'session-data': toldBySessionData(facts, found),
      'account-info': toldByAccountInfo(facts, found),
      'user-info': toldByUserInfo(facts, found),
      'sign-in-host': toldOfSignInHost(found),
    },
    header,
    token: tokenState(isMultiSession, hasToken),
  };
}

function stateOf(session: { readonly current: unknown } | undefined): SessionState {
  if (!session) return 'unknown';
  return session.current ? 'switched' : 'signed-in';
}

function tokenState(isMultiSession: boolean, hasToken: boolean): TokenState {
  if (hasToken) return 'there';
  return isMultiSession ? 'not-needed' : 'missing';
}

function toldBySessionData({ sessionData }: PageFacts, found: FoundFacts | undefined): Told {
  const { accountId, sessionARN } = found?.meta ?? {};
  return toldBy(sessionData, textOf(accountId) ?? textOf(sessionARN));
}

/** The page's world answers `{}` where there is no such object. */
function toldByAccountInfo({ accountInfo }: PageFacts, found: FoundFacts | undefined): Told {
  const hasAny = Object.keys(parseRecord(accountInfo)).length > 0;
  return toldBy(hasAny ? accountInfo : undefined, found?.info.loginUser ?? found?.info.loginAccount);
}

function toldByUserInfo({ userInfo }: PageFacts, found: FoundFacts | undefined): Told {
  if (userInfo !== undefined && found?.isUserInfoOfOthers) return 'not-used';
  return toldBy(userInfo, textOf(found?.cookie.arn) ?? textOf(found?.cookie.alias));
}

function toldOfSignInHost(found: FoundFacts | undefined): Told {
  if (!found?.namedSignInHost) return 'absent';
  return found.signInHost ? 'read' : 'foreign';
}

function toldBy(source: string | undefined, said: string | undefined): Told {
  if (source === undefined) return 'absent';
  return said === undefined ? 'unreadable' : 'read';
}
