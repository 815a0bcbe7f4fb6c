import type { ComponentChildren } from 'preact';
import { settingsItem } from '../browser/items.ts';
import { changeSetting } from '../browser/settings-store.ts';
import { effectiveSettings, isLocked } from '../core/settings/effective-settings.ts';
import {
  type ChoiceSetting,
  parseSetting,
  SETTING_VALUES,
  type Settings,
  type SwitchSetting,
} from '../core/settings/settings.ts';
import { useTranslate } from '../ui/translation.ts';
import { CHOICE_LABELS, SETTING_LABELS } from './setting-labels.ts';
import { useItem } from './use-item.ts';
import { usePolicy } from './use-policy.ts';

/** One setting that is on or off; not to be changed where the organisation has set it. */
export function SettingChoice({ name }: { readonly name: SwitchSetting }) {
  const t = useTranslate();
  const setting = useSetting(name);
  if (!setting) return null;
  return (
    <div class="choice">
      <input
        {...setting.attributes}
        type="checkbox"
        checked={setting.value}
        onChange={(event) => void changeSetting(name, event.currentTarget.checked, Date.now())}
      />
      <div>
        <label for={setting.attributes.id}>{t(SETTING_LABELS[name])}</label>
        {setting.lock}
      </div>
    </div>
  );
}

/** One setting that is one of several words. */
export function SettingWord<Name extends ChoiceSetting>({ name }: { readonly name: Name }) {
  const t = useTranslate();
  const setting = useSetting(name);
  if (!setting) return null;
  const labels = CHOICE_LABELS[name];
  const choose = (word: string) => {
    const value = parseSetting(name, word);
    if (value !== undefined) void changeSetting(name, value, Date.now());
  };
  return (
    <div class="word-choice">
      <label for={setting.attributes.id}>{t(SETTING_LABELS[name])}</label>
      <select {...setting.attributes} value={setting.value} onChange={(event) => choose(event.currentTarget.value)}>
        {SETTING_VALUES[name].map((word) => (
          <option key={word} value={word}>
            {t(labels[word])}
          </option>
        ))}
      </select>
      {setting.lock}
    </div>
  );
}

interface ShownSetting<Value> {
  readonly value: Value;
  readonly attributes: {
    readonly id: string;
    readonly disabled: boolean;
    readonly 'aria-describedby': string | undefined;
  };
  /** Why it can't be changed, if it can't. */
  readonly lock: ComponentChildren;
}

/** The value that counts, and whether it can be changed; undefined until it is read. */
function useSetting<Name extends keyof Settings>(name: Name): ShownSetting<Settings[Name]> | undefined {
  const t = useTranslate();
  const own = useItem(settingsItem);
  const { policy } = usePolicy();
  if (!own) return undefined;
  const isFixed = isLocked(name, policy);
  const lock = isFixed && (
    <p id={`locked-${name}`} class="quiet">
      {t('setByOrganisation')}
    </p>
  );
  return {
    value: effectiveSettings(own, policy)[name],
    attributes: {
      id: `setting-${name}`,
      disabled: isFixed,
      'aria-describedby': isFixed ? `locked-${name}` : undefined,
    },
    lock,
  };
}
