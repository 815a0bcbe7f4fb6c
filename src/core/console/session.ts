import type { AccountId } from '../config/config.ts';
import type { PartitionId } from './partition.ts';
import { readSession } from './read-session.ts';

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

export const IDENTITY_KINDS = ['iam-user', 'role', 'identity-center', 'federated-user', 'root', 'unknown'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

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
  return readSession(facts).result;
}
