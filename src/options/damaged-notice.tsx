import { damagedItem } from '../browser/items.ts';
import { writeItem } from '../browser/stored-item.ts';
import { removeSecrets } from '../core/config/secrets.ts';
import { downloadText } from '../ui/download.ts';
import { useTranslate } from '../ui/translation.ts';
import { useItem } from './use-item.ts';
import { whenText } from './when-text.ts';

/** Says that the stored configuration was damaged, what is used in its place, and where the damaged one is. */
export function DamagedNotice() {
  const t = useTranslate();
  const damaged = useItem(damagedItem);
  if (!damaged) return null;
  const { noticedAt, replacedBy, found } = damaged;
  const sentence =
    replacedBy > 0
      ? t('damagedReplaced', whenText(noticedAt), whenText(replacedBy))
      : t('damagedLost', whenText(noticedAt));
  return (
    <div class="notice notice-alert page-notice" role="alert">
      <p>{sentence}</p>
      <div class="buttons">
        <button
          type="button"
          class="plain"
          onClick={() => downloadText('hatrack-damaged.txt', removeSecrets(readable(found)).text)}
        >
          {t('saveDamaged')}
        </button>
        <button type="button" class="plain" onClick={() => void writeItem(damagedItem, undefined)}>
          {t('dismiss')}
        </button>
      </div>
    </div>
  );
}

/** The text where one is to be found in it, else all of it. */
function readable(found: unknown): string {
  const { data } = (typeof found === 'object' && found !== null ? found : {}) as { data?: unknown };
  const { text } = (typeof data === 'object' && data !== null ? data : {}) as { text?: unknown };
  return typeof text === 'string' ? text : (JSON.stringify(found, undefined, 2) ?? '');
}
