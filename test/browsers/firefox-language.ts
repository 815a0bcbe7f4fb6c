// Firefox's language where no language pack is installed (Debian: firefox-esr-l10n-ja).
import type { ChromeScope } from './firefox-chrome-scope.ts';

/**
 * `intl.locale.requested` is for languages that are there, and a plain Firefox has its one language (seen: with ja
 * requested, getUILanguage() says en-US and messages are English). Naming the language as available makes it the
 * application's, so that extensions get theirs; Firefox's own texts stay as they are. True when that was needed.
 */
export async function speakWithoutPack(chrome: ChromeScope, language: 'en' | 'ja'): Promise<boolean> {
  return chrome.evaluate((wanted) => {
    if (Services.locale.appLocaleAsBCP47.startsWith(wanted)) return false;
    Services.locale.availableLocales = [wanted, ...Services.locale.availableLocales];
    Services.locale.requestedLocales = [wanted];
    return true;
  }, language);
}

/** An add-on that was started in another language takes up the new one when it is started again. */
export async function reload(chrome: ChromeScope, addonId: string): Promise<void> {
  await chrome.evaluate(async (id) => {
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    await (await AddonManager.getAddonByID(id)).reload();
    await WebExtensionPolicy.getByID(id)?.readyPromise;
  }, addonId);
}

declare const Services: {
  locale: { readonly appLocaleAsBCP47: string; availableLocales: string[]; requestedLocales: string[] };
};
declare const ChromeUtils: {
  importESModule(name: 'resource://gre/modules/AddonManager.sys.mjs'): {
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
};
declare const WebExtensionPolicy: { getByID(id: string): { readyPromise: Promise<unknown> } | null };
