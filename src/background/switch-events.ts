import type { Sender } from '../browser/messaging.ts';
import { askAllTabs } from '../browser/session-tabs.ts';
import { openTab } from '../browser/tabs.ts';
import { PARTITIONS } from '../core/console/partition.ts';
import { switchEventsUrl } from '../core/history/cloudtrail.ts';
import { parseEntry } from '../core/history/history-entry.ts';
import { tabInAccount } from '../core/history/tab-in-account.ts';
import type { TabSession } from '../core/sessions/open-session.ts';
import { pageInSession } from '../core/sessions/page-in-session.ts';
import { currentConfig } from './current-config.ts';
import { sessionOf } from './message-input.ts';

/**
 * Opens CloudTrail's record of a switch beside a tab whose session is in the account that it led to, and in that session.
 * For the history's page alone.
 */
export async function openSwitchEvents(
  input: unknown,
  sender: Sender,
): Promise<{ readonly kind: 'opened' | 'no-session' }> {
  const entry = parseEntry(input);
  if (!entry || sender.kind !== 'extension-page') return { kind: 'no-session' };
  const [told, { config }] = await Promise.all([askAllTabs(), currentConfig()]);
  const tabs = told.flatMap(({ tabId, url, facts }): TabSession[] => {
    const session = sessionOf(facts, { kind: 'content-script', url, tabId });
    return session ? [{ tabId, pageUrl: url, session }] : [];
  });
  const tab = tabInAccount(tabs, entry, config.bases);
  if (!tab) return { kind: 'no-session' };
  const page = switchEventsUrl(entry.partition, entry.region);
  const { multiSession, partition } = tab.session;
  const url = multiSession && pageInSession(page, multiSession.differentiator, PARTITIONS[partition]);
  await openTab({ url: url ?? page, askingTabId: tab.tabId, place: 'new-tab' });
  return { kind: 'opened' };
}
