import { parseDifferentiator } from '../core/console/differentiator.ts';
import type { ConsoleTabApi } from '../protocol.ts';
import { askTab, MessageError } from './messaging.ts';
import { allConsoleTabs, tabsOfSameCookies } from './tabs.ts';

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
  return askTabs(await tabsOfSameCookies(tabId));
}

/** Asks all console tabs who is signed in there, the one used last first. Only on the user's demand. */
export async function askAllTabs(): Promise<readonly ToldFacts[]> {
  return askTabs(await allConsoleTabs());
}

async function askTabs(tabs: readonly { id: number; url: string }[]): Promise<readonly ToldFacts[]> {
  const told = await Promise.all(tabs.map(({ id, url }) => askFacts(id, url)));
  return told.filter((one) => one !== undefined);
}

/** The labels of the sessions that have not ended, as far as the tab's page can see; hostile input like its facts. */
export async function askSessionMarkers(tabId: number): Promise<readonly string[]> {
  const told: unknown = await inTime(askTab<ConsoleTabApi>('console-tab', tabId)('sessionMarkers', undefined));
  return (Array.isArray(told) ? told : []).flatMap((one: unknown) => parseDifferentiator(one) ?? []);
}

async function askFacts(tabId: number, url: string): Promise<ToldFacts | undefined> {
  const facts = await inTime(askTab<ConsoleTabApi>('console-tab', tabId)('facts', undefined));
  return facts && { tabId, url, facts };
}

/** The tab's answer; undefined where none comes in time. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ANSWER_MS);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } catch (error) {
    // Still loading, or opened before Hatrack was there: no content script is in it.
    if (error instanceof MessageError) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
