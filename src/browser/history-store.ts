import type { HistoryEntry, SwitchResult } from '../core/history/history-entry.ts';
import { type HistoryContents, NO_HISTORY, withEntry } from '../core/history/history-pages.ts';
import { historyItem, historyPageItem } from './items.ts';
import { withStorageLock } from './storage-lock.ts';
import { envelope, onKeyChange, readItem, removeItems, writeTogether } from './stored-item.ts';

/** Adds an entry; the oldest go where there are too many. Contents and page are one `set`: both or neither. */
export function addToHistory(entry: HistoryEntry): Promise<void> {
  return withStorageLock(async () => {
    const before = await readItem(historyItem);
    const { contents, page, dropped } = withEntry(before, await readItem(historyPageItem(before.last)), entry);
    await writeTogether({
      ...envelope(historyItem, contents),
      ...envelope(historyPageItem(contents.last), page),
    });
    // Cut off before this, they only take room: the contents do not name them any more.
    if (dropped.length > 0) await removeItems(dropped.map(historyPageItem));
  });
}

/** Says what became of a switch; nothing where its entry is gone. It is among the latest. */
export function settleHistory(id: string, result: SwitchResult): Promise<void> {
  return withStorageLock(async () => {
    const { first, last } = await readItem(historyItem);
    for (let number = last; number >= Math.max(first, last - 1); number--) {
      const page = await readItem(historyPageItem(number));
      if (!page.some((entry) => entry.id === id)) continue;
      const settled = page.map((entry) => (entry.id === id ? { ...entry, result } : entry));
      await writeTogether(envelope(historyPageItem(number), settled));
      return;
    }
  });
}

/** All of it, the oldest first. */
export async function readHistory(): Promise<readonly HistoryEntry[]> {
  const pages = await Promise.all(
    numbersOf(await readItem(historyItem)).map((number) => readItem(historyPageItem(number))),
  );
  return pages.flat();
}

/** Takes one entry out. */
export function deleteFromHistory(id: string): Promise<void> {
  return withStorageLock(async () => {
    for (const number of numbersOf(await readItem(historyItem))) {
      const page = await readItem(historyPageItem(number));
      const rest = page.filter((entry) => entry.id !== id);
      if (rest.length < page.length) await writeTogether(envelope(historyPageItem(number), rest));
    }
  });
}

/** Deletes all of it. Page numbers go on, so that nothing of it can come back with a page of an earlier number. */
export function clearHistory(): Promise<void> {
  return withStorageLock(async () => {
    const contents = await readItem(historyItem);
    await writeTogether(envelope(historyItem, { ...NO_HISTORY, first: contents.last + 1, last: contents.last }));
    await removeItems(numbersOf(contents).map(historyPageItem));
  });
}

/** Calls back when there is more of it, or less. */
export function onHistoryChange(onChange: () => void): void {
  // Most changes are those of a page alone.
  onKeyChange((key) => key === historyItem.key || key.startsWith(`${historyItem.key}.`), onChange);
}

function numbersOf({ first, last }: HistoryContents): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
