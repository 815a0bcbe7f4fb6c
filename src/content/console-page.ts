import type { HeaderState } from '../core/console/diagnosis.ts';
import type { PageFacts } from '../core/console/session.ts';

/**
 * What Hatrack knows of the console's pages: every AWS selector, with where and when it was seen (console-contract §2,
 * §3). Ids and test ids only; classes are hashed and labels are translated. Any of them may be gone tomorrow.
 */

/** The account menu's button: same id since about 2014, `<a>` before 2020. */
const ACCOUNT_BUTTON = '#nav-usernameMenu';
/** Narrow layout, below about 620 px: the right-hand items move into this button's drawer (2025). */
const NARROW_MENU_BUTTON = 'button[data-testid="awsc-nav-more-menu"]';
/** `#awsc-signin-endpoint` went away on 2025-10-29 (AESR #372). */
const SIGN_IN_ENDPOINT = '#awsc-signin-endpoint';
const SESSION_DATA = 'meta[name="awsc-session-data"]';
/** Server-rendered and empty at first; the console's scripts draw the bar into it (2020 to 2026). */
const HEADER = '#consoleNavHeader';
/** Cloudscape's dark mode marks, newer and older. */
const DARK_MODE = '.awsui-dark-mode, .awsui-polaris-dark-mode';

/** One for each session, gone with it; AWS's own pages watch theirs (2026). */
const SESSION_MARKER = '__Secure-aws-session-id-';

/** The facts that this world can read; the account info comes from the page's own. */
export function readFacts(accountInfo: string | undefined): PageFacts {
  return {
    pageUrl: location.href,
    sessionData: attributeOf(SESSION_DATA, 'content'),
    signInEndpoint:
      attributeOf(SIGN_IN_ENDPOINT, 'content') ?? document.querySelector(SIGN_IN_ENDPOINT)?.textContent?.trim(),
    accountInfo,
    userInfo: cookie('aws-userInfo'),
  };
}

/**
 * The console's own list of the last roles (console-contract §6). The first spelling is the one that public code has;
 * the second is tolerated.
 */
export function readRoleHistory(): string | undefined {
  return cookie('noflush_awsc-roleInfo') ?? cookie('noflush_aws-roleInfo');
}

/** The labels of the sessions whose marker cookies this page can see (console-contract §3.4). */
export function readSessionMarkers(): readonly string[] {
  const names = document.cookie.split('; ').map((entry) => entry.split('=', 1).join(''));
  return names.filter((name) => name.startsWith(SESSION_MARKER)).map((name) => name.slice(SESSION_MARKER.length));
}

/** A place in the console's navigation bar: where to put an item, and whether the bar is a list. */
export interface NavbarPlace {
  readonly parent: Element;
  readonly before: Element;
  readonly isList: boolean;
  /** The account menu itself is out of sight. */
  readonly isFolded: boolean;
}

/** Beside the account menu, or, where that is folded away, beside the button that unfolds it. */
export function findNavbarPlace(): NavbarPlace | undefined {
  for (const selector of [ACCOUNT_BUTTON, NARROW_MENU_BUTTON]) {
    const button = document.querySelector(selector);
    if (!button?.checkVisibility({ visibilityProperty: true })) continue;
    // 2025: each item is an `li`. Before: the button stands in the bar itself.
    const listItem = button.closest('li');
    const before = listItem ?? button;
    const parent = before.parentElement;
    if (parent) return { parent, before, isList: listItem !== null, isFolded: selector === NARROW_MENU_BUTTON };
  }
  return undefined;
}

/** Which of the known bars the page has. */
export function headerState(isFloating: boolean): HeaderState {
  const place = findNavbarPlace();
  if (!place) return isFloating ? 'floating' : 'none';
  if (place.isFolded) return 'folded';
  return place.isList ? 'list' : 'bar';
}

/** What the console draws its navigation bar into. */
export function consoleHeader(): Element | null {
  return document.querySelector(HEADER);
}

/** Whether the page has anything to show: some services load scripts into an empty frame-like page (AESR 6.0.3). */
export function hasContent(): boolean {
  return [...(document.body?.children ?? [])].some((child) => child.localName !== 'script');
}

/** The console's own colour mode: its mark on the page, else its cookie, else the browser's preference. */
export function consoleColorMode(): 'light' | 'dark' {
  if (document.querySelector(DARK_MODE)) return 'dark';
  const chosen = cookie('awsc-color-theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function attributeOf(selector: string, name: string): string | undefined {
  return document.querySelector(selector)?.getAttribute(name) ?? undefined;
}

function cookie(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
