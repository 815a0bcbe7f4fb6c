import { browser } from './extension-api.ts';

/** The history's entry whose switch each tab has posted last: what became of it its next page tells. Gone with the browser. */
export interface PendingEntry {
  readonly id: string;
  /** The role's account and name; undefined for the way back. */
  readonly role: { readonly account: string; readonly roleName: string } | undefined;
}

export async function keepPendingEntry(tabId: number, pending: PendingEntry | undefined): Promise<void> {
  const key = keyOf(tabId);
  await (pending ? browser.storage.session.set({ [key]: pending }) : browser.storage.session.remove(key));
}

export async function readPendingEntry(tabId: number): Promise<PendingEntry | undefined> {
  const key = keyOf(tabId);
  // Only this module writes it, and the browser keeps content scripts from it.
  return (await browser.storage.session.get(key))[key] as PendingEntry | undefined;
}

function keyOf(tabId: number): string {
  return `historyEntry.${tabId}`;
}
