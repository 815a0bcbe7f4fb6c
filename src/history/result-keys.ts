import type { SwitchResult } from '../core/history/history-entry.ts';
import type { MessageKey } from '../ui/translation.ts';

/** What each result is called. */
export const RESULT_KEYS = {
  sent: 'switchesSent',
  arrived: 'switchesArrived',
  refused: 'switchesRefused',
  opened: 'switchesOpened',
  failed: 'switchesFailed',
} as const satisfies Record<SwitchResult, MessageKey>;
