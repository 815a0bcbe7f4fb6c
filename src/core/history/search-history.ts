import { readableAccount } from '../roles/role-list.ts';
import { fold } from '../search/fold.ts';
import type { HistoryEntry } from './history-entry.ts';

/** The entries that have every word of the query, the latest first; without one all. */
export function searchHistory(entries: readonly HistoryEntry[], query: string): readonly HistoryEntry[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? entries : entries.filter((entry) => hasAll(textOf(entry), words));
  return found.toSorted((a, b) => b.at - a.at);
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function textOf({ at, from, to, page, result }: HistoryEntry): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return fold([day, from, to.label, to.account, readableAccount(to.account), to.roleName, page, result].join('\n'));
}
