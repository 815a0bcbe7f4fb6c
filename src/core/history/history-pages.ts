import { recordOf } from '../record.ts';
import { HISTORY_LIMIT, type HistoryEntry, parseEntry } from './history-entry.ts';

/*
 * The history lies in storage page by page, so that a switch writes a hundred entries anew and not five thousand. Pages
 * are numbered; the contents say which there are.
 */

/** Which pages there are: from the first to the last one, which is being written. None where the last is before the first. */
export interface HistoryContents {
  readonly first: number;
  readonly last: number;
}

export const PAGE_SIZE = 100;
export const NO_HISTORY: HistoryContents = { first: 1, last: 0 };

export function parseContents(data: unknown): HistoryContents {
  const { first, last } = recordOf(data);
  const areNumbers = Number.isSafeInteger(first) && Number.isSafeInteger(last);
  return areNumbers && (first as number) >= 1 && (last as number) >= (first as number) - 1
    ? { first: first as number, last: last as number }
    : NO_HISTORY;
}

/** The oldest first. */
export function parsePage(data: unknown): readonly HistoryEntry[] {
  return (Array.isArray(data) ? data : []).flatMap((entry) => parseEntry(entry) ?? []);
}

/** Where an entry goes that is added behind the last page, and which pages are then more than are kept. */
export function withEntry(
  contents: HistoryContents,
  lastPage: readonly HistoryEntry[],
  entry: HistoryEntry,
): { readonly contents: HistoryContents; readonly page: readonly HistoryEntry[]; readonly dropped: readonly number[] } {
  const isFull = contents.last < contents.first || lastPage.length >= PAGE_SIZE;
  const last = isFull ? contents.last + 1 : contents.last;
  const page = isFull ? [entry] : [...lastPage, entry];
  // The last page counts as full, so that there are never more than the limit.
  const first = Math.max(contents.first, last - HISTORY_LIMIT / PAGE_SIZE + 1);
  const dropped = Array.from({ length: first - contents.first }, (_, at) => contents.first + at);
  return { contents: { first, last }, page, dropped };
}
