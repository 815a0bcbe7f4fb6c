import { useEffect, useState } from 'preact/hooks';
import { settingsItem } from '../browser/items.ts';
import { shortcutText } from '../browser/platform.ts';
import { changeSetting } from '../browser/settings-store.ts';
import { useTranslate } from '../ui/translation.ts';
import { useItem } from './use-item.ts';

/** What can be chosen beside the text. */
export function SettingsSection() {
  const t = useTranslate();
  const settings = useItem(settingsItem);
  const [shortcut, setShortcut] = useState<string>();
  useEffect(() => void shortcutText().then(setShortcut), []);
  if (!settings) return null;
  return (
    <section>
      <h2>{t('settings')}</h2>
      <label class="choice">
        <input
          type="checkbox"
          checked={settings.showOnlyMatchingRoles}
          onChange={(event) => void changeSetting('showOnlyMatchingRoles', event.currentTarget.checked, Date.now())}
        />
        {t('showOnlyMatchingRoles')}
      </label>
      {shortcut !== undefined && <p class="quiet">{shortcut === '' ? t('noShortcut') : t('shortcutHelp', shortcut)}</p>}
    </section>
  );
}
