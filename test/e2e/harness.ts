import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { clickIn, find, type ShadowNode, waitForNoShadow, waitForShadow } from '../browsers/closed-shadow.ts';
import { type BrowserKind, type LaunchOptions, launchBrowser, type Rig } from '../browsers/launch.ts';
import type { SignInOptions, StandIn } from '../console/stand-in.ts';
import { startConsole } from '../console/stand-in.ts';

export const BUTTON = 'hatrack-button';
export const MENU = 'hatrack-menu';

/** What the tests use of the extension's own APIs, in both browsers under this name. */
export interface ExtensionGlobals {
  readonly chrome: { readonly storage: Record<'local' | 'sync', StorageArea> };
}

interface StorageArea {
  get(keys?: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  clear(): Promise<void>;
}

/** The built extension in one browser, against a stand-in console of its own. */
export interface World {
  readonly kind: BrowserKind;
  readonly rig: Rig;
  readonly standIn: StandIn;
}

/** Runs the tests in real Chromium and in real Firefox. Afterwards the extension must not have logged any error. */
export function inBothBrowsers(
  name: string,
  tests: (world: () => World) => void,
  { expectedErrors, ...options }: Partial<LaunchOptions> & { readonly expectedErrors?: RegExp } = {},
): void {
  describe.each<BrowserKind>(['chromium', 'firefox'])(`${name}, in %s`, (kind) => {
    let world: World | undefined;
    beforeAll(async () => {
      const standIn = await startConsole();
      const rig = await launchBrowser({
        browser: kind,
        extensionDir: kind === 'chromium' ? 'dist/chrome' : 'dist/firefox',
        proxyPort: standIn.proxyPort,
        ...options,
      });
      world = { kind, rig, standIn };
    });
    afterEach(() => world?.standIn.clear());
    afterAll(async () => {
      const errors = await world?.rig.consoleErrors();
      await world?.rig.close();
      await world?.standIn.close();
      expect(errors?.filter((error) => !expectedErrors?.test(error))).toEqual([]);
    });
    tests(() => {
      if (!world) throw new Error('The browser did not start.');
      return world;
    });
  });
}

/** Puts a configuration where the options page would save it. */
export async function saveConfig({ rig }: World, text: string): Promise<void> {
  await rig.evaluateInExtension(async (saved) => {
    await (globalThis as unknown as ExtensionGlobals).chrome.storage.local.set({
      config: { v: 1, data: { text: saved, savedAt: 1 } },
    });
  }, text);
}

/** Signs in to the stand-in, and waits until Hatrack's button is on the page. */
export async function openConsole({ rig, standIn }: World, signIn: SignInOptions = {}): Promise<Page> {
  const page = await rig.newPage();
  await page.goto(standIn.signInUrl(signIn), { waitUntil: 'domcontentloaded' });
  await waitForButton(page);
  return page;
}

export function waitForButton(page: Page): Promise<ShadowNode> {
  return waitForShadow(page, BUTTON, (tree) => find(tree, { tag: 'button' })?.rect);
}

/** Opens the menu by mouse and waits until it shows roles, or a reason for having none. */
export async function openMenu(page: Page): Promise<ShadowNode> {
  await clickIn(page, BUTTON, { tag: 'button' });
  return waitForShadow(
    page,
    MENU,
    (tree) => find(tree, { role: 'option' }) ?? find(tree, { attribute: { class: /^notice/ }, text: /[^…]$/ }),
  );
}

/** Types into the open menu and waits until nothing but this one role is left. */
export async function narrowTo(page: Page, typed: string, label: string): Promise<void> {
  await page.keyboard.type(typed);
  await waitForShadow(page, MENU, (tree) => {
    const options = labels(tree);
    return options.length === 1 && options[0] === label;
  });
}

/** The labels of the roles that a panel shows. */
export function labels(tree: ShadowNode): string[] {
  return nodes(tree)
    .filter((node) => node.attributes.class?.includes('row-label'))
    .map((node) => node.attributes['data-text'] ?? '');
}

function nodes(tree: ShadowNode): ShadowNode[] {
  return [tree, ...tree.children.flatMap(nodes)];
}

/** Waits until the tab has arrived at a URL. */
export async function waitForUrl(page: Page, wanted: string | RegExp): Promise<void> {
  await expect
    .poll(() => page.url(), { timeout: 10_000 })
    .toSatisfy((url: string) => (typeof wanted === 'string' ? url === wanted : wanted.test(url)));
}

/** Waits for a tab that the extension opens. */
export async function waitForTab({ rig }: World, wanted: RegExp): Promise<Page> {
  let found: Page | undefined;
  await expect
    .poll(
      async () => {
        found = (await rig.browser.pages()).find((page) => wanted.test(page.url()));
        return found?.url();
      },
      { timeout: 10_000 },
    )
    .toMatch(wanted);
  if (!found) throw new Error(`No tab at ${wanted}`);
  return found;
}

export { waitForNoShadow };
