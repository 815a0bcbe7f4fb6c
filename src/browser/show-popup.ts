import { browser } from './extension-api.ts';

/** In CSS pixels, with room for a window's frame; popup.css makes the page as wide. */
const WINDOW_SIZE = { width: 420, height: 640 };

/**
 * Shows the popup's page for a tab: as the toolbar's own popup where the browser opens that without a click on its
 * button, else in a small window. Firefox asks for a click inside the extension's own pages (Firefox 153), Chromium for
 * a window that is in front.
 */
export async function showPopupFor(tabId: number): Promise<void> {
  const page = browser.runtime.getManifest().action?.default_popup ?? '';
  const own = `${page}?tab=${tabId}`;
  try {
    await browser.action.setPopup({ tabId, popup: own });
    await browser.action.openPopup();
  } catch {
    await browser.windows.create({ url: browser.runtime.getURL(own), type: 'popup', ...WINDOW_SIZE });
  } finally {
    // The next click on the button opens it as ever. By a whole address, because Chromium takes a path for the tab's.
    await browser.action.setPopup({ tabId, popup: browser.runtime.getURL(page) });
  }
}

/**
 * Opens the toolbar's own popup over the page in front, as a key may: it counts as a click in Firefox as long as nothing
 * was waited for. Chromium has it since 127; before, what a tab may ask for is left.
 */
export async function openPopup(tabId: number | undefined): Promise<void> {
  if (!('openPopup' in browser.action)) {
    if (tabId !== undefined) await showPopupFor(tabId);
    return;
  }
  try {
    await browser.action.openPopup();
  } catch (error) {
    // Closed again before it was complete, or no window in front: nothing is to be opened in its place.
    console.info('Hatrack: the browser has not opened the popup.', error);
  }
}
