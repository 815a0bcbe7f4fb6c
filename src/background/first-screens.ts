import { forgetFirstScreens, keepFirstScreen } from '../browser/first-screens.ts';
import { configItem, foldedItem, personalItem, picturesItem, settingsItem, teamItem } from '../browser/items.ts';
import type { Sender } from '../browser/messaging.ts';
import { onItemChange } from '../browser/stored-item.ts';
import type { PageFacts } from '../core/console/session.ts';
import { toListSummary } from '../core/finding/list-summary.ts';
import { forgetLists, makeList, type OpenList } from './lists.ts';

/** Until whoever has made a change has been answered, and longer than several changes in a row are apart. */
const RENEW_MS = 300;

/** The popup asks as this, whichever tab it stands over. */
const POPUP: Sender = { kind: 'extension-page' };

/** Lists and their first screens are made anew where what they show has changed. Call it synchronously at start-up. */
export function renewListsOnChange(): void {
  onItemChange([configItem, teamItem, settingsItem, personalItem, picturesItem, foldedItem], () => {
    forgetLists();
    prepared.clear();
    // At once, so that no popup shows what is gone; the new ones are in nobody's way a moment later.
    void orWait(forgetFirstScreens);
    clearTimeout(renewal);
    renewal = setTimeout(() => void renew(), RENEW_MS);
  });
}

let renewal: ReturnType<typeof setTimeout> | undefined;

/** For which facts each tab's screen was prepared last: a page tells them more than once. */
const prepared = new Map<number, string>();

/** Has ready what the popup shows first over a console tab that has just loaded. Not to be waited for; never rejects. */
export async function prepareFirstScreen(tabId: number, facts: PageFacts): Promise<void> {
  const told = JSON.stringify(facts);
  if (prepared.get(tabId) === told) return;
  prepared.set(tabId, told);
  await orWait(async () => keepScreenOf(await makeList({ ...facts, tabId }, POPUP, false)));
}

/** Keeps what the popup has been told, for the next time. Not to be waited for; never rejects. */
export async function keepScreenOf({ list, finder, session, tabId }: OpenList): Promise<void> {
  const screen = session ? tabId : 'all';
  if (screen === undefined) return;
  await orWait(() => keepFirstScreen(screen, { list: toListSummary(list), found: finder.find('', false, 0) }));
}

async function renew(): Promise<void> {
  await orWait(async () => keepScreenOf(await makeList(undefined, POPUP, false)));
}

/** Where a screen can't be had, the popup waits for the list itself. */
async function orWait(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    console.warn('Hatrack: a list could not be made ready.', error);
  }
}
