import { syncStatusItem } from '../browser/items.ts';
import type { SyncStatus } from '../core/saved/saved-config.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { useItem } from './use-item.ts';

const SENTENCES = {
  never: 'syncNever',
  synced: 'syncDone',
  'too-large': 'syncTooLarge',
  failed: 'syncFailed',
} as const satisfies Record<SyncStatus['state'], MessageKey>;

/** Whether the text reaches the user's other devices, and how much of the quota it takes. */
export function SyncLine() {
  const t = useTranslate();
  const status = useItem(syncStatusItem);
  if (!status) return null;
  const isAlert = status.state === 'too-large' || status.state === 'failed';
  return (
    <section>
      <h2>{t('sync')}</h2>
      <p class={isAlert ? 'notice notice-alert' : 'quiet'}>
        {t(SENTENCES[status.state], status.bytes.toLocaleString(), status.quota.toLocaleString())}
      </p>
    </section>
  );
}
