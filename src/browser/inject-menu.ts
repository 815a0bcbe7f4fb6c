import { browser } from './extension-api.ts';

/** The build writes it under this name: see `vite.config.ts`. */
const MENU_SCRIPT = 'src/content/menu.js';

/** Puts the menu's script into the extension's own world of a tab's page. Rejects where the tab does not let it in. */
export async function injectMenu(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [MENU_SCRIPT] });
}
