import { parseDifferentiator } from '../core/console/differentiator.ts';
import { browser } from './extension-api.ts';

/** The sessions that are known to have ended although tabs still show them. Labels are never used twice. */
const KEY = 'endedSessions';
/** Far more than a browser has sessions before it is closed. */
const MOST = 200;

export async function readEndedSessions(): Promise<readonly string[]> {
  const { [KEY]: found } = await browser.storage.session.get(KEY);
  return (Array.isArray(found) ? found : []).flatMap((one: unknown) => parseDifferentiator(one) ?? []);
}

/** Keeps that a session has ended. Never rejects: it is then only counted for longer. */
export async function keepEndedSession(differentiator: string): Promise<void> {
  try {
    await navigator.locks.request(KEY, async () => {
      const before = (await readEndedSessions()).filter((one) => one !== differentiator);
      await browser.storage.session.set({ [KEY]: [differentiator, ...before].slice(0, MOST) });
    });
  } catch (error) {
    console.warn('Hatrack: that a session has ended was not kept.', error);
  }
}
