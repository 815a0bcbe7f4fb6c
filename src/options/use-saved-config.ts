import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { saveConfig } from '../browser/config-store.ts';
import { configItem, draftItem } from '../browser/items.ts';
import { NewerVersionError, readItem, watchItem, writeItem } from '../browser/stored-item.ts';
import { removeSecrets } from '../core/config/secrets.ts';
import { NOTHING_SAVED, type SavedConfig } from '../core/saved/saved-config.ts';
import type { Draft } from '../core/saved/versions.ts';
import { type Translate, useTranslate } from '../ui/translation.ts';
import { whenText } from './when-text.ts';

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
  /** Saves what stands in the editor, or another text in its place. */
  save(text?: string): void;
  /** Goes back to the saved text. */
  discard(): void;
}

/** The least time between two writes of a draft. */
const DRAFT_PAUSE_MS = 250;

/**
 * The text in the editor against the one that is saved. What is typed is kept as a draft from the first moment, so that
 * neither a closed tab nor a crash loses it, and a change from elsewhere never replaces it.
 */
export function useSavedConfig(): EditedConfig {
  const t = useTranslate();
  const [saved, setSaved] = useState<SavedConfig>();
  const [text, setEdited] = useState('');
  const [notice, setNotice] = useState<Notice>();
  /** What this page is saving: the change that it causes is nobody else's. */
  const saving = useRef<string | undefined>(undefined);
  const isChanged = saved !== undefined && text !== saved.text;
  useDraft(saved, text, isChanged);

  useEffect(() => {
    Promise.all([readItem(configItem), readItem(draftItem)]).then(
      ([found, draft]) => {
        setSaved(found);
        const isUnsaved = draft !== undefined && draft.text !== found.text;
        setEdited(isUnsaved ? draft.text : found.text);
        if (isUnsaved) setNotice(draftNotice(draft, found, t));
      },
      (error: unknown) => setNotice(alertOf(error, t)),
    );
  }, [t]);

  useEffect(() => {
    const watching = new AbortController();
    const onChange = (next: SavedConfig) => {
      if (saved === undefined || next.text === saved.text) return;
      setSaved(next);
      if (next.text === saving.current) return;
      // What is being edited stays; what is only looked at follows.
      if (text === saved.text) setEdited(next.text);
      else if (next.text !== text) setNotice({ sentence: t('changedElsewhere'), isAlert: true });
    };
    watchItem(configItem, onChange, watching.signal);
    return () => watching.abort();
  }, [saved, text, t]);

  const save = useCallback(
    (other?: string) => {
      if (saved === undefined) return;
      const wanted = other ?? text;
      const { text: clean, removed } = removeSecrets(wanted);
      saving.current = clean;
      saveConfig(clean, Date.now()).then(
        async () => {
          setSaved((before) => ({ ...(before ?? NOTHING_SAVED), text: clean }));
          setEdited((now) => (now === text || other !== undefined ? clean : now));
          const lines = removed.map(({ line, key }) => `${line} (${key})`).join(', ');
          setNotice({ sentence: lines === '' ? t('saved') : t('secretsRemoved', lines), isAlert: lines !== '' });
        },
        (error: unknown) => setNotice(alertOf(error, t)),
      );
    },
    [saved, text, t],
  );
  const setText = useCallback((next: string) => {
    setEdited(next);
    setNotice(undefined);
  }, []);
  const discard = useCallback(() => setText(saved?.text ?? ''), [saved, setText]);
  return { text, isChanged, canSave: saved !== undefined, notice, setText, save, discard };
}

/** Keeps what is typed, at once and then every moment, and lets go of it when it is saved or taken back. */
function useDraft(saved: SavedConfig | undefined, text: string, isChanged: boolean): void {
  /** A draft that another tab of this page keeps is not this one's to let go of. */
  const isKept = useRef(false);
  const keptAt = useRef(0);
  useEffect(() => {
    if (!saved || (!isChanged && !isKept.current)) return;
    let isPending = true;
    const keep = () => {
      isPending = false;
      isKept.current = isChanged;
      keptAt.current = Date.now();
      const draft: Draft = { text: removeSecrets(text).text, typedAt: Date.now(), basedOn: saved.savedAt };
      void writeItem(draftItem, isChanged ? draft : undefined);
    };
    const timer = setTimeout(keep, Math.max(0, keptAt.current + DRAFT_PAUSE_MS - Date.now()));
    // Storage takes a moment that a tab which is closing does not have: the browser asks first.
    const stay = (event: BeforeUnloadEvent) => {
      if (!isPending || !isChanged) return;
      keep();
      event.preventDefault();
    };
    addEventListener('beforeunload', stay);
    return () => {
      clearTimeout(timer);
      removeEventListener('beforeunload', stay);
    };
  }, [saved, text, isChanged]);
}

function draftNotice(draft: Draft, saved: SavedConfig, t: Translate): Notice {
  const when = whenText(draft.typedAt);
  const isOlder = draft.basedOn < saved.savedAt;
  return { sentence: isOlder ? t('draftRestoredOverNewer', when) : t('draftRestored', when), isAlert: isOlder };
}

function alertOf(error: unknown, t: Translate): Notice {
  if (error instanceof NewerVersionError) return { sentence: t('newerVersion'), isAlert: true };
  return { sentence: t('saveFailed', error instanceof Error ? error.message : String(error)), isAlert: true };
}
