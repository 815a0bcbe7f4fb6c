import { useEffect, useState } from 'preact/hooks';
import { COMMANDS, type CommandName, omniboxKeyword, openShortcutSettings, shortcuts } from '../browser/commands.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';

const LABELS = {
  _execute_action: 'commandPopup',
  'open-palette': 'commandPalette',
  'previous-role': 'commandPreviousRole',
} as const satisfies Record<CommandName, MessageKey>;

/** The keys that work anywhere in the browser, and the way to change them: only the browser itself can. */
export function ShortcutSection() {
  const t = useTranslate();
  const keys = useShortcuts();
  if (!keys) return null;
  return (
    <section class="shortcuts">
      <h2>{t('shortcuts')}</h2>
      <ul>
        {COMMANDS.map((name) => (
          <li key={name}>
            <span>{t(LABELS[name])}</span>
            {keys.get(name) ? <kbd>{keys.get(name)}</kbd> : <span class="quiet">{t('shortcutNone')}</span>}
          </li>
        ))}
      </ul>
      <p class="quiet">{t('shortcutsAddressBar', omniboxKeyword())}</p>
      <button type="button" onClick={() => void openShortcutSettings()}>
        {t('shortcutsChange')}
      </button>
    </section>
  );
}

/** Read again whenever one comes back to the page, as from the browser's own settings: Chromium tells of no change. */
function useShortcuts(): ReadonlyMap<CommandName, string> | undefined {
  const [keys, setKeys] = useState<ReadonlyMap<CommandName, string>>();
  useEffect(() => {
    const read = () => void shortcuts().then(setKeys);
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return keys;
}
