import type { ConsoleTabApi } from '../protocol.ts';
import { askTab, MessageError } from './messaging.ts';
import { allowPatterns, missingPatterns, onAccessChange } from './permissions.ts';
import { consoleTabs, reloadTabs } from './tabs.ts';

/** What mends missing access to the console's hosts, in one place for every page that offers it. */
export const hostAccess = {
  missing: missingPatterns,
  watch: onAccessChange,
  allow: allowPatterns,
  silentTabs: silentConsoleTabs,
  reload: reloadTabs,
} as const;

/** The console tabs in which Hatrack does not run: they were opened before it was there, or allowed. */
async function silentConsoleTabs(): Promise<readonly number[]> {
  const tabIds = await consoleTabs();
  const answers = await Promise.all(tabIds.map(isAnswering));
  return tabIds.filter((_tabId, index) => !answers[index]);
}

async function isAnswering(tabId: number): Promise<boolean> {
  try {
    await askTab<ConsoleTabApi>('console-tab', tabId)('roleHistory', undefined);
    return true;
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return false;
  }
}
