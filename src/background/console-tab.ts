import { askTab, MessageError, type Sender } from '../browser/messaging.ts';
import { urlOfTab } from '../browser/tabs.ts';
import type { PageFacts } from '../core/console/session.ts';
import type { ConsoleTabApi, TabOrder } from '../protocol.ts';

/** What a console tab's page says of its session, and as whose word that counts. */
export interface TabFacts {
  readonly facts: PageFacts;
  readonly sender: Extract<Sender, { kind: 'content-script' }>;
}

/** Undefined where no content script answers: the tab is still loading, shows a sign-in page, or is no console at all. */
export async function factsOfTab(tabId: number): Promise<TabFacts | undefined> {
  const url = await urlOfTab(tabId);
  if (url === undefined) return undefined;
  return answerOf(async () => {
    const facts = await askTab<ConsoleTabApi>('console-tab', tabId)('facts', undefined);
    return { facts, sender: { kind: 'content-script', url, tabId } };
  });
}

/** Gives a console tab what the user asked for by a key or in the address bar; false where no content script takes it. */
export async function orderTab(tabId: number, order: TabOrder): Promise<boolean> {
  const taken = await answerOf(() => askTab<ConsoleTabApi>('console-tab', tabId)('takeOrder', order));
  return taken !== undefined;
}

async function answerOf<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof MessageError) return undefined;
    throw error;
  }
}
