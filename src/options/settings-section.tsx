import { useEffect, useState } from 'preact/hooks';
import { shortcutText } from '../browser/platform.ts';
import { useTranslate } from '../ui/translation.ts';
import { SettingChoice, SettingWord } from './setting-choice.tsx';

/** What can be chosen beside the text. */
export function SettingsSection() {
  const t = useTranslate();
  const [shortcut, setShortcut] = useState<string>();
  useEffect(() => void shortcutText().then(setShortcut), []);
  return (
    <section>
      <h2>{t('settings')}</h2>
      <SettingChoice name="showOnlyMatchingRoles" />
      <SettingWord name="landing" />
      <SettingWord name="openSessionIn" />
      {shortcut !== undefined && <p class="quiet">{shortcut === '' ? t('noShortcut') : t('shortcutHelp', shortcut)}</p>}
    </section>
  );
}
