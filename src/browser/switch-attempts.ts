import { parseAttempt, type SwitchAttempt, saveAttempt } from '../core/sessions/failed-switch.ts';
import { browser } from './extension-api.ts';

/**
 * The classic switch that each tab has posted last. AWS refuses on its own sign-in host, where Hatrack is not: only
 * afterwards can be seen that nothing came of it. In storage.session, which is gone with the browser.
 */

/** Keeps an attempt; undefined forgets an earlier one. Never rejects: without it, a refusal is only not explained. */
export async function keepAttempt(tabId: number, attempt: SwitchAttempt | undefined): Promise<void> {
  const key = keyOf(tabId);
  try {
    await (attempt
      ? browser.storage.session.set({ [key]: saveAttempt(attempt) })
      : browser.storage.session.remove(key));
  } catch (error) {
    console.warn('Hatrack: the switch was not kept.', error);
  }
}

export async function readAttempt(tabId: number): Promise<SwitchAttempt | undefined> {
  const key = keyOf(tabId);
  const found = await browser.storage.session.get(key);
  return parseAttempt(found[key]);
}

function keyOf(tabId: number): string {
  return `attempt.${tabId}`;
}
