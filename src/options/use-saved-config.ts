import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import {
  ChangedMeanwhileError,
  readSavedConfig,
  repairConfig,
  saveConfig,
  watchSavedConfig,
} from '../browser/config-store.ts';
import { draftItem, versionsItem } from '../browser/items.ts';
import { NewerVersionError, readItem } from '../browser/stored-item.ts';
import { firstKept } from '../browser/version-store.ts';
import { removeSecrets } from '../core/config/secrets.ts';
import { mergeConfigs } from '../core/merge/merge-configs.ts';
import type { Draft } from '../core/saved/draft.ts';
import type { SavedConfig } from '../core/saved/saved-config.ts';
import { type Translate, useTranslate } from '../ui/translation.ts';
import { useDraft } from './use-draft.ts';
import { whenText } from './when-text.ts';

interface Notice {
  readonly sentence: string;
  readonly isAlert: boolean;
}

/** What is typed here and what was saved elsewhere meanwhile change the same: the user decides. */
export interface EditConflict {
  /** The text that both were made from. */
  readonly base: string;
  readonly theirs: SavedConfig;
}

export interface EditedConfig {
  /** What stands in the editor. */
  readonly text: string;
  readonly isChanged: boolean;
  /** False until the saved text has been read, and where a newer version has saved it. */
  readonly isLoaded: boolean;
  /** Not before the user has decided between what is typed and what was saved elsewhere. */
  readonly canSave: boolean;
  readonly notice: Notice | undefined;
  readonly conflict: EditConflict | undefined;
  setText(text: string): void;
  /** Saves what stands in the editor, or another text in its place. */
  save(text?: string): void;
  /** Goes back to the saved text. */
  discard(): void;
  /** Puts what the user has made of both texts into the editor, to be saved. */
  settle(text: string): void;
}

/**
 * The text in the editor against the one that is saved. What is typed is kept as a draft from the first moment, so that
 * neither a closed tab nor a crash loses it; a change from elsewhere is joined with it, and never replaces it.
 */
export function useSavedConfig(): EditedConfig {
  const t = useTranslate();
  const [saved, setSaved] = useState<SavedConfig>();
  const [text, setEdited] = useState('');
  const [notice, setNotice] = useState<Notice>();
  const [conflict, setConflict] = useState<EditConflict>();
  /** What this page is saving: the change that it causes is nobody else's. */
  const saving = useRef<string | undefined>(undefined);
  const isChanged = saved !== undefined && text !== saved.text;
  useDraft(saved, text, isChanged);
  /** As of the last rendering. Effects come later, in a tab behind others much later: what was typed since counts. */
  const latest = useRef({ saved, text, conflict });
  latest.current = { saved, text, conflict };

  /** Brings what is typed, which was made from `base`, onto another saved text. */
  const rebase = useCallback(
    (base: string, typed: string, next: SavedConfig) => {
      const merge = mergeConfigs({ base, mine: typed, theirs: next.text });
      if (merge.conflicts.length > 0) {
        setConflict({ base, theirs: next });
        setNotice({ sentence: t('changedElsewhere'), isAlert: true });
        return;
      }
      setSaved(next);
      setEdited(merge.text);
      setConflict(undefined);
      setNotice({ sentence: t('joinedElsewhere'), isAlert: false });
    },
    [t],
  );

  useEffect(() => {
    Promise.all([readSavedConfig(), readItem(draftItem), readItem(versionsItem)]).then(
      async ([{ config: found, isDamaged }, draft, versions]) => {
        if (isDamaged) await repairConfig(Date.now());
        setSaved(found);
        setEdited(draft?.text ?? found.text);
        if (draft === undefined || draft.text === found.text) return;
        setNotice(draftNotice(draft, t));
        if (draft.basedOn === found.id) return;
        rebase((await firstKept(versions, [draft.basedOn])) ?? '', draft.text, found);
      },
      (error: unknown) => setNotice(alertOf(error, t)),
    );
  }, [t, rebase]);

  useEffect(() => {
    const watching = new AbortController();
    const onChange = (next: SavedConfig) => {
      const now = latest.current;
      if (now.saved === undefined || next.id === now.saved.id) return;
      const isOwn = next.text === saving.current;
      if (isOwn || next.text === now.saved.text || next.text === now.text) setSaved(next);
      else if (now.text !== now.saved.text) rebase(now.conflict?.base ?? now.saved.text, now.text, next);
      else {
        // What is only looked at follows.
        setSaved(next);
        setEdited(next.text);
      }
    };
    watchSavedConfig(onChange, watching.signal);
    return () => watching.abort();
  }, [rebase]);

  const save = useCallback(
    (other?: string) => {
      if (saved === undefined) return;
      const wanted = other ?? text;
      const { text: clean, removed } = removeSecrets(wanted);
      saving.current = clean;
      saveConfig(clean, saved.id, Date.now()).then(
        (config) => {
          setSaved(config);
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
  const discard = useCallback(() => {
    if (conflict) setSaved(conflict.theirs);
    setConflict(undefined);
    setText((conflict?.theirs ?? saved)?.text ?? '');
  }, [saved, conflict, setText]);
  const settle = useCallback(
    (decided: string) => {
      if (conflict) setSaved(conflict.theirs);
      setConflict(undefined);
      setText(decided);
    },
    [conflict, setText],
  );
  const isLoaded = saved !== undefined;
  const canSave = isLoaded && conflict === undefined;
  return { text, isChanged, isLoaded, canSave, notice, conflict, setText, save, discard, settle };
}

function draftNotice(draft: Draft, t: Translate): Notice {
  return { sentence: t('draftRestored', whenText(draft.typedAt)), isAlert: false };
}

function alertOf(error: unknown, t: Translate): Notice {
  if (error instanceof NewerVersionError) return { sentence: t('newerVersion'), isAlert: true };
  if (error instanceof ChangedMeanwhileError) return { sentence: t('changedElsewhere'), isAlert: true };
  return { sentence: t('saveFailed', error instanceof Error ? error.message : String(error)), isAlert: true };
}
