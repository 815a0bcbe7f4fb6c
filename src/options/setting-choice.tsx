import { settingsItem } from '../browser/items.ts';
import { changeSetting } from '../browser/settings-store.ts';
import { effectiveSettings, isLocked } from '../core/settings/effective-settings.ts';
import type { Settings } from '../core/settings/settings.ts';
import { useTranslate } from '../ui/translation.ts';
import { SETTING_LABELS } from './setting-labels.ts';
import { useItem } from './use-item.ts';
import { usePolicy } from './use-policy.ts';

/** One setting that is on or off; not to be changed where the organisation has set it. */
export function SettingChoice({ name }: { readonly name: keyof Settings }) {
  const t = useTranslate();
  const own = useItem(settingsItem);
  const { policy } = usePolicy();
  if (!own) return null;
  const isFixed = isLocked(name, policy);
  return (
    <div class="choice">
      <input
        id={`setting-${name}`}
        type="checkbox"
        checked={effectiveSettings(own, policy)[name]}
        disabled={isFixed}
        aria-describedby={isFixed ? `locked-${name}` : undefined}
        onChange={(event) => void changeSetting(name, event.currentTarget.checked, Date.now())}
      />
      <div>
        <label for={`setting-${name}`}>{t(SETTING_LABELS[name])}</label>
        {isFixed && (
          <p id={`locked-${name}`} class="quiet">
            {t('setByOrganisation')}
          </p>
        )}
      </div>
    </div>
  );
}
