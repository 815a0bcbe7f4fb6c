import type { Tabs } from 'webextension-polyfill';
import { consoleMatchPatterns } from '../core/console/partition.ts';
import type { ContainerId } from '../core/places/known-containers.ts';
import type { Settings } from '../core/settings/settings.ts';
import { browser } from './extension-api.ts';
import { type GroupedRole, groupTab } from './tab-groups.ts';

/** The tab that the popup stands over; its URL is known only where the extension has host access. */
export async function activeTab(): Promise<{ id: number; url: string | undefined } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}

/** The address that a tab shows; undefined where the extension has no host access, and for a tab that is gone. */
export async function urlOfTab(tabId: number): Promise<string | undefined> {
  // A query, because getting a tab that is gone rejects.
  const tabs = await browser.tabs.query({});
  return tabs.find(({ id }) => id === tabId)?.url;
}

/** The tabs that show a console page, the one used last first; those in one container, if it is named. */
export async function consoleTabs(container?: ContainerId): Promise<readonly number[]> {
  const inContainer = container === undefined ? {} : { cookieStoreId: container };
  const tabs = await browser.tabs.query({ url: consoleMatchPatterns(), ...inContainer });
  const byUse = tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return byUse.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** A tab as people know it. */
export interface NamedTab {
  readonly id: number;
  readonly title: string;
  readonly host: string;
}

/** The same tabs, with what they show; only those that the browser lets Hatrack see. */
export async function namedConsoleTabs(): Promise<readonly NamedTab[]> {
  const ids = await consoleTabs();
  const tabs = await browser.tabs.query({ url: consoleMatchPatterns() });
  return ids.flatMap((id) => {
    const { title = '', url = '' } = tabs.find((tab) => tab.id === id) ?? {};
    return URL.canParse(url) ? [{ id, title, host: new URL(url).hostname }] : [];
  });
}

/**
 * The console tabs that share their cookies with a tab, and with them its sessions: the tab itself first, then the one
 * used last. Tabs of other containers, and private ones beside others, are another browser to AWS.
 */
export async function tabsOfSameCookies(tabId: number): Promise<readonly { id: number; url: string }[]> {
  const { cookieStoreId, incognito } = await browser.tabs.get(tabId);
  const inContainer = cookieStoreId === undefined ? {} : { cookieStoreId };
  const tabs = await browser.tabs.query({ url: consoleMatchPatterns(), ...inContainer });
  const rank = (tab: Tabs.Tab) => (tab.id === tabId ? Number.POSITIVE_INFINITY : (tab.lastAccessed ?? 0));
  return tabs
    .filter((tab) => tab.incognito === incognito && !tab.discarded)
    .toSorted((a, b) => rank(b) - rank(a))
    .flatMap(({ id, url }) => (id === undefined || url === undefined ? [] : [{ id, url }]));
}

/** Whether the tab is in a private window; a tab that is gone counts as one. */
export async function isPrivateTab(tabId: number): Promise<boolean> {
  const tabs = await browser.tabs.query({});
  return tabs.find(({ id }) => id === tabId)?.incognito ?? true;
}

/** The console tabs of all containers, the one used last first; none of private windows. */
export async function allConsoleTabs(): Promise<readonly { id: number; url: string }[]> {
  const tabs = await browser.tabs.query({ url: consoleMatchPatterns(), discarded: false });
  return tabs
    .filter(({ incognito }) => !incognito)
    .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ id, url }) => (id === undefined || url === undefined ? [] : [{ id, url }]));
}

/** A page to open for a tab that asked for it. */
export interface TabRequest {
  readonly url: string;
  readonly askingTabId: number;
  /** `new-tab` is right of the asking tab, in its window. */
  readonly place: Settings['openSessionIn'];
  /** The role that it is opened for: its tabs go into a group, where the user has allowed that. */
  readonly role?: GroupedRole | undefined;
}

/** Opens the page in the asking tab's container, wherever it opens. */
export async function openTab({ url, askingTabId, place, role }: TabRequest): Promise<void> {
  if (place === 'this-tab') {
    await browser.tabs.update(askingTabId, { url });
    return;
  }
  const tabId = await openBeside(askingTabId, { url, active: place === 'new-tab' });
  if (place === 'new-window') await moveToNewWindow(tabId);
  if (role) await groupTab(tabId, role);
}

interface PageBeside {
  readonly url: string;
  /** Whether it is shown. */
  readonly active: boolean;
  /** Another container than the tab's: only with the permission `cookies`. */
  readonly cookieStoreId?: ContainerId;
}

/**
 * Opens a page right of a tab, in its window and, in Firefox, in its container: a tab that names its opener and no
 * container of its own is opened in the opener's (Firefox 153, without any permission). In another one it would have no
 * session, and AWS would show "Invalid session" (AESR #363).
 */
export async function openBeside(tabId: number, page: PageBeside): Promise<number> {
  const { index, windowId } = await browser.tabs.get(tabId);
  const inWindow = windowId === undefined ? {} : { windowId };
  const { id } = await browser.tabs.create({ ...page, index: index + 1, openerTabId: tabId, ...inWindow });
  if (id === undefined) throw new Error('The browser has opened a tab without an id.');
  return id;
}

/**
 * Gives a tab a window of its own. A new window that is asked for by URL has no opener whose container it could take
 * (Firefox 153), so it is given a tab that has; Chromium moves one just as well.
 */
async function moveToNewWindow(tabId: number): Promise<void> {
  await browser.windows.create({ tabId });
}

/** The tab that a tab was opened from, if it is still there. */
export async function openerOf(tabId: number): Promise<number | undefined> {
  return (await browser.tabs.get(tabId)).openerTabId;
}

/** Shows a tab, and its window. */
export async function showTab(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.update(tabId, { active: true });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
}

/** The tab with this id; undefined for one that is gone. */
export async function tabById(tabId: number): Promise<{ id: number; url: string | undefined } | undefined> {
  const tabs = await browser.tabs.query({});
  const tab = tabs.find(({ id }) => id === tabId);
  return tab && { id: tabId, url: tab.url };
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the options page with this 1-based line of the text in view. */
export async function openOptionsAt(line: number): Promise<void> {
  const { options_ui } = browser.runtime.getManifest();
  await browser.tabs.create({ url: browser.runtime.getURL(`${options_ui?.page ?? ''}#line=${line}`) });
}

/** Opens the self-check, for one console tab if it is named. */
export async function openSelfCheck(tabId: number | undefined): Promise<void> {
  const query = tabId === undefined ? '' : `?tab=${tabId}`;
  await browser.tabs.create({ url: browser.runtime.getURL(`src/check/index.html${query}`) });
}

/** Opens the history of switches. */
export async function openHistory(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('src/history/index.html') });
}

export async function reloadTabs(tabIds: readonly number[]): Promise<void> {
  await Promise.all(tabIds.map((tabId) => browser.tabs.reload(tabId)));
}
