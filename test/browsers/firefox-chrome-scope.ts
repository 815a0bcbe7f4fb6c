// Firefox's own window (browser.xhtml), where privileged code of the tests runs: BiDi's `moz:scope: chrome`.
import type { Browser } from 'puppeteer-core';
import { bidi, evaluateIn } from './bidi.ts';
import { callExpression, parseAnswer } from './page-call.ts';

export class ChromeScope {
  readonly browser: Browser;
  readonly #context: string;

  private constructor(browser: Browser, context: string) {
    this.browser = browser;
    this.#context = context;
  }

  static async open(browser: Browser): Promise<ChromeScope> {
    const { contexts } = await bidi<{ contexts: { context: string; url: string }[] }>(
      browser,
      'browsingContext.getTree',
      { 'moz:scope': 'chrome', maxDepth: 0 },
    );
    const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml')) ?? contexts[0];
    if (!window) throw new Error('Firefox has no window.');
    return new ChromeScope(browser, window.context);
  }

  /** Runs a function in the browser's window (JSON arguments and answer). */
  async evaluate<Args extends readonly unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>> {
    return parseAnswer<Awaited<Result>>(await evaluateIn(this.browser, this.#context, callExpression(fn, args)));
  }
}
