import { browser } from './extension-api.ts';

/**
 * One key of storage.local and the value it holds, saved as `{ v, data }`. `parse` makes a total value of whatever is
 * found: storage is an input like any other.
 */
export interface StoredItem<T> {
  readonly key: string;
  readonly version: number;
  /** Pure steps, never deleted: the first makes data of version 2 from data of version 1, and so on. */
  readonly upgrades?: readonly ((data: unknown) => unknown)[];
  readonly parse: (data: unknown) => T;
}

/** Raised where a newer Hatrack wrote the value: it is left alone, and nothing older is put in its place. */
export class NewerVersionError extends Error {
  constructor(readonly key: string) {
    super(`${key} was written by a newer version`);
  }
}

/** Reads the value; an absent one parses from undefined. Never writes. @throws {NewerVersionError} */
export async function readItem<T>(item: StoredItem<T>): Promise<T> {
  const found = await browser.storage.local.get(item.key);
  return parseEnvelope(item, found[item.key]);
}

/** Reads several values at once, in the order that they are named. @throws {NewerVersionError} */
export async function readItems<T>(items: readonly StoredItem<T>[]): Promise<readonly T[]> {
  const found = await browser.storage.local.get(items.map(({ key }) => key));
  return items.map((item) => parseEnvelope(item, found[item.key]));
}

/** Reads what lies under the key, as it is: for what `parse` can make nothing of. */
export async function readRaw(item: StoredItem<unknown>): Promise<unknown> {
  const found = await browser.storage.local.get(item.key);
  return found[item.key];
}

/** Writes the value whole. Rejects when the browser refuses the write. */
export async function writeItem<T>(item: StoredItem<T>, data: T): Promise<void> {
  await browser.storage.local.set(envelope(item, data));
}

/** What one `set` writes; several, spread into one object, are written together or not at all. */
export function envelope<T>(item: StoredItem<T>, data: T): Record<string, unknown> {
  return { [item.key]: { v: item.version, data } };
}

/** Writes several values by one `set`: all of them or none. Rejects when the browser refuses the write. */
export async function writeTogether(envelopes: Record<string, unknown>): Promise<void> {
  await browser.storage.local.set(envelopes);
}

/** Removes the values. */
export async function removeItems(items: readonly StoredItem<unknown>[]): Promise<void> {
  await browser.storage.local.remove(items.map(({ key }) => key));
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

/** Calls back when one of the values may have changed. Register it synchronously at start-up. */
export function onItemChange(items: readonly StoredItem<unknown>[], onChange: () => void): void {
  onKeyChange((key) => items.some((item) => item.key === key), onChange);
}

/**
 * Calls back when a value under one of those keys may have changed, until the signal says no more. Register it
 * synchronously at start-up.
 */
export function onKeyChange(isWanted: (key: string) => boolean, onChange: () => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && Object.keys(changes).some(isWanted)) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

function parseEnvelope<T>(item: StoredItem<T>, value: unknown): T {
  if (value === undefined) return item.parse(undefined);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'data')) return item.parse(null);
  const { v, data } = value as { v?: unknown; data?: unknown };
  if (typeof v === 'number' && v > item.version) throw new NewerVersionError(item.key);
  const steps = typeof v === 'number' ? (item.upgrades ?? []).slice(Math.max(0, v - 1)) : [];
  return item.parse(steps.reduce((older, upgrade) => upgrade(older), data));
}
