import { type RoleRow, readableAccount, type SessionSummary } from '../core/roles/role-list.ts';
import { sessionName } from '../core/sessions/open-session.ts';
import type { FailureReason, SwitchOutcome } from '../protocol.ts';
import type { MessageKey, Translate } from './translation.ts';

/** One sentence for each way that a switch can fail: what happened, and what to do. */
const FAILURE_KEYS = {
  'sign-in-host': 'failedSignInHost',
  'not-switched': 'failedNotSwitched',
  'multi-session': 'failedBaseTabGone',
  'one-session': 'failedOneSession',
  'role-gone': 'failedRoleGone',
  'role-withheld': 'failedRoleWithheld',
  'session-unknown': 'failedSessionUnknown',
  'not-authorised': 'failedNotAuthorised',
  'session-gone': 'failedSessionGone',
  'session-limit': 'failedSessionLimit',
  throttled: 'failedThrottled',
  network: 'failedNetwork',
  'foreign-destination': 'failedForeignDestination',
  'unexpected-answer': 'failedUnexpectedAnswer',
  'base-tab-gone': 'failedBaseTabGone',
  'blocked-by-page': 'failedBlockedByPage',
  'no-token': 'failedNoToken',
  'no-answer': 'failedNoAnswer',
  'extension-reloaded': 'failedExtensionReloaded',
} as const satisfies Record<FailureReason, MessageKey>;

const CONTAINER_KEYS = {
  'sign-in': 'containerSignIn',
  'open-tab': 'containerOpenTab',
  telling: 'containerTelling',
} as const satisfies Record<Extract<SwitchOutcome, { kind: 'container' }>['needs'], MessageKey>;

/** What was tried: the role, undefined for the way back, and the session that the list is for. */
export interface Attempted {
  readonly row: RoleRow | undefined;
  readonly session: SessionSummary | undefined;
}

export function failureSentence(reason: FailureReason, t: Translate): string {
  return t(FAILURE_KEYS[reason]);
}

/** What to tell after an attempt; undefined where the page or the tab already shows it. */
export function outcomeSentence(outcome: SwitchOutcome, attempted: Attempted, t: Translate): string | undefined {
  switch (outcome.kind) {
    case 'leaving':
    case 'opened-tab':
    // The question itself says what there is to say.
    case 'needs-confirmation':
      return undefined;
    case 'opened-link':
      return t(outcome.because === 'no-token' ? 'openedLinkNoToken' : 'openedLinkBlocked');
    case 'container':
      return t(CONTAINER_KEYS[outcome.needs], outcome.name);
    case 'failed':
      return failedSentence(outcome, attempted, t);
  }
}

function failedSentence(
  { reason, by }: Extract<SwitchOutcome, { kind: 'failed' }>,
  { row, session }: Attempted,
  t: Translate,
): string {
  if (reason === 'session-gone' && by !== undefined) return t('failedSessionGoneOther', by);
  if (reason !== 'not-authorised') return failureSentence(reason, t);
  // In multi-session a switched session asks for itself, so the role that it is in has to be trusted.
  const isByRole = by === undefined && session?.current !== undefined;
  const who = by ?? (session ? sessionName(session) : '');
  const account = row ? readableAccount(row.account) : '';
  return t(isByRole ? 'failedNotAuthorisedByRole' : 'failedNotAuthorised', row?.label ?? '', account, who);
}
