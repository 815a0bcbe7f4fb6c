// Firefox with the extension, driven over WebDriver BiDi and from its chrome scope. Measured with Firefox ESR 153.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { BaseRig, type Run } from './base-rig.ts';
import { ChromeScope } from './firefox-chrome-scope.ts';
import { collectErrors, listenForErrors } from './firefox-errors.ts';
import { EXTENSION_UUID, geckoId, install } from './firefox-install.ts';
import { pressInWindow } from './firefox-keys.ts';
import { reload, speakWithoutPack } from './firefox-language.ts';
import { FirefoxPopup } from './firefox-popup.ts';
import { preferences } from './firefox-prefs.ts';
import type { Settings } from './launch.ts';
import { callExpression, parseAnswer } from './page-call.ts';
import type { Popup } from './rig.ts';
import { waitUntil } from './wait-until.ts';

export class FirefoxRig extends BaseRig {
  readonly kind = 'firefox';
  readonly #addonId: string;
  readonly #earlierErrors: string[] = [];
  #chrome: ChromeScope | undefined;

  private constructor(settings: Settings, addonId: string) {
    super(settings);
    this.#addonId = addonId;
  }

  static async start(settings: Settings): Promise<FirefoxRig> {
    return new FirefoxRig(settings, await geckoId(settings.extensionDir)).start();
  }

  protected async begin(): Promise<Run> {
    const isRestart = this.#chrome !== undefined;
    const browser = await launch(this.settings, this.#addonId);
    try {
      this.#chrome = await ChromeScope.open(browser);
      await listenForErrors(this.#chrome);
      const speaks = await speakWithoutPack(this.#chrome, this.settings.language);
      await install(browser, this.#chrome, this.settings, this.#addonId, isRestart);
      if (speaks && isRestart) await reload(this.#chrome, this.#addonId);
      return { browser, extensionOrigin: `moz-extension://${EXTENSION_UUID}` };
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  get #scope(): ChromeScope {
    if (!this.#chrome) throw new Error('The browser is not running.');
    return this.#chrome;
  }

  /**
   * A navigation to moz-extension:// changes the process, and puppeteer then waits in vain for 'load' and for
   * 'domcontentloaded' (both time out): it does not wait at all, and the page is asked until it is complete.
   */
  protected async load(page: Page, url: string): Promise<void> {
    await page.goto(url, { waitUntil: [] });
    await waitUntil(`${url} to load`, () =>
      page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url).catch(() => false),
    );
  }

  async openPopup(page: Page): Promise<Popup> {
    await page.bringToFront();
    return FirefoxPopup.open(this.browser, this.#scope, this.#addonId);
  }

  async pressCommand(page: Page, chord: string): Promise<void> {
    await page.bringToFront();
    await pressInWindow(this.#scope, chord);
  }

  /** The event page's window is within reach of the extension's other pages. */
  protected async inBackground<Result>(fn: string, args: readonly unknown[]): Promise<Result> {
    const helper = await this.helper();
    const scope = 'const scope = await browser.runtime.getBackgroundPage();';
    return parseAnswer<Result>(await helper.evaluate(callExpression(fn, args, scope)));
  }

  /** What about:debugging's "Terminate background script" does; only the real end counts. */
  async stopBackground(): Promise<void> {
    const stop = async (id: string): Promise<string> => {
      const extension = WebExtensionPolicy.getByID(id)?.extension;
      if (!extension) return 'no such extension';
      if (extension.backgroundState === 'running') {
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      }
      return extension.backgroundState;
    };
    await waitUntil('the event page to stop', async () => {
      return (await this.#scope.evaluate(stop, this.#addonId)) === 'stopped';
    });
  }

  async consoleErrors(): Promise<readonly string[]> {
    return [...this.#earlierErrors, ...(await collectErrors(this.#scope, this.extensionOrigin))];
  }

  override async restart(): Promise<void> {
    this.#earlierErrors.push(...(await collectErrors(this.#scope, this.extensionOrigin)));
    await super.restart();
  }
}

async function launch(settings: Settings, addonId: string): Promise<Browser> {
  const { viewport } = settings;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: settings.executablePath,
    headless: settings.headless,
    acceptInsecureCerts: true,
    // Nothing here asks puppeteer for requests: the stand-in tells them.
    networkEnabled: false,
    userDataDir: settings.profileDir,
    defaultViewport: viewport && { ...viewport, deviceScaleFactor: 1 },
    // Without it Firefox 153 refuses moz-extension:// addresses and the chrome scope.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...preferences(settings, addonId), ...settings.firefoxPrefs },
  });
  await keepPreferences(settings.profileDir);
  return browser;
}

/**
 * puppeteer puts a profile's own prefs.js back when the browser ends, and with it the profile forgets what the
 * browser noted there about the add-on's storage: its copies go away.
 */
async function keepPreferences(profileDir: string): Promise<void> {
  for (const name of ['prefs.js.puppeteer', 'user.js.puppeteer']) await rm(join(profileDir, name), { force: true });
}

interface Extension {
  backgroundState: string;
  terminateBackground(options: object): Promise<void>;
}
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } | null }; // in the chrome scope
