// Chromium (and Chrome, Edge, Brave) with the extension, driven over CDP. Measured with Chromium 156.
import puppeteer, { type Browser, type Extension, type Page } from 'puppeteer-core';
import { BaseRig, type Run } from './base-rig.ts';
import { evaluateInWorker, pressInWorker, stopWorker } from './chromium-background.ts';
import { ChromiumErrors } from './chromium-errors.ts';
import { install } from './chromium-install.ts';
import { ChromiumPopup } from './chromium-popup.ts';
import type { Settings } from './launch.ts';
import { callExpression } from './page-call.ts';
import type { Popup } from './rig.ts';
import { canPressRealKeys, pressRealKeys } from './xdotool.ts';

const QUIET = [
  // The address bar's list as pages of their own: they cost each start more than the extension does (Chromium 156).
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-field-trial-config',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
];

export class ChromiumRig extends BaseRig {
  readonly kind = 'chromium';
  readonly #errors = new ChromiumErrors();

  static start(settings: Settings): Promise<ChromiumRig> {
    return new ChromiumRig(settings).start();
  }

  protected async begin(): Promise<Run> {
    const browser = await launch(this.settings);
    try {
      this.#errors.watch(browser);
      const id = await install(browser, this.settings);
      return { browser, extensionOrigin: `chrome-extension://${id}` };
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  protected async load(page: Page, url: string): Promise<void> {
    await page.goto(url, { waitUntil: 'load' });
  }

  protected override async dress(page: Page): Promise<void> {
    const { colorScheme } = this.settings;
    if (colorScheme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colorScheme }]);
  }

  async #extension(): Promise<Extension> {
    const id = this.extensionOrigin.replace('chrome-extension://', '');
    const extension = (await this.browser.extensions()).get(id);
    if (!extension) throw new Error('The extension is not in the browser any more.');
    return extension;
  }

  /** As a click on the toolbar button does (CDP Extensions.triggerAction): it grants activeTab for the page too. */
  async openPopup(page: Page): Promise<Popup> {
    await page.bringToFront();
    const extension = await this.#extension();
    const known = new Set(this.browser.targets());
    const opened = this.browser.waitForTarget((target) => ChromiumPopup.isPopup(target, this.extensionOrigin, known));
    const [target] = await Promise.all([opened, extension.triggerAction(page)]);
    const popup = await target.asPage();
    await this.dress(popup);
    return ChromiumPopup.ready(popup);
  }

  async pressCommand(page: Page, chord: string): Promise<void> {
    await page.bringToFront();
    if (!this.settings.headless && canPressRealKeys()) {
      pressRealKeys(chord);
      return;
    }
    const name = await pressInWorker(this.browser, this.extensionOrigin, await this.helper(), chord);
    if (name === '_execute_action') await (await this.#extension()).triggerAction(page);
  }

  protected async inBackground<Result>(fn: string, args: readonly unknown[]): Promise<Result> {
    const expression = callExpression(fn, args, 'const scope = globalThis;');
    return evaluateInWorker<Result>(this.browser, this.extensionOrigin, await this.helper(), expression);
  }

  async stopBackground(): Promise<void> {
    const helper = await this.helper();
    await this.#errors.withoutWorkerSessions(this.browser, () => stopWorker(this.extensionOrigin, helper));
  }

  async consoleErrors(): Promise<readonly string[]> {
    return this.#errors.collected(this.extensionOrigin);
  }
}

function launch(settings: Settings): Promise<Browser> {
  const { colorScheme, language, viewport } = settings;
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: settings.executablePath,
    headless: settings.headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    // Nothing here asks puppeteer for requests: the stand-in tells them.
    networkEnabled: false,
    issuesEnabled: false,
    // A call that is never answered is to be named, before the test's own time is over.
    protocolTimeout: 30_000,
    userDataDir: settings.profileDir,
    defaultViewport: viewport && { ...viewport, deviceScaleFactor: 1 },
    env: { ...process.env, ...languageEnvironment(language) },
    args: [
      ...QUIET,
      `--proxy-server=127.0.0.1:${settings.proxyPort}`,
      `--lang=${language === 'ja' ? 'ja' : 'en-US'}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
      ...(viewport ? [`--window-size=${viewport.width},${viewport.height + 100}`] : []),
    ],
  });
}

/** On Linux, Chromium takes the language of its interface from the environment and not from --lang. */
function languageEnvironment(language: 'en' | 'ja'): Record<string, string> {
  return language === 'ja' ? { LANGUAGE: 'ja', LANG: 'ja_JP.UTF-8' } : { LANGUAGE: 'en_US' };
}
