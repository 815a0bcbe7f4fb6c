import { syncStatusItem } from '../browser/items.ts';
import { isPrivateWindow } from '../browser/platform.ts';
import { SYNC_QUOTA } from '../core/saved/replica.ts';
import type { SyncState, SyncStatus } from '../core/saved/sync-status.ts';
import { type MessageKey, type Translate, useTranslate } from '../ui/translation.ts';
import { SettingChoice } from './setting-choice.tsx';
import { useItem } from './use-item.ts';
import { whenText } from './when-text.ts';

const SENTENCES = {
  never: 'syncNever',
  off: 'syncOff',
  synced: 'syncDone',
  waiting: 'syncWaiting',
  'too-large': 'syncTooLarge',
  failed: 'syncFailed',
  unavailable: 'syncUnavailable',
  incomplete: 'syncIncomplete',
  newer: 'syncNewer',
  conflict: 'syncConflict',
} as const satisfies Record<SyncState, MessageKey>;

const ALERTS: ReadonlySet<SyncState> = new Set(['too-large', 'failed', 'newer', 'conflict']);

/** Whether the text reaches the user's other devices, how much of the quota it takes, and what to do where it doesn't. */
export function SyncSection() {
  const t = useTranslate();
  const status = useItem(syncStatusItem);
  if (!status) return null;
  return (
    <section class="sync">
      <h2>{t('sync')}</h2>
      <SettingChoice name="sync" />
      <p role="status" class={ALERTS.has(status.state) ? 'notice notice-alert' : 'quiet'}>
        {sentenceOf(status, t)}
      </p>
      {status.bytes > 0 && <QuotaMeter bytes={status.bytes} />}
      {status.receivedAt > 0 && <p class="quiet">{t('syncReceived', whenText(status.receivedAt))}</p>}
      {isPrivateWindow() && <p class="quiet">{t('privateWindow')}</p>}
    </section>
  );
}

function sentenceOf(status: SyncStatus, t: Translate): string {
  const when = status.state === 'failed' ? status.retryAt : status.pushedAt;
  return t(SENTENCES[status.state], when > 0 ? whenText(when) : '–');
}

function QuotaMeter({ bytes }: { readonly bytes: number }) {
  const t = useTranslate();
  const { totalBytes } = SYNC_QUOTA;
  const text = t('syncBytes', bytes.toLocaleString(), totalBytes.toLocaleString());
  return (
    <p class="quota">
      <meter min={0} max={totalBytes} high={totalBytes * 0.9} optimum={0} value={bytes} aria-label={t('syncQuota')} />
      <span class="quiet">{text}</span>
    </p>
  );
}
