import { browser } from './extension-api.ts';

/** Calls back when the browser starts and when the extension is installed or updated. Register it synchronously. */
export function onStartUp(callback: () => void): void {
  browser.runtime.onStartup.addListener(callback);
  browser.runtime.onInstalled.addListener(callback);
}
