import type { Settings } from '../core/settings/settings.ts';
import type { MessageKey } from '../ui/translation.ts';

/** What each setting is called. */
export const SETTING_LABELS = {
  showOnlyMatchingRoles: 'showOnlyMatchingRoles',
  sync: 'syncSetting',
} as const satisfies Record<keyof Settings, MessageKey>;
