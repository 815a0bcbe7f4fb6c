import { useEffect, useState } from 'preact/hooks';
import { clearHistory, deleteFromHistory, onHistoryChange, readHistory } from '../browser/history-store.ts';
import type { HistoryEntry } from '../core/history/history-entry.ts';

export interface ShownHistory {
  /** Undefined until it is read. */
  readonly entries: readonly HistoryEntry[] | undefined;
  /** What the browser has refused. */
  readonly failure: 'read' | 'write' | undefined;
  /** Deletes these; without any named, everything. */
  readonly remove: (entries?: readonly HistoryEntry[]) => void;
}

/** The history as it is stored, read again whenever it has changed. */
export function useHistory(): ShownHistory {
  const [entries, setEntries] = useState<readonly HistoryEntry[]>();
  const [failure, setFailure] = useState<ShownHistory['failure']>();
  const failed = (what: 'read' | 'write') => (error: unknown) => {
    console.warn('Hatrack: the history is not accessible.', error);
    setFailure(what);
  };
  useEffect(() => {
    const watching = new AbortController();
    const read = () =>
      void readHistory().then((found) => {
        setEntries(found);
        setFailure(undefined);
      }, failed('read'));
    onHistoryChange(read, watching.signal);
    read();
    return () => watching.abort();
  }, []);
  const remove = (some?: readonly HistoryEntry[]) => {
    const done = some ? deleteFromHistory(new Set(some.map(({ id }) => id))) : clearHistory();
    done.catch(failed('write'));
  };
  return { entries, failure, remove };
}
