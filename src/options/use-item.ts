import { useEffect, useState } from 'preact/hooks';
import { readItem, type StoredItem, watchItem } from '../browser/stored-item.ts';

/** A stored value, kept up to date; undefined until it has been read. */
export function useItem<T>(item: StoredItem<T>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    const watching = new AbortController();
    watchItem(item, setValue, watching.signal);
    void readItem(item).then((read) => setValue(() => read));
    return () => watching.abort();
  }, [item]);
  return value;
}
