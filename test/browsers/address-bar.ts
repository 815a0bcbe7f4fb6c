// What the user types into the address bar behind the extension's keyword.
import { ChromeScope } from './firefox-chrome-scope.ts';
import { pressInWindow, typeInWindow } from './firefox-keys.ts';
import type { Rig } from './rig.ts';
import { poll } from './wait-until.ts';

export interface Suggested {
  readonly content: string;
  readonly description: string;
}

export interface AddressBar {
  /** Types keyword and text over the page in front, and gives what is suggested, once the condition holds for it. */
  type(text: string, isReady: (suggested: readonly Suggested[]) => boolean): Promise<readonly Suggested[]>;
  /** Takes the suggestion of that number, or, without one, what was typed as it is. */
  enter(index?: number): Promise<void>;
}

const KEYWORD = 'hat';

export async function addressBar(rig: Rig): Promise<AddressBar> {
  return rig.kind === 'firefox' ? new FirefoxBar(await ChromeScope.open(rig.browser)) : new ChromiumBar(rig);
}

/** The real one: Firefox's own window is within reach. */
class FirefoxBar implements AddressBar {
  readonly #chrome: ChromeScope;

  constructor(chrome: ChromeScope) {
    this.#chrome = chrome;
  }

  async type(text: string, isReady: (suggested: readonly Suggested[]) => boolean): Promise<readonly Suggested[]> {
    await this.#chrome.evaluate(() => {
      gURLBar.focus();
      gURLBar.select();
    });
    await typeInWindow(this.#chrome, `${KEYWORD} ${text}`);
    return awaited(async () => {
      const shown = await this.#chrome.evaluate(() =>
        (gURLBar.view.visibleResults ?? [])
          .filter(({ type, heuristic }) => type === 5 && !heuristic)
          .map(({ payload }) => ({ content: payload.content, description: payload.title })),
      );
      return shown.map(({ content, description }) => ({ content: withoutKeyword(content), description }));
    }, isReady);
  }

  async enter(index?: number): Promise<void> {
    // The first row is what was typed.
    for (let row = -1; index !== undefined && row < index; row += 1) await pressInWindow(this.#chrome, 'ArrowDown');
    await pressInWindow(this.#chrome, 'Enter');
  }
}

function withoutKeyword(content: string): string {
  return content.startsWith(`${KEYWORD} `) ? content.slice(KEYWORD.length + 1) : content;
}

/**
 * Nothing drives Chromium's own address bar: as with commands, the events go to the worker's own listeners (`dispatch`,
 * undocumented).
 */
class ChromiumBar implements AddressBar {
  readonly #rig: Rig;
  #typed = '';
  #suggested: readonly Suggested[] = [];

  constructor(rig: Rig) {
    this.#rig = rig;
  }

  async type(text: string, isReady: (suggested: readonly Suggested[]) => boolean): Promise<readonly Suggested[]> {
    this.#typed = text;
    this.#suggested = await awaited(
      () =>
        this.#rig.evaluateInBackground((scope, typed) => {
          const { onInputStarted, onInputChanged } = (scope as Worker).chrome.omnibox;
          onInputStarted.dispatch();
          return new Promise<Suggested[]>((resolve) => onInputChanged.dispatch(typed, resolve));
        }, text),
      isReady,
    );
    return this.#suggested;
  }

  async enter(index?: number): Promise<void> {
    const text = index === undefined ? this.#typed : (this.#suggested[index]?.content ?? '');
    await this.#rig.evaluateInBackground((scope, entered) => {
      (scope as Worker).chrome.omnibox.onInputEntered.dispatch(entered, 'currentTab');
    }, text);
  }
}

async function awaited(
  read: () => Promise<readonly Suggested[]>,
  isReady: (suggested: readonly Suggested[]) => boolean,
): Promise<readonly Suggested[]> {
  let last: readonly Suggested[] = [];
  const found = await poll(10_000, async () => {
    last = await read();
    return isReady(last) ? last : undefined;
  });
  if (!found) throw new Error(`The address bar does not suggest what it should: ${JSON.stringify(last)}`);
  return found;
}

interface Worker {
  readonly chrome: {
    readonly omnibox: Record<
      'onInputStarted' | 'onInputChanged' | 'onInputEntered',
      { dispatch(...args: unknown[]): void }
    >;
  };
}

interface UrlbarResult {
  readonly type: number;
  readonly heuristic: boolean;
  readonly payload: { readonly content: string; readonly title: string };
}
declare const gURLBar: {
  focus(): void;
  select(): void;
  readonly view: { readonly visibleResults: readonly UrlbarResult[] | undefined };
};
