import { type PendingLanding, parsePendingLanding, savePendingLanding } from '../core/console/pending-landing.ts';
import { browser } from './extension-api.ts';

/**
 * The second steps that tabs wait for, one for each tab. In storage.session, which is gone with the browser: whoever
 * restores a tab a day later wants to stay where it is.
 */

/** Keeps what the tab is to go on to; undefined forgets an earlier one. Never rejects: without it, the tab stays. */
export async function keepLanding(tabId: number, landing: PendingLanding | undefined): Promise<void> {
  const key = keyOf(tabId);
  try {
    await (landing
      ? browser.storage.session.set({ [key]: savePendingLanding(landing) })
      : browser.storage.session.remove(key));
  } catch (error) {
    console.warn('Hatrack: the page to go on to was not kept.', error);
  }
}

export async function readLanding(tabId: number): Promise<PendingLanding | undefined> {
  const key = keyOf(tabId);
  const found = await browser.storage.session.get(key);
  return parsePendingLanding(found[key]);
}

function keyOf(tabId: number): string {
  return `landing.${tabId}`;
}
