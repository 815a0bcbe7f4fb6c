// Puts the extension into Chromium, also as one that the user has allowed more already.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { Settings } from './launch.ts';

/**
 * With CDP's Extensions.loadUnpacked over the pipe (puppeteer's installExtension): Google's own builds ignore
 * --load-extension since 137. The same folder gives the same id, and so the same storage.
 */
export async function install(browser: Browser, { extensionDir, profileDir, allowed }: Settings): Promise<string> {
  if (allowed.length === 0) return browser.installExtension(extensionDir);
  const dir = join(profileDir, 'hatrack-under-test');
  await cp(extensionDir, dir, { recursive: true });
  await installAllowed(browser, dir, allowed);
  return browser.installExtension(dir);
}

/**
 * Chromium 156 asks for an optional permission in a window of its own that a headless one never shows, but not for one
 * that the extension has had before: so it is installed once with the permissions as required ones. What is installed
 * over it, with the manifest as it was built, has them, and can give them back and ask for them again.
 */
async function installAllowed(browser: Browser, dir: string, allowed: readonly string[]): Promise<void> {
  const path = join(dir, 'manifest.json');
  const built = await readFile(path, 'utf8');
  const manifest = JSON.parse(built) as { permissions: string[]; optional_permissions: string[] };
  const permissions = [...manifest.permissions, ...allowed];
  const optional = manifest.optional_permissions.filter((permission) => !allowed.includes(permission));
  await writeFile(path, JSON.stringify({ ...manifest, permissions, optional_permissions: optional }));
  await browser.installExtension(dir);
  await writeFile(path, built);
}
