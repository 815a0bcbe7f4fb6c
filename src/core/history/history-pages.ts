import { recordOf } from '../record.ts';
import { type HistoryEntry, parseEntry } from './history-entry.ts';

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
/** More pages than any limit allows are none that Hatrack has written. */
const MOST_PAGES = 1000;
export const NO_HISTORY: HistoryContents = { first: 1, last: 0 };

export function parseContents(data: unknown): HistoryContents {
  const { first, last } = recordOf(data);
  if (!isNumber(first) || !isNumber(last) || first < 1 || last < first - 1) return NO_HISTORY;
  return { first: Math.max(first, last - MOST_PAGES + 1), last };
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** The numbers of the pages, the oldest first. */
export function pageNumbers({ first, last }: HistoryContents): readonly number[] {
  return numbersFrom(first, last + 1);
}

/** The oldest first. */
export function parsePage(data: unknown): readonly HistoryEntry[] {
  return (Array.isArray(data) ? data : []).flatMap((entry) => parseEntry(entry) ?? []);
}

/**
 * Where an entry goes that is added behind the last page, and which pages are then more than are kept.
 *
 * @param limit how many entries are kept at most, a multiple of the page's size
 */
export function withEntry(
  contents: HistoryContents,
  lastPage: readonly HistoryEntry[],
  entry: HistoryEntry,
  limit: number,
): { readonly contents: HistoryContents; readonly page: readonly HistoryEntry[]; readonly dropped: readonly number[] } {
  const isFull = contents.last < contents.first || lastPage.length >= PAGE_SIZE;
  const last = isFull ? contents.last + 1 : contents.last;
  const page = isFull ? [entry] : [...lastPage, entry];
  // The last page counts as full, so that there are never more than the limit.
  const first = Math.max(contents.first, last - limit / PAGE_SIZE + 1);
  return { contents: { first, last }, page, dropped: numbersFrom(contents.first, first) };
}

function numbersFrom(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, at) => first + at);
}
