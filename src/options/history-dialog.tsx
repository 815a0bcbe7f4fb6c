import { useEffect, useState } from 'preact/hooks';
import { versionsItem } from '../browser/items.ts';
import { versionText } from '../browser/version-store.ts';
import type { SavedVersion } from '../core/saved/versions.ts';
import { useTranslate } from '../ui/translation.ts';
import { Dialog } from './dialog.tsx';
import { Diff } from './diff.tsx';
import { useItem } from './use-item.ts';
import { whenText } from './when-text.ts';

interface HistoryDialogProps {
  /** What stands in the editor. */
  readonly text: string;
  readonly onRestore: (text: string) => void;
  readonly onClose: () => void;
}

/** The last saved texts, what each would change, and the way back to it. */
export function HistoryDialog({ text, onRestore, onClose }: HistoryDialogProps) {
  const t = useTranslate();
  const versions = useItem(versionsItem);
  const [chosen, setChosen] = useState<SavedVersion>();
  const version = chosen ?? versions?.[0];
  return (
    <Dialog title={t('history')} onClose={onClose}>
      <p class="quiet">{versions?.length === 0 ? t('noHistory') : t('historyHelp')}</p>
      <div class="history">
        <ul>
          {versions?.map((entry) => (
            <li key={entry.savedAt}>
              <button type="button" aria-pressed={entry === version} onClick={() => setChosen(entry)}>
                {whenText(entry.savedAt)}
                <span class="quiet">{t(entry.origin === 'sync' ? 'versionSync' : 'versionHere')}</span>
              </button>
            </li>
          ))}
        </ul>
        {version && <Version version={version} text={text} onRestore={onRestore} />}
      </div>
    </Dialog>
  );
}

interface VersionProps {
  readonly version: SavedVersion;
  readonly text: string;
  readonly onRestore: (text: string) => void;
}

function Version({ version, text, onRestore }: VersionProps) {
  const t = useTranslate();
  const [kept, setKept] = useState<{ readonly text: string | undefined }>();
  useEffect(() => {
    setKept(undefined);
    let isAsked = true;
    void versionText(version).then((found) => {
      if (isAsked) setKept({ text: found });
    });
    return () => {
      isAsked = false;
    };
  }, [version]);
  if (!kept) return null;
  const { text: found } = kept;
  if (found === undefined) return <p class="notice notice-alert">{t('versionDamaged')}</p>;
  if (found === text) return <p class="quiet">{t('versionIsCurrent')}</p>;
  return (
    <div class="version">
      <p class="quiet">{t('diffHelp')}</p>
      <Diff before={text} after={found} />
      <button type="button" class="primary" onClick={() => onRestore(found)}>
        {t('restore')}
      </button>
    </div>
  );
}
