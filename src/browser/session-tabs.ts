import type { ConsoleTabApi } from '../protocol.ts';
import { askTab, MessageError } from './messaging.ts';
import { tabsOfSameCookies } from './tabs.ts';

/** What a console tab says of itself. The page may be anybody's: the facts are still to be parsed. */
export interface ToldFacts {
  readonly tabId: number;
  /** As the browser says. */
  readonly url: string;
  readonly facts: unknown;
}

/** A tab answers within milliseconds, or it sleeps: then the user does not wait for it. */
const ANSWER_MS = 600;

/** Asks the console tabs that share a tab's sessions who is signed in there, that tab first. Only on the user's demand. */
export async function askSessionTabs(tabId: number): Promise<readonly ToldFacts[]> {
  const tabs = await tabsOfSameCookies(tabId);
  const told = await Promise.all(tabs.map(({ id, url }) => askFacts(id, url)));
  return told.filter((one) => one !== undefined);
}

async function askFacts(tabId: number, url: string): Promise<ToldFacts | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ANSWER_MS);
  });
  try {
    const facts = await Promise.race([askTab<ConsoleTabApi>('console-tab', tabId)('facts', undefined), tooLate]);
    return facts && { tabId, url, facts };
  } catch (error) {
    // Still loading, or opened before Hatrack was there: no content script is in it.
    if (error instanceof MessageError) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
