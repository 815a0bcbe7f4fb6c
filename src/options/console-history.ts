import { askTab, MessageError } from '../browser/messaging.ts';
import { consoleTabs } from '../browser/tabs.ts';
import type { ConsoleTabApi } from '../protocol.ts';

/** The console's own role history, from the console tab that was used last and has one. */
export async function readConsoleHistory(): Promise<string | undefined> {
  for (const tabId of await consoleTabs()) {
    try {
      const history = await askTab<ConsoleTabApi>('console-tab', tabId)('roleHistory', undefined);
      if (history !== undefined && history !== null) return history;
    } catch (error) {
      // A tab from before Hatrack was there does not answer: the next one may.
      if (!(error instanceof MessageError)) throw error;
    }
  }
  return undefined;
}
