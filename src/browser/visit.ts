import type { Tabs } from 'webextension-polyfill';
import { browser } from './extension-api.ts';
import { openBeside } from './tabs.ts';

/** What a page takes to load that only does something and shows next to nothing. */
const LOAD_MS = 15_000;

/**
 * Opens a page right of a tab without showing it, in the tab's container, and closes it once it has loaded. What the
 * page said can't be seen where the extension has no access to its host.
 */
export async function visit(askingTabId: number, url: string): Promise<'loaded' | 'no-answer'> {
  const loaded = watchLoads();
  try {
    const tabId = await openBeside(askingTabId, { url, active: false });
    const result = await loaded.by(tabId);
    // It may have been closed by hand meanwhile.
    await browser.tabs.remove(tabId).catch(() => undefined);
    return result;
  } finally {
    loaded.stop();
  }
}

/** Listens from before the tab is there: a quick one has loaded before its id is known. */
function watchLoads(): { by(tabId: number): Promise<'loaded' | 'no-answer'>; stop(): void } {
  const loaded = new Set<number>();
  let notify: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onUpdated = (tabId: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
    if (status !== 'complete') return;
    loaded.add(tabId);
    notify();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  return {
    by: (tabId) =>
      new Promise((resolve) => {
        notify = () => loaded.has(tabId) && resolve('loaded');
        timer = setTimeout(() => resolve('no-answer'), LOAD_MS);
        notify();
      }),
    stop() {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(onUpdated);
    },
  };
}
