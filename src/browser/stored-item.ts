import { browser } from './extension-api.ts';

/**
 * One key of storage.local and the value it holds, saved as `{ v, data }` in a single `set`, so that a write is whole or
 * does not happen. `parse` makes a total value of whatever is found: storage is an input like any other.
 */
export interface StoredItem<T> {
  readonly key: string;
  readonly version: number;
  readonly parse: (data: unknown) => T;
}

/** Raised where a newer Hatrack wrote the value: it is left alone, and nothing older is put in its place. */
export class NewerVersionError extends Error {
  constructor(readonly key: string) {
    super(`${key} was written by a newer version`);
  }
}

/** Reads the value; an absent one parses from undefined. @throws {NewerVersionError} */
export async function readItem<T>(item: StoredItem<T>): Promise<T> {
  const found = await browser.storage.local.get(item.key);
  return parseEnvelope(item, found[item.key]);
}

/** Writes the value whole. Rejects when the browser refuses the write. */
export async function writeItem<T>(item: StoredItem<T>, data: T): Promise<void> {
  await browser.storage.local.set({ [item.key]: { v: item.version, data } });
}

/** Calls back with the new value after every change, from whichever context it came. */
export function watchItem<T>(item: StoredItem<T>, onChange: (value: T) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && Object.hasOwn(changes, item.key)) {
      onChange(parseEnvelope(item, changes[item.key]?.newValue));
    }
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

function parseEnvelope<T>(item: StoredItem<T>, value: unknown): T {
  if (typeof value !== 'object' || value === null) return item.parse(undefined);
  const { v, data } = value as { v?: unknown; data?: unknown };
  if (typeof v === 'number' && v > item.version) throw new NewerVersionError(item.key);
  return item.parse(data);
}
