// One browser with the extension in it: what every end-to-end test, the demo and the picture script drive.
import type { Browser, Page } from 'puppeteer-core';

export type BrowserKind = 'chromium' | 'firefox';

export interface Viewport {
  width: number;
  height: number;
}

export interface LaunchOptions {
  browser: BrowserKind;
  /** The built extension, unpacked. */
  extensionDir: string;
  /** The browser's program, where it is not the one that is found. */
  executablePath?: string;
  /** All traffic goes through the CONNECT proxy at 127.0.0.1 with this port; TLS errors are accepted. */
  proxyPort: number;
  headless?: boolean;
  /** Kept between launches when given; else a temporary folder, which goes with `close()`. */
  profileDir?: string;
  /** Language of the browser's own interface. */
  language?: 'en' | 'ja';
  colorScheme?: 'light' | 'dark';
  /** Size of every page; `null` leaves the window's own size (for a visible window). */
  viewport?: Viewport | null;
  /** Only Firefox: every window is a private one, and the extension may run in those. */
  isPrivate?: boolean;
  /** Only Chromium: optional permissions that the extension has, and may ask for again without a question to the user. */
  allowed?: readonly string[];
  /** Only Firefox: preferences that win over the harness's own. */
  firefoxPrefs?: Record<string, string | number | boolean>;
}

/** The toolbar popup, as the user has it open over a tab. */
export interface Popup {
  /** All text that the popup shows. */
  text(): Promise<string>;
  /** Runs a function in the popup's page (JSON arguments and answer). */
  evaluate<Args extends readonly unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Types into what has the focus, with real key events. */
  type(text: string): Promise<void>;
  /** One real key: a KeyboardEvent.key such as `ArrowDown`, `Enter`, `Escape`, `Tab`, `a`; `Shift+Tab` for a chord. */
  press(key: string): Promise<void>;
  /** A real mouse click on the first element that the CSS selector finds. */
  click(selector: string): Promise<void>;
  /** Waits for a CSS selector to find something, or for the shown text to satisfy the function. */
  waitFor(condition: string | ((text: string) => boolean), timeoutMs?: number): Promise<void>;
  screenshot(path: string): Promise<void>;
  isClosed(): Promise<boolean>;
  /** Waits until the popup has closed. */
  waitForClose(timeoutMs?: number): Promise<void>;
}

export interface Rig {
  readonly kind: BrowserKind;
  /** Another one after `restart()`. */
  readonly browser: Browser;
  /** `chrome-extension://...` or `moz-extension://...`, without a slash at the end. */
  readonly extensionOrigin: string;
  /** A new tab in front. */
  newPage(): Promise<Page>;
  /** Closes what `newPage` and `openExtensionPage` opened and nobody closed, as a failed test leaves it behind. */
  closePages(): Promise<void>;
  /** A new tab with a page of the extension, e.g. `src/options/index.html`. */
  openExtensionPage(path: string): Promise<Page>;
  /**
   * Runs a function in a page of the extension, where `browser` and `chrome` exist in both browsers
   * (JSON arguments and answer).
   */
  evaluateInExtension<Args extends readonly unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /**
   * Runs a script's text in that same page, whatever its CSP says; what it puts on `globalThis` is there for
   * `evaluateInExtension` afterwards.
   */
  runInExtension(script: string): Promise<void>;
  /**
   * Runs a function on the global scope of the service worker or event page, which is started where it does not run
   * (JSON arguments and answer).
   */
  evaluateInBackground<Args extends readonly unknown[], Result>(
    fn: (scope: object, ...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Opens the real toolbar popup over that tab. */
  openPopup(page: Page): Promise<Popup>;
  /** Presses the keys of one of the extension's commands over that tab, e.g. `Alt+Shift+H`. */
  pressCommand(page: Page, chord: string): Promise<void>;
  /** Ends the service worker or event page; done when it is really gone. The next event starts it again. */
  stopBackground(): Promise<void>;
  /** Uncaught errors and `console.error` of the extension's pages, background and content scripts so far. */
  consoleErrors(): Promise<readonly string[]>;
  /** Sets the size of a page's viewport. */
  setViewport(page: Page, viewport: Viewport): Promise<void>;
  screenshot(page: Page, path: string): Promise<void>;
  /** Closes the browser and starts it again on the same profile. Pages of before are gone. */
  restart(): Promise<void>;
  close(): Promise<void>;
}
