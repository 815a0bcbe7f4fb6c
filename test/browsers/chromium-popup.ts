// The toolbar popup in Chromium: a page of its own for puppeteer.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyInput, Page, Target } from 'puppeteer-core';
import { splitChord } from './keys.ts';
import { callExpression, parseAnswer } from './page-call.ts';
import type { Popup } from './rig.ts';
import { waitUntil } from './wait-until.ts';

export class ChromiumPopup implements Popup {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** A new page of the extension that is no tab: what `triggerAction` has just opened. */
  static isPopup(target: Target, origin: string, known: ReadonlySet<Target>): boolean {
    return target.url().startsWith(`${origin}/`) && target.type() !== 'service_worker' && !known.has(target);
  }

  static async ready(page: Page): Promise<ChromiumPopup> {
    await page.waitForFunction(() => document.readyState === 'complete' && document.hasFocus());
    return new ChromiumPopup(page);
  }

  async evaluate<Args extends readonly unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return parseAnswer<Awaited<Result>>(await this.#page.evaluate(callExpression(fn, args)));
  }

  async text(): Promise<string> {
    return this.evaluate(() => document.body.innerText);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async press(chord: string): Promise<void> {
    const { modifiers, key } = splitChord(chord); // puppeteer itself refuses a key that it does not know
    if (key === 'Escape') return this.#pressEscape();
    await this.#mayClose(async () => {
      for (const modifier of modifiers) await this.#page.keyboard.down(modifier);
      await this.#page.keyboard.press(key as KeyInput);
      for (const modifier of modifiers.toReversed()) await this.#page.keyboard.up(modifier);
    });
  }

  /**
   * A real Escape that the page leaves alone closes the popup: the bubble around it does that. Keys from CDP do not
   * pass the bubble (seen: the popup stays), so an Escape that nothing has prevented closes the window here.
   */
  async #pressEscape(): Promise<void> {
    await this.#mayClose(async () => {
      await this.evaluate(() => {
        const closeUnlessHandled = (event: KeyboardEvent): void => {
          if (event.key !== 'Escape') return;
          window.removeEventListener('keydown', closeUnlessHandled);
          setTimeout(() => event.defaultPrevented || window.close());
        };
        window.addEventListener('keydown', closeUnlessHandled);
      });
      await this.#page.keyboard.press('Escape');
    });
  }

  /** A key or a click may close the popup before its own answer arrives; now and then that never comes (Chromium 156). */
  async #mayClose(action: () => Promise<void>): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#page.once('close', () => resolve()));
    const gone = /Target closed|Session closed|detached|context was destroyed|Session with given id not found/;
    const acted = action().catch((error: unknown) => {
      if (!this.#page.isClosed() && !gone.test(String(error))) throw error;
    });
    await Promise.race([acted, closed]);
  }

  async click(selector: string): Promise<void> {
    const element = await this.#page.waitForSelector(selector, { visible: true });
    await this.#mayClose(async () => element?.click());
  }

  async waitFor(condition: string | ((text: string) => boolean), timeoutMs = 10_000): Promise<void> {
    if (typeof condition === 'string') {
      await this.#page.waitForSelector(condition, { timeout: timeoutMs });
      return;
    }
    await waitUntil(
      `the popup's text to satisfy ${condition}`,
      async () => condition(await this.text()),
      timeoutMs,
    ).catch(async (error: unknown) => {
      throw new Error(`${String(error)} It shows:\n${await this.text().catch(String)}`);
    });
  }

  async screenshot(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.#page.screenshot({ path: path as `${string}.png` });
  }

  async isClosed(): Promise<boolean> {
    return this.#page.isClosed();
  }

  async waitForClose(timeoutMs = 10_000): Promise<void> {
    await waitUntil('the popup to close', () => this.#page.isClosed(), timeoutMs);
  }
}
