import { readableAccount } from '../roles/role-list.ts';
import { fold } from '../search/fold.ts';
import type { HistoryEntry, SwitchResult } from './history-entry.ts';

/** What of the history is looked for; empty texts look for nothing in particular. */
export interface HistoryFilter {
  readonly query: string;
  readonly result: SwitchResult | undefined;
  /** The first and the last day, as `dayOf` writes them. */
  readonly since: string;
  readonly until: string;
}

export const NO_FILTER: HistoryFilter = { query: '', result: undefined, since: '', until: '' };

/** The entries that have every word of the query and are of those days and that result, the latest first. */
export function searchHistory(entries: readonly HistoryEntry[], filter: HistoryFilter): readonly HistoryEntry[] {
  const words = fold(filter.query).split(/\s+/).filter(Boolean);
  return entries
    .filter((entry) => isWanted(entry, filter) && (words.length === 0 || hasAll(textOf(entry), words)))
    .toSorted((a, b) => b.at - a.at);
}

/** The day in the user's own time zone, as date inputs write it: `2026-01-31`. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const parts = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return [String(date.getFullYear()).padStart(4, '0'), ...parts].join('-');
}

function isWanted({ at, result }: HistoryEntry, filter: HistoryFilter): boolean {
  if (filter.result !== undefined && result !== filter.result) return false;
  if (filter.since === '' && filter.until === '') return true;
  const day = dayOf(at);
  return day >= filter.since && (filter.until === '' || day <= filter.until);
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function textOf({ at, from, to, page, result }: HistoryEntry): string {
  return fold(
    [dayOf(at), from, to.label, to.account, readableAccount(to.account), to.roleName, page, result].join('\n'),
  );
}
