import { useEffect, useState } from 'preact/hooks';
import { readSavedConfig, resolveConflict } from '../browser/config-store.ts';
import { syncConflictItem } from '../browser/items.ts';
import type { SavedConfig } from '../core/saved/saved-config.ts';
import { useTranslate } from '../ui/translation.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { useItem } from './use-item.ts';

/** Says that two devices have changed the same, above all else on the page, and opens the way to decide. */
export function ConflictNotice() {
  const t = useTranslate();
  const conflict = useItem(syncConflictItem);
  const [mine, setMine] = useState<SavedConfig>();
  const [failure, setFailure] = useState<string>();
  const conflictId = conflict?.id;
  useEffect(() => setMine(undefined), [conflictId]);
  if (!conflict) return null;
  const open = async () => setMine((await readSavedConfig()).config);
  const decide = async (text: string) => {
    if (!mine) return;
    setMine(undefined);
    try {
      await resolveConflict(text, mine.id, conflict.id, Date.now());
      setFailure(undefined);
    } catch (error) {
      console.warn('Hatrack: the decision could not be saved.', error);
      setFailure(t('decisionOutdated'));
    }
  };
  return (
    <div class="notice notice-alert page-notice sync-conflict" role="alert">
      <p>{t('syncConflict')}</p>
      <button type="button" class="primary" onClick={() => void open()}>
        {t('compareVersions')}
      </button>
      {failure !== undefined && <p>{failure}</p>}
      {mine && (
        <MergeDialog
          base={conflict.base}
          mine={mine.text}
          theirs={conflict.text}
          theirsSavedAt={conflict.savedAt}
          onDone={(text) => void decide(text)}
          onClose={() => setMine(undefined)}
        />
      )}
    </div>
  );
}
