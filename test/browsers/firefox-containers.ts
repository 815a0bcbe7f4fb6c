// Firefox's containers, as a user has them: WebDriver BiDi makes one for each of its own "user contexts" (Firefox 153).
import type { BrowserContext, Page } from 'puppeteer-core';
import type { Rig } from './rig.ts';

export interface Container {
  /** A new tab in it. */
  newPage(): Promise<Page>;
  /** Removes the container, with its tabs and cookies. */
  remove(): Promise<void>;
}

export async function makeContainer(rig: Rig): Promise<Container> {
  const context: BrowserContext = await rig.browser.createBrowserContext();
  return { newPage: () => context.newPage(), remove: () => context.close() };
}

/** What the extension's APIs call the container of the tab at this address; undefined where there is no such tab. */
export function containerOfTab(rig: Rig, url: string): Promise<string | undefined> {
  return rig.evaluateInExtension(async (wanted) => {
    const tabs = await (globalThis as unknown as TabsGlobals).browser.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.cookieStoreId;
  }, url);
}

/** How many tabs are in the container. */
export function tabsInContainer(rig: Rig, cookieStoreId: string | undefined): Promise<number> {
  return rig.evaluateInExtension(async (id) => {
    return (await (globalThis as unknown as TabsGlobals).browser.tabs.query({ cookieStoreId: id })).length;
  }, cookieStoreId);
}

interface TabsGlobals {
  readonly browser: {
    readonly tabs: { query(query: object): Promise<{ readonly url?: string; readonly cookieStoreId?: string }[]> };
  };
}
