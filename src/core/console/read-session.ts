import { type AccountInfo, parseAccountInfo } from './account-info.ts';
import { findDifferentiator } from './differentiator.ts';
import { decodeUri, parseAccountId, parseAlias, parseRecord, textOf } from './fact-values.ts';
import { type FoundIdentity, findIdentity, type Shown } from './find-identity.ts';
import { type Partition, partitionOfConsoleHost } from './partition.ts';
import { parsePrincipal } from './principal.ts';
import type { PageFacts, SessionResult } from './session.ts';
import { chooseSignInHost } from './sign-in-host.ts';
import { type Sourced, sourced } from './sourced.ts';
import { shownAccount, userInfoOf } from './user-info.ts';

type Values = Record<string, unknown>;

/** The session, and how it was found: for the page's diagnosis. */
export interface SessionReading {
  readonly result: SessionResult;
  /** Undefined where the page is none of the console's. */
  readonly found: FoundFacts | undefined;
}

export interface FoundFacts {
  readonly partition: Partition;
  readonly meta: Values;
  readonly info: AccountInfo;
  /** What of the cookie is of this page's session. */
  readonly cookie: Values;
  /** The cookie is of another session, or may be. */
  readonly isUserInfoOfOthers: boolean;
  readonly who: FoundIdentity;
  readonly differentiator: Sourced<string> | undefined;
  /** The host that the page names, whichever it is. */
  readonly namedSignInHost: Sourced<string> | undefined;
  /** The one to use; undefined where the named one is foreign. */
  readonly signInHost: Sourced<string> | undefined;
}

/** Reads the session as `parseSession` does, and tells what was found where. */
export function readSession(facts: PageFacts): SessionReading {
  const host = URL.canParse(facts.pageUrl) ? new URL(facts.pageUrl).hostname : '';
  const partition = partitionOfConsoleHost(host);
  if (!partition) return { result: { ok: false, reason: 'not-a-console-page' }, found: undefined };
  const found = findFacts(facts, host, partition);
  return { result: sessionOf(found), found };
}

function findFacts(facts: PageFacts, host: string, partition: Partition): FoundFacts {
  const meta = parseRecord(facts.sessionData);
  const info = parseAccountInfo(facts.accountInfo);
  const differentiator = findDifferentiator(meta, host);
  // With several sessions in one browser the cookie describes whichever wrote last: not this page's session.
  const inBar = info.roleUser === undefined ? info.loginAccount : info.roleAccount;
  const userInfo = parseRecord(decodeUri(facts.userInfo));
  const cookie = differentiator ? {} : userInfoOf(userInfo, shownAccount(meta, inBar));
  const namedSignInHost =
    sourced('session-data', textOf(meta.signInEndpoint)) ?? sourced('sign-in-element', textOf(facts.signInEndpoint));
  return {
    partition,
    meta,
    info,
    cookie,
    isUserInfoOfOthers: Object.keys(cookie).length < Object.keys(userInfo).length,
    who: findIdentity({
      info,
      shown: shownSession(meta, cookie),
      isMultiSession: differentiator !== undefined,
      cookieAlias: parseAlias(cookie.alias),
    }),
    differentiator,
    namedSignInHost,
    signInHost: chooseSignInHost(namedSignInHost, partition),
  };
}

function shownSession(meta: Values, cookie: Values): Shown {
  const arn = sourced('session-data', textOf(meta.sessionARN)) ?? sourced('user-info', textOf(cookie.arn));
  return {
    principal: arn && sourced(arn.source, parsePrincipal(arn.value)),
    accountId: sourced('session-data', parseAccountId(meta.accountId)),
    accountAlias: sourced('session-data', parseAlias(meta.accountAlias)),
  };
}

function sessionOf({ partition, who: { identity, current }, differentiator, signInHost }: FoundFacts): SessionResult {
  if (identity.kind === 'unknown' && !identity.accountId && !identity.accountAlias) {
    return { ok: false, reason: 'session-unknown' };
  }
  return {
    ok: true,
    session: {
      partition: partition.id,
      identity,
      current,
      multiSession: differentiator && { differentiator: differentiator.value },
      signInHost: signInHost?.value,
    },
  };
}
