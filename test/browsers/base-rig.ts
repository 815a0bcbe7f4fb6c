// What is the same in both browsers. A rig survives restarts; what it drives does not.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { Settings } from './launch.ts';
import { callExpression, parseAnswer } from './page-call.ts';
import type { BrowserKind, Popup, Rig, Viewport } from './rig.ts';
import { waitUntil } from './wait-until.ts';

/** One run of the browser. */
export interface Run {
  browser: Browser;
  extensionOrigin: string;
}

/**
 * A page of the extension where its APIs exist but none of its own scripts run: the manifest itself
 * (seen in Chromium 156 and Firefox 153).
 */
const HELPER_PATH = 'manifest.json';

/** Chromium 156 has `browser` too; older ones only `chrome`. */
const BOTH_NAMES = 'globalThis.browser ??= globalThis.chrome;';

export abstract class BaseRig implements Rig {
  abstract readonly kind: BrowserKind;
  protected readonly settings: Settings;
  #run: Run | undefined;
  #helper: Page | undefined;
  readonly #opened = new Set<Page>();

  protected constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Starts the browser on the profile and puts the extension in. */
  protected abstract begin(): Promise<Run>;
  /** Loads a page of the extension in that tab and waits until it is complete. */
  protected abstract load(page: Page, url: string): Promise<void>;
  abstract openPopup(page: Page): Promise<Popup>;
  abstract pressCommand(page: Page, chord: string): Promise<void>;
  abstract stopBackground(): Promise<void>;
  abstract consoleErrors(): Promise<readonly string[]>;

  async start(): Promise<this> {
    this.#run = await this.begin();
    this.#helper = undefined;
    try {
      await this.#openHelper();
    } catch (error) {
      await this.#run.browser.close();
      throw error;
    }
    return this;
  }

  get #running(): Run {
    if (!this.#run) throw new Error('The browser is not running.');
    return this.#run;
  }

  get browser(): Browser {
    return this.#running.browser;
  }

  get extensionOrigin(): string {
    return this.#running.extensionOrigin;
  }

  async newPage(): Promise<Page> {
    const page = await this.browser.newPage();
    await this.dress(page);
    this.#opened.add(page);
    return page;
  }

  async closePages(): Promise<void> {
    const left = [...this.#opened];
    this.#opened.clear();
    await Promise.all(left.map(closeSurely));
  }

  /** Gives a page what the browser's own settings could not. */
  protected async dress(_page: Page): Promise<void> {}

  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.newPage();
    await this.load(page, `${this.extensionOrigin}/${path.replace(/^\//, '')}`);
    return page;
  }

  /** The tab that the browser opened at its start becomes the helper: it stays behind every later tab. */
  async #openHelper(): Promise<Page> {
    const [first] = await this.browser.pages();
    const page = first && !first.isClosed() && first !== this.#helper ? first : await this.browser.newPage();
    await this.load(page, `${this.extensionOrigin}/${HELPER_PATH}`);
    this.#helper = page;
    return page;
  }

  protected async helper(): Promise<Page> {
    return this.#helper && !this.#helper.isClosed() ? this.#helper : this.#openHelper();
  }

  async evaluateInExtension<Args extends readonly unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    const helper = await this.helper();
    return parseAnswer<Awaited<Result>>(await helper.evaluate(callExpression(fn, args, BOTH_NAMES)));
  }

  async runInExtension(script: string): Promise<void> {
    const helper = await this.helper();
    await helper.evaluate(`(() => { ${BOTH_NAMES}\n${script}\n})()`);
  }

  async evaluateInBackground<Args extends readonly unknown[], Result>(
    fn: (scope: object, ...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return this.inBackground<Awaited<Result>>(`(...args) => (${String(fn)})(scope, ...args)`, args);
  }

  /** Evaluates the text of a function where `scope` is the background's global scope. */
  protected abstract inBackground<Result>(fn: string, args: readonly unknown[]): Promise<Result>;

  async setViewport(page: Page, viewport: Viewport): Promise<void> {
    await page.setViewport({ ...viewport, deviceScaleFactor: 1 });
  }

  async screenshot(page: Page, path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path: path as `${string}.png` });
  }

  async restart(): Promise<void> {
    await this.browser.close();
    this.#opened.clear();
    await this.start();
  }

  async close(): Promise<void> {
    await this.#run?.browser.close();
    this.#run = undefined;
    await this.settings.cleanUp();
  }
}

/**
 * Chromium 156 now and then loses a close that comes while the tab is on its way to another page: it is asked again.
 * (Firefox closes at once, but puppeteer's `isClosed` of a page of the extension stays false there.)
 */
async function closeSurely(page: Page): Promise<void> {
  await waitUntil('a tab to close', async () => {
    if (!page.isClosed()) await page.close();
    return true;
  });
}
