import { useEffect, useRef } from 'preact/hooks';
import { draftItem } from '../browser/items.ts';
import { writeItem } from '../browser/stored-item.ts';
import { removeSecrets } from '../core/config/secrets.ts';
import type { Draft } from '../core/saved/draft.ts';
import type { SavedConfig } from '../core/saved/saved-config.ts';

/** The least time between two writes of a draft. */
const DRAFT_PAUSE_MS = 250;

/** Keeps what is typed, at once and then every moment, and lets go of it when it is saved or taken back. */
export function useDraft(saved: SavedConfig | undefined, text: string, isChanged: boolean): void {
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
      const draft: Draft = { text: removeSecrets(text).text, typedAt: Date.now(), basedOn: saved.id };
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
