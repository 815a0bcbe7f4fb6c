import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { openConsoleTab, putConfig } from '../browsers/hatrack.ts';
import { type BrowserKind, type LaunchOptions, launchBrowser, type Rig } from '../browsers/launch.ts';
import type { SignInOptions, StandIn, StandInOptions } from '../console/stand-in.ts';
import { startConsole } from '../console/stand-in.ts';

/** The built extension in one browser, against a stand-in console of its own. */
export interface World {
  readonly kind: BrowserKind;
  readonly rig: Rig;
  readonly standIn: StandIn;
}

/**
 * Firefox notes it when a page is closed, or left for one that it may come back from, while the answer to one of its API
 * calls is still on the way.
 */
const ANSWERED_TOO_LATE = /Promise (resolved|rejected) (after context unloaded|while context is inactive)/;

/** Chromium refuses a storage call with it where a test ends the browser while the background is at work. */
const SHUTTING_DOWN = /The browser is shutting down\./;

/** What the browsers report whatever Hatrack does. */
function isOfBrowser(error: string): boolean {
  return ANSWERED_TOO_LATE.test(error) || SHUTTING_DOWN.test(error);
}

interface HarnessOptions extends Partial<LaunchOptions>, Pick<StandInOptions, 'sites'> {
  /** Where only one browser's driver can do what the test needs, or where each browser has a file of its own. */
  readonly browsers?: BrowserKind[];
  /** Whether tabs stay open from test to test, for many tests that each sign in anew. */
  readonly keepsTabs?: boolean;
  /** Errors that the browser itself reports for what the test makes happen. */
  readonly expectedErrors?: RegExp;
  /** Makes ready what the browser needs around it, before it starts; undone when it is closed. */
  readonly prepare?: (kind: BrowserKind) => Promise<Preparation>;
}

interface Preparation {
  readonly launch: Partial<LaunchOptions>;
  undo(): Promise<void>;
}

/** Runs the tests in real Chromium and in real Firefox. Afterwards the extension must not have logged any error. */
export function inBothBrowsers(
  name: string,
  tests: (world: () => World) => void,
  {
    browsers = ['chromium', 'firefox'],
    keepsTabs = false,
    expectedErrors,
    prepare,
    sites = {},
    ...options
  }: HarnessOptions = {},
): void {
  describe.each<BrowserKind>(browsers)(`${name}, in %s`, (kind) => {
    let world: World | undefined;
    let prepared: Preparation | undefined;
    beforeAll(async () => {
      prepared = await prepare?.(kind);
      const standIn = await startConsole({ sites });
      const rig = await launchBrowser({
        browser: kind,
        extensionDir: kind === 'chromium' ? 'dist/chrome' : 'dist/firefox',
        proxyPort: standIn.proxyPort,
        ...options,
        ...prepared?.launch,
      });
      world = { kind, rig, standIn };
    });
    afterEach(async () => {
      if (!keepsTabs) await world?.rig.closePages();
      world?.standIn.clear();
    });
    afterAll(async () => {
      try {
        const errors = await world?.rig.consoleErrors();
        await world?.rig.close();
        await world?.standIn.close();
        expect(errors?.filter((error) => !expectedErrors?.test(error) && !isOfBrowser(error))).toEqual([]);
      } finally {
        // Also where the browser did not start.
        await prepared?.undo();
      }
    });
    tests(() => {
      if (!world) throw new Error('The browser did not start.');
      return world;
    });
  });
}

/** Puts a configuration where the options page would save it. */
export function saveConfig({ rig }: World, text: string): Promise<void> {
  return putConfig(rig, text);
}

/** Signs in to the stand-in, and waits until Hatrack's button is on the page. */
export function openConsole({ rig, standIn }: World, signIn: SignInOptions = {}): Promise<Page> {
  return openConsoleTab(rig, standIn, signIn);
}

/** Waits until the tab has arrived at a URL. */
export async function waitForUrl(page: Page, wanted: string | RegExp): Promise<void> {
  await expect
    .poll(() => page.url(), { timeout: 10_000 })
    .toSatisfy((url: string) => (typeof wanted === 'string' ? url === wanted : wanted.test(url)));
}

/** Waits for a tab that the extension opens, and that is none of those known before. */
export async function waitForTab({ rig }: World, wanted: RegExp, known: readonly Page[] = []): Promise<Page> {
  let found: Page | undefined;
  await expect
    .poll(
      async () => {
        found = (await rig.browser.pages()).find((page) => wanted.test(page.url()) && !known.includes(page));
        return found?.url();
      },
      { timeout: 10_000 },
    )
    .toMatch(wanted);
  if (!found) throw new Error(`No tab at ${wanted}`);
  return found;
}
