import { consoleMatchPatterns } from '../core/console/partition.ts';
import type { Settings } from '../core/settings/settings.ts';
import { browser } from './extension-api.ts';

/** The tab that the popup stands over; its URL is known only where the extension has host access. */
export async function activeTab(): Promise<{ id: number; url: string | undefined } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}

/** The tabs that show a console page, the one used last first. */
export async function consoleTabs(): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({ url: consoleMatchPatterns() });
  const byUse = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return byUse.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** A page to open for a tab that asked for it. */
export interface TabRequest {
  readonly url: string;
  readonly askingTabId: number;
  /** `new-tab` is right of the asking tab, in its window. */
  readonly place: Settings['openSessionIn'];
}

export async function openTab({ url, askingTabId, place }: TabRequest): Promise<void> {
  const { index, windowId } = await browser.tabs.get(askingTabId);
  const inWindow = windowId === undefined ? {} : { windowId };
  switch (place) {
    case 'this-tab':
      await browser.tabs.update(askingTabId, { url });
      return;
    case 'new-window':
      await browser.windows.create({ url });
      return;
    case 'new-tab':
      await browser.tabs.create({ url, index: index + 1, openerTabId: askingTabId, ...inWindow });
  }
}

/** Shows the tab that the asking tab was opened from. */
export async function showOpener(tabId: number): Promise<'shown' | 'gone'> {
  const { openerTabId } = await browser.tabs.get(tabId);
  if (openerTabId === undefined) return 'gone';
  await browser.tabs.update(openerTabId, { active: true });
  return 'shown';
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
