// The toolbar popup in Firefox.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { bidi, evaluateIn } from './bidi.ts';
import type { ChromeScope } from './firefox-chrome-scope.ts';
import { pressInWindow, typeInWindow } from './firefox-keys.ts';
import { callExpression, parseAnswer } from './page-call.ts';
import type { Popup } from './rig.ts';
import { waitUntil } from './wait-until.ts';

/** The id under which BiDi finds the popup. */
const CONTEXT = 'hatrack-popup';

export class FirefoxPopup implements Popup {
  readonly #browser: Browser;
  readonly #chrome: ChromeScope;

  private constructor(browser: Browser, chrome: ChromeScope) {
    this.#browser = browser;
    this.#chrome = chrome;
  }

  /** As a click on the toolbar button does: it grants activeTab for the tab in front too. */
  static async open(browser: Browser, chrome: ChromeScope, addonId: string): Promise<FirefoxPopup> {
    await showPopupsToBidi(chrome);
    await chrome.evaluate(async (id) => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const policy = WebExtensionPolicy.getByID(id);
      if (!policy) throw new Error(`No extension ${id}`);
      await ExtensionParent.apiManager.global.browserActionFor(policy.extension).triggerAction(window);
    }, addonId);
    const popup = new FirefoxPopup(browser, chrome);
    await waitUntil('the popup to open', async () => !(await popup.isClosed()));
    await waitUntil('the popup to have loaded and got the focus', async () => {
      const focused = await chrome.evaluate(() => document.activeElement?.className.includes('webextension-popup'));
      return focused === true && (await popup.#hasSettled());
    });
    return popup;
  }

  /** `autofocus` comes with a rendering step after the load: a key that is sent before goes to the body (seen). */
  async #hasSettled(): Promise<boolean> {
    const settled = this.evaluate(async () => {
      if (document.readyState !== 'complete' || !document.hasFocus() || location.href === 'about:blank') return false;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return true;
    });
    return settled.catch(() => false); // the preloaded document may just be moving into the panel
  }

  async evaluate<Args extends readonly unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return parseAnswer<Awaited<Result>>(await evaluateIn(this.#browser, CONTEXT, callExpression(fn, args)));
  }

  async text(): Promise<string> {
    return this.evaluate(() => document.body.innerText);
  }

  async type(text: string): Promise<void> {
    await typeInWindow(this.#chrome, text);
    await this.#settle();
  }

  async press(chord: string): Promise<void> {
    await pressInWindow(this.#chrome, chord);
    await this.#settle();
  }

  /** A real mouse click: BiDi's pointer goes through the browser's window. */
  async click(selector: string): Promise<void> {
    await this.waitFor(selector);
    const { x, y } = await this.evaluate(async (wanted) => {
      const element = document.querySelector(wanted);
      if (!element) throw new Error(`${wanted} went away`);
      element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const rect = element.getBoundingClientRect();
      return { x: Math.round(rect.x + rect.width / 2), y: Math.round(rect.y + rect.height / 2) };
    }, selector);
    const click = [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await bidi(this.#browser, 'input.performActions', {
      context: CONTEXT,
      actions: [{ type: 'pointer', id: 'popup-mouse', actions: click }],
    }).catch((error: unknown) => this.#ignoreIfClosed(error));
  }

  /** Lets the popup handle what was sent before. */
  async #settle(): Promise<void> {
    await this.evaluate(() => new Promise((done) => setTimeout(done))).catch((error: unknown) =>
      this.#ignoreIfClosed(error),
    );
  }

  /** A key or a click may close the popup before its own answer arrives. */
  async #ignoreIfClosed(error: unknown): Promise<void> {
    if (!(await this.isClosed())) throw error;
  }

  async waitFor(condition: string | ((text: string) => boolean), timeoutMs = 10_000): Promise<void> {
    const holds = async (): Promise<boolean> =>
      typeof condition === 'string'
        ? this.evaluate((selector) => document.querySelector(selector) !== null, condition)
        : condition(await this.text());
    await waitUntil(`${condition} in the popup`, holds, timeoutMs).catch(async (error: unknown) => {
      throw new Error(`${String(error)} It shows:\n${await this.text().catch(String)}`);
    });
  }

  async screenshot(path: string): Promise<void> {
    const { data } = await bidi<{ data: string }>(this.#browser, 'browsingContext.captureScreenshot', {
      context: CONTEXT,
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  async isClosed(): Promise<boolean> {
    return this.#chrome.evaluate(() => {
      const popup = document.querySelector('.webextension-popup-browser');
      const panel = popup?.closest('panel');
      return !panel || !('state' in panel) || panel.state !== 'open';
    });
  }

  async waitForClose(timeoutMs = 10_000): Promise<void> {
    await waitUntil('the popup to close', () => this.isClosed(), timeoutMs);
  }
}

/**
 * BiDi in Firefox 153 has contexts for tabs only. Its table of contexts finds a browser element by an id: here it
 * learns one more id, that of the popup's element. Script, pointer and screenshots then work in the real popup.
 */
async function showPopupsToBidi(chrome: ChromeScope): Promise<void> {
  await chrome.evaluate((popupId) => {
    const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
    if (Object.hasOwn(NavigableManager, 'getBrowserById')) return;
    const find = NavigableManager.getBrowserById.bind(NavigableManager);
    NavigableManager.getBrowserById = (id) =>
      id === popupId ? document.querySelector('.webextension-popup-browser') : find(id);
  }, CONTEXT);
}

interface Modules {
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    ExtensionParent: {
      apiManager: {
        global: { browserActionFor(extension: object): { triggerAction(window: Window): Promise<void> } };
      };
    };
  };
  'chrome://remote/content/shared/NavigableManager.sys.mjs': {
    NavigableManager: { getBrowserById(id: string): Element | null };
  };
}
declare const ChromeUtils: { importESModule<Name extends keyof Modules>(name: Name): Modules[Name] };
declare const WebExtensionPolicy: { getByID(id: string): { extension: object } | null };
