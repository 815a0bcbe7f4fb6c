import type { EntryReason, UnknownReason } from '../core/import/import-plan.ts';
import type { MessageKey, Translate } from '../ui/translation.ts';

const ENTRY_REASONS = {
  same: 'importSame',
  'same-role': 'importSameRole',
  suspended: 'importSuspended',
  'base-account': 'importBaseAccount',
  'bad-account': 'importBadAccount',
  'bad-role-name': 'importBadRoleName',
  'wrong-host': 'importWrongHost',
  unreadable: 'importUnreadable',
  'nothing-left': 'importNothingLeft',
  'name-taken': 'importNameTaken',
} as const satisfies Record<EntryReason, MessageKey>;

const UNKNOWN_REASONS = {
  empty: 'importNothing',
  'too-large': 'importTooLarge',
  'unreadable-json': 'importBadJson',
  'unreadable-cookie': 'importBadCookie',
  'unknown-format': 'importUnknown',
} as const satisfies Record<UnknownReason, MessageKey>;

/** Why an entry is left out, or comes under another name. */
export function entryReasonSentence(reason: EntryReason, t: Translate): string {
  return t(ENTRY_REASONS[reason]);
}

/** Why nothing of a text could be read. */
export function unknownReasonSentence(reason: UnknownReason, t: Translate): string {
  return t(UNKNOWN_REASONS[reason]);
}
