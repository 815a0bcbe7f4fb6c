import type { HistoryEntry, SwitchResult } from '../core/history/history-entry.ts';
import { pageNumbers, withEntry } from '../core/history/history-pages.ts';
import { historyItem, historyPageItem } from './items.ts';
import { withStorageLock } from './storage-lock.ts';
import { envelope, onKeyChange, readItem, readItems, removeItems, writeTogether } from './stored-item.ts';

/**
 * Adds an entry; the oldest go where there are too many. All of it is one `set`: cut off anywhere, the history is as it
 * was, or has the entry.
 */
export function addToHistory(entry: HistoryEntry, limit: number): Promise<void> {
  return withStorageLock(async () => {
    const before = await readItem(historyItem);
    const { contents, page, dropped } = withEntry(before, await readItem(historyPageItem(before.last)), entry, limit);
    await writeTogether({
      ...emptied(dropped),
      ...envelope(historyItem, contents),
      ...envelope(historyPageItem(contents.last), page),
    });
    await removePages(dropped);
  });
}

/** Says what became of a switch; nothing where its entry is gone. It is among the latest. */
export function settleHistory(id: string, result: SwitchResult): Promise<void> {
  return withStorageLock(async () => {
    const latest = pageNumbers(await readItem(historyItem)).slice(-2);
    for (const number of latest.toReversed()) {
      const page = await readItem(historyPageItem(number));
      const entry = page.find((one) => one.id === id);
      if (!entry) continue;
      const settled = page.map((one) => (one === entry ? { ...one, result } : one));
      if (entry.result !== result) await writeTogether(envelope(historyPageItem(number), settled));
      return;
    }
  });
}

/** All of it, the oldest first. */
export async function readHistory(): Promise<readonly HistoryEntry[]> {
  const numbers = pageNumbers(await readItem(historyItem));
  return (await readItems(numbers.map(historyPageItem))).flat();
}

/** Takes entries out: all of them or none. */
export function deleteFromHistory(ids: ReadonlySet<string>): Promise<void> {
  return withStorageLock(async () => {
    const items = pageNumbers(await readItem(historyItem)).map(historyPageItem);
    const pages = await readItems(items);
    const changed = items.map((item, at) => {
      const page = pages[at] ?? [];
      const rest = page.filter(({ id }) => !ids.has(id));
      return rest.length < page.length ? envelope(item, rest) : {};
    });
    await writeTogether(Object.assign({}, ...changed));
  });
}

/** Deletes all of it. Page numbers go on, so that nothing of it can come back with a page of an earlier number. */
export function clearHistory(): Promise<void> {
  return withStorageLock(async () => {
    const contents = await readItem(historyItem);
    const numbers = pageNumbers(contents);
    await writeTogether({ ...emptied(numbers), ...envelope(historyItem, { ...contents, first: contents.last + 1 }) });
    await removePages(numbers);
  });
}

/** Calls back when there is more of it, or less. */
export function onHistoryChange(onChange: () => void, signal: AbortSignal): void {
  // Most changes are those of a page alone.
  onKeyChange((key) => key === historyItem.key || key.startsWith(`${historyItem.key}.`), onChange, signal);
}

/** Pages that are not named any more have nothing in them, even where Hatrack is cut off before it removes them. */
function emptied(numbers: readonly number[]): Record<string, unknown> {
  return Object.assign({}, ...numbers.map((number) => envelope(historyPageItem(number), [])));
}

async function removePages(numbers: readonly number[]): Promise<void> {
  if (numbers.length > 0) await removeItems(numbers.map(historyPageItem));
}
