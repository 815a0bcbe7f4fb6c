import { browser } from './extension-api.ts';

/**
 * Opens the toolbar popup, where the browser lets an extension do that: Chromium since 127, Firefox perhaps only within
 * a user's gesture.
 */
export async function openPopup(): Promise<void> {
  if (!('openPopup' in browser.action)) return;
  try {
    await browser.action.openPopup();
  } catch (error) {
    // No window in front, or too late after the gesture: the user sees that nothing opens, and has the toolbar button.
    console.info('Hatrack: the browser has not opened the popup.', error);
  }
}
