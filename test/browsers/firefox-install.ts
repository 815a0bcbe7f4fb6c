// Puts the extension into Firefox, for good where Firefox lets us.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { bidi } from './bidi.ts';
import type { ChromeScope } from './firefox-chrome-scope.ts';
import type { Settings } from './launch.ts';
import { waitUntil } from './wait-until.ts';
import { zipFolder } from './zip-folder.ts';

/** The host of moz-extension:// addresses, which Firefox else draws by lot (preference extensions.webextensions.uuids). */
export const EXTENSION_UUID = '11111111-2222-4333-8444-555555555555';

interface Manifest {
  browser_specific_settings?: { gecko?: { id?: string } };
}

export async function geckoId(extensionDir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) as Manifest;
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extensionDir}/manifest.json has no browser_specific_settings.gecko.id`);
  return id;
}

/**
 * Installed as from a file: permanent, enabled, host permissions granted (seen in ESR 153: permissions.getAll()
 * lists them, content scripts run, and storage.local and .sync are there after a restart).
 * A release build takes no unsigned add-on for good: there it is temporary, and goes in anew at each start.
 * After a restart it is there already; the first start of a kept profile takes the folder's present content.
 */
export async function install(
  browser: Browser,
  chrome: ChromeScope,
  { profileDir, extensionDir, isPrivate }: Settings,
  id: string,
  isRestart: boolean,
): Promise<void> {
  if (isRestart && (await isInstalled(chrome, id))) return;
  const path = join(profileDir, 'hatrack-under-test.xpi');
  await writeFile(path, await zipFolder(extensionDir));
  const extensionData = { type: 'archivePath', path };
  const access = isPrivate ? { 'moz:allowPrivateBrowsing': true } : {};
  try {
    await bidi(browser, 'webExtension.install', { extensionData, ...access, 'moz:permanent': true });
    await rm(path);
  } catch (error) {
    if (!/sign|ERROR_SIGNEDSTATE_REQUIRED/i.test(String(error))) throw error;
    await bidi(browser, 'webExtension.install', { extensionData, ...access });
  }
  await waitUntil('the extension to start', () => isInstalled(chrome, id));
}

async function isInstalled(chrome: ChromeScope, id: string): Promise<boolean> {
  return chrome.evaluate(async (addonId) => {
    const policy = WebExtensionPolicy.getByID(addonId);
    await policy?.readyPromise;
    return policy?.active ?? false;
  }, id);
}

declare const WebExtensionPolicy: {
  getByID(id: string): { active: boolean; readyPromise: Promise<unknown> } | null;
}; // in the chrome scope
