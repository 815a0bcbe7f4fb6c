import { type PendingEntry, parsePending } from '../core/history/pending-entry.ts';
import { browser } from './extension-api.ts';

/*
 * The history's entry whose switch each tab has posted last: what became of it, its next page tells. In storage.session,
 * which is gone with the browser.
 */

export async function keepPendingEntry(tabId: number, pending: PendingEntry | undefined): Promise<void> {
  const key = keyOf(tabId);
  await (pending ? browser.storage.session.set({ [key]: pending }) : browser.storage.session.remove(key));
}

export async function readPendingEntry(tabId: number): Promise<PendingEntry | undefined> {
  const key = keyOf(tabId);
  return parsePending((await browser.storage.session.get(key))[key]);
}

function keyOf(tabId: number): string {
  return `historyEntry.${tabId}`;
}
