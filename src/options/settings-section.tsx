import { hasTabGroups } from '../browser/tab-groups.ts';
import { useTranslate } from '../ui/translation.ts';
import { PermissionChoice } from './permission-choice.tsx';
import { SettingChoice, SettingWord } from './setting-choice.tsx';

/** What can be chosen beside the text. */
export function SettingsSection() {
  const t = useTranslate();
  return (
    <section>
      <h2>{t('settings')}</h2>
      <SettingChoice name="showOnlyMatchingRoles" />
      <SettingChoice name="confirmProduction" />
      <SettingChoice name="markPage" />
      <SettingChoice name="markTime" />
      <SettingChoice name="markTitle" />
      <SettingChoice name="markIcon" />
      <SettingChoice name="keepHistory" />
      <SettingWord name="historyLimit" />
      <SettingWord name="landing" />
      <SettingWord name="openSessionIn" />
      {hasTabGroups() && <PermissionChoice name="tabGroups" label="tabGroupsSetting" help="tabGroupsHelp" />}
    </section>
  );
}
