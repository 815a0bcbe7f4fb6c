// Hatrack itself, as the tests, the demo and the picture script use it: its storage, its button and its menu.
import type { Page } from 'puppeteer-core';
import { keptText } from '../../src/browser/kept-text.ts';
import { pack, unpack } from '../../src/browser/pack.ts';
import type { SignInOptions, StandIn } from '../console/stand-in.ts';
import { clickIn, find, nameOf, type ShadowNode, waitForShadow } from './closed-shadow.ts';
import type { Rig } from './rig.ts';

export const BUTTON = 'hatrack-button';
export const MENU = 'hatrack-menu';

/** What the tests use of the extension's own APIs, in both browsers under this name. */
export interface ExtensionGlobals {
  readonly chrome: {
    readonly storage: Record<'local' | 'sync' | 'session', StorageArea>;
    readonly alarms: { getAll(): Promise<readonly { readonly name: string }[]> };
    readonly commands: { getAll(): Promise<readonly { readonly name?: string; readonly shortcut?: string }[]> };
  };
}

interface StorageArea {
  get(keys?: string | readonly string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  clear(): Promise<void>;
}

/**
 * Puts a configuration where the options page would save it, as made from the one that is there; what was typed and not
 * saved is gone.
 */
export async function putConfig(rig: Rig, text: string): Promise<void> {
  await rig.evaluateInExtension(
    (kept, packed) =>
      // As the product does: it would take a text that it did not write, where it has just written, for a failed save.
      navigator.locks.request('hatrack-storage', async () => {
        const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
        const { config, versions } = (await local.get(['config', 'versions'])) as {
          config?: { data: { id: string; ancestors: string[] } };
          versions?: { data: unknown[] };
        };
        const { id: before = '0', ancestors = [] } = config?.data ?? {};
        const id = `${(Number.parseInt(before, 36) + 1).toString(36)}.${crypto.randomUUID().slice(0, 8)}`;
        const about = { id, savedAt: Date.now(), origin: 'here' };
        const data = { ...about, ...kept, ancestors: config ? [before, ...ancestors.slice(0, 40)] : [] };
        const version = { ...about, place: { kind: 'inline', packed } };
        const all = [version, ...(versions?.data ?? [])].slice(0, 20);
        await local.set({ config: { v: 3, data }, versions: { v: 3, data: all }, draft: { v: 1 } });
      }),
    await keptText(text),
    await pack(text),
  );
}

/** The texts of the kept versions, the newest first. */
export async function keptTexts(rig: Rig): Promise<string[]> {
  const kept = await rig.evaluateInExtension(async () => {
    const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    const found = (await local.get(null)) as Record<string, { data: unknown } | undefined>;
    const versions = (found.versions?.data ?? []) as { place?: { packed?: string; slot?: number } }[];
    return versions.map(({ place }) => (place?.packed === undefined ? found[`version.${place?.slot}`]?.data : place));
  });
  return Promise.all(
    (kept as { text?: string; packed?: string }[]).map(({ text, packed = '' }) => text ?? unpack(packed)),
  );
}

/** The keys that open the popup, as the browser writes them; empty where it gave the extension none. */
export function popupShortcut(rig: Rig): Promise<string> {
  return rig.evaluateInExtension(async () => {
    const commands = await (globalThis as unknown as ExtensionGlobals).chrome.commands.getAll();
    return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
  });
}

/** Signs in to the stand-in, and waits until Hatrack's button is on the page. */
export async function openConsoleTab(rig: Rig, standIn: StandIn, signIn: SignInOptions): Promise<Page> {
  const page = await rig.newPage();
  await signInOn(page, standIn, signIn);
  return page;
}

/** Signs in to the stand-in on that page, and waits until Hatrack's button is there. */
export async function signInOn(page: Page, standIn: StandIn, signIn: SignInOptions = {}): Promise<void> {
  await page.goto(standIn.signInUrl(signIn), { waitUntil: 'domcontentloaded' });
  await waitForButton(page);
}

export function waitForButton(page: Page): Promise<ShadowNode> {
  return waitForShadow(page, BUTTON, (tree) => find(tree, { tag: 'button' })?.rect);
}

/** Opens the menu by mouse and waits until it shows roles, or a reason for having none. */
export async function openMenu(page: Page): Promise<ShadowNode> {
  await clickIn(page, BUTTON, { tag: 'button' });
  return waitForShadow(
    page,
    MENU,
    (tree) => find(tree, { role: 'option' }) ?? find(tree, { attribute: { class: /^notice/ }, text: /[^…]$/ }),
  );
}

/** Types into the open menu and waits until nothing but this one role is left. */
export async function narrowTo(page: Page, typed: string, label: string): Promise<void> {
  await page.keyboard.type(typed);
  await waitForShadow(page, MENU, (tree) => {
    const options = labels(tree);
    return options.length === 1 && options[0] === label;
  });
}

/**
 * Presses Enter where it may send the page away. Not to be waited for: Chromium 156 now and then never acknowledges the
 * release of a key whose press has begun a navigation.
 */
export function pressEnter(page: Page): void {
  page.keyboard.press('Enter').catch(() => undefined);
}

/** The labels of the roles that a panel shows. What was found in one is a part of its own. */
export function labels(tree: ShadowNode): string[] {
  return nodes(tree)
    .filter((node) => node.attributes.class?.includes('row-label'))
    .map((label) =>
      nodes(label)
        .map((node) => node.attributes['data-text'] ?? '')
        .join(''),
    );
}

/** Who a panel says is signed in. */
export function sessionLine(tree: ShadowNode): string | undefined {
  return find(tree, { attribute: { class: 'session-text' } })?.text;
}

function nodes(tree: ShadowNode): ShadowNode[] {
  return [tree, ...tree.children.flatMap(nodes)];
}

/** The label of the row that Enter would choose: a row's name begins with it. */
export function activeLabel(tree: ShadowNode): string | undefined {
  const row = find(tree, { role: 'option', attribute: { 'aria-selected': 'true' } });
  return row && nameOf(row).split(', ')[0];
}
