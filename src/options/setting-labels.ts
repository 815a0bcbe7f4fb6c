import type { ChoiceSetting, Settings } from '../core/settings/settings.ts';
import type { MessageKey } from '../ui/translation.ts';

/** What each setting is called. */
export const SETTING_LABELS = {
  showOnlyMatchingRoles: 'showOnlyMatchingRoles',
  sync: 'syncSetting',
  landing: 'landingSetting',
  openSessionIn: 'openSessionInSetting',
  confirmProduction: 'confirmProductionSetting',
  markPage: 'markPageSetting',
  markTitle: 'markTitleSetting',
  markIcon: 'markIconSetting',
  markTime: 'markTimeSetting',
  keepHistory: 'keepHistorySetting',
  historyLimit: 'historyLimitSetting',
} as const satisfies Record<keyof Settings, MessageKey>;

/** What each word of a setting is called. */
export const CHOICE_LABELS: { readonly [Key in ChoiceSetting]: Readonly<Record<Settings[Key], MessageKey>> } = {
  landing: { service: 'landingService', 'same-page': 'landingSamePage', home: 'landingHome' },
  openSessionIn: {
    'new-tab': 'openSessionInNewTab',
    'this-tab': 'openSessionInThisTab',
    'new-window': 'openSessionInNewWindow',
  },
  historyLimit: { '1000': 'historyLimit1000', '5000': 'historyLimit5000', '10000': 'historyLimit10000' },
};
