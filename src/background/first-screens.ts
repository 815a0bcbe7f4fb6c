import { forgetFirstScreens, keepFirstScreen } from '../browser/first-screens.ts';
import { configItem, foldedItem, personalItem, picturesItem, settingsItem, teamItem } from '../browser/items.ts';
import type { Sender } from '../browser/messaging.ts';
import { onItemChange } from '../browser/stored-item.ts';
import type { PageFacts } from '../core/console/session.ts';
import { toListSummary } from '../core/finding/list-summary.ts';
import { forgetLists, type OpenList, openList } from './lists.ts';

/** The popup asks as this, whichever tab it stands over. */
const POPUP: Sender = { kind: 'extension-page' };

/** Lists and their first screens are made anew where what they show has changed. Call it synchronously at start-up. */
export function renewListsOnChange(): void {
  onItemChange([configItem, teamItem, settingsItem, personalItem, picturesItem, foldedItem], () => {
    forgetLists();
    void renew();
  });
}

/** Has ready what the popup shows first over a console tab that has just loaded. Not to be waited for; never rejects. */
export async function prepareFirstScreen(tabId: number, facts: PageFacts): Promise<void> {
  try {
    await keepScreenOf(await openList({ ...facts, tabId }, POPUP));
  } catch (error) {
    // Without it the popup waits for the list itself.
    console.warn('Hatrack: the list could not be made ready.', error);
  }
}

/** Keeps what the popup has been told, for the next time. */
export async function keepScreenOf({ list, finder, session, tabId }: OpenList): Promise<void> {
  const screen = session ? tabId : 'all';
  if (screen === undefined) return;
  await keepFirstScreen(screen, { list: toListSummary(list), found: finder.find('', false, 0) });
}

async function renew(): Promise<void> {
  await forgetFirstScreens();
  await keepScreenOf(await openList(undefined, POPUP));
}
