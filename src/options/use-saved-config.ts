import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { saveConfig } from '../browser/config-store.ts';
import { configItem } from '../browser/items.ts';
import { NewerVersionError, readItem, watchItem } from '../browser/stored-item.ts';
import { removeSecrets } from '../core/config/secrets.ts';
import { type Translate, useTranslate } from '../ui/translation.ts';

interface Notice {
  readonly sentence: string;
  readonly isAlert: boolean;
}

export interface EditedConfig {
  /** What stands in the editor. */
  readonly text: string;
  readonly isChanged: boolean;
  /** False until the saved text has been read, and where a newer version has saved it. */
  readonly canSave: boolean;
  readonly notice: Notice | undefined;
  setText(text: string): void;
  save(): void;
}

/** The text in the editor against the one that is saved. */
export function useSavedConfig(): EditedConfig {
  const t = useTranslate();
  const [savedText, setSavedText] = useState<string>();
  const [text, setEdited] = useState('');
  const [notice, setNotice] = useState<Notice>();
  /** What this page is saving: the change that it causes is nobody else's. */
  const saving = useRef<string | undefined>(undefined);
  const isChanged = savedText !== undefined && text !== savedText;

  useEffect(() => {
    readItem(configItem).then(
      (saved) => {
        setSavedText(saved.text);
        setEdited(saved.text);
      },
      (error: unknown) => setNotice(alertOf(error, t)),
    );
  }, [t]);

  useEffect(() => {
    const watching = new AbortController();
    const onChange = (saved: { text: string }) => {
      if (saved.text === savedText || saved.text === saving.current) return;
      setSavedText(saved.text);
      // What is being edited stays; what is only looked at follows.
      if (text === savedText) setEdited(saved.text);
      else if (saved.text !== text) setNotice({ sentence: t('changedElsewhere'), isAlert: true });
    };
    watchItem(configItem, onChange, watching.signal);
    return () => watching.abort();
  }, [savedText, text, t]);

  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isChanged]);

  const save = useCallback(() => {
    if (savedText === undefined) return;
    const { text: clean, removed } = removeSecrets(text);
    saving.current = clean;
    saveConfig(clean, Date.now()).then(
      () => {
        setSavedText(clean);
        setEdited((now) => (now === text ? clean : now));
        const lines = removed.map(({ line, key }) => `${line} (${key})`).join(', ');
        setNotice(
          lines === ''
            ? { sentence: t('saved'), isAlert: false }
            : { sentence: t('secretsRemoved', lines), isAlert: true },
        );
      },
      (error: unknown) => setNotice(alertOf(error, t)),
    );
  }, [savedText, text, t]);

  const setText = useCallback((next: string) => {
    setEdited(next);
    setNotice(undefined);
  }, []);
  return { text, isChanged, canSave: savedText !== undefined, notice, setText, save };
}

function alertOf(error: unknown, t: Translate): Notice {
  if (error instanceof NewerVersionError) return { sentence: t('newerVersion'), isAlert: true };
  return { sentence: t('saveFailed', error instanceof Error ? error.message : String(error)), isAlert: true };
}
