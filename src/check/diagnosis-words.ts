import type { FactName, HeaderState, SessionState, Teller, TokenState, Told } from '../core/console/diagnosis.ts';
import type { IdentityKind } from '../core/console/session.ts';
import type { FactSource } from '../core/console/sourced.ts';
import type { MessageKey } from '../ui/translation.ts';

/** What each word of a diagnosis is called. */

export const FACT_WORDS = {
  account: 'checkAccount',
  identity: 'checkIdentity',
  role: 'checkRole',
  differentiator: 'checkDifferentiator',
  'sign-in-host': 'checkSignInHost',
} as const satisfies Record<FactName, MessageKey>;

export const SOURCE_WORDS = {
  'host-name': 'sourceHostName',
  'session-data': 'sourceSessionData',
  'account-info': 'sourceAccountInfo',
  'user-info': 'sourceUserInfo',
  'sign-in-element': 'sourceSignInElement',
  'partition-table': 'sourcePartitionTable',
} as const satisfies Record<FactSource, MessageKey>;

export const TELLER_WORDS = {
  'session-data': 'sourceSessionData',
  'account-info': 'sourceAccountInfo',
  'user-info': 'sourceUserInfo',
  'sign-in-host': 'checkSignInHost',
} as const satisfies Record<Teller, MessageKey>;

export const TOLD_WORDS = {
  read: 'toldRead',
  unreadable: 'toldUnreadable',
  absent: 'toldAbsent',
  'not-used': 'toldNotUsed',
  foreign: 'toldForeign',
} as const satisfies Record<Told, MessageKey>;

export const HEADER_WORDS = {
  list: 'headerKnown',
  bar: 'headerKnown',
  folded: 'headerFolded',
  floating: 'headerFloating',
  none: 'headerNone',
} as const satisfies Record<HeaderState, MessageKey>;

export const TOKEN_WORDS = {
  there: 'tokenThere',
  missing: 'tokenMissing',
  'not-needed': 'tokenNotNeeded',
} as const satisfies Record<TokenState, MessageKey>;

export const SESSION_WORDS = {
  'signed-in': 'sessionSignedIn',
  switched: 'sessionSwitched',
  unknown: 'sessionUnknown',
} as const satisfies Record<SessionState, MessageKey>;

export const KIND_WORDS = {
  'iam-user': 'kindIamUser',
  role: 'kindRole',
  'identity-center': 'kindIdentityCenter',
  'federated-user': 'kindFederatedUser',
  root: 'kindRoot',
  unknown: 'kindUnknown',
} as const satisfies Record<IdentityKind, MessageKey>;
