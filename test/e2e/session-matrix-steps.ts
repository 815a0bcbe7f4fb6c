import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { clickIn, find, type ShadowNode, waitForShadow } from '../browsers/closed-shadow.ts';
import { labels, MENU, narrowTo, openMenu, pressEnter, sessionLine, waitForButton } from '../browsers/hatrack.ts';
import { type World, waitForTab } from './harness.ts';
import { type Cell, cellName, expectationOf, type Shown, type Switch } from './session-matrix-cells.ts';

const ROOT_SENTENCE =
  'AWS does not let the root user switch roles. Sign in as an IAM user or with IAM Identity Center.';

const isPost = ({ method }: { method: string }) => method === 'POST';

/** A tab whose session was switched to in a tab of its own, and the tab that it came from. */
interface Beside {
  readonly page: Page;
  readonly before: Page;
}

/**
 * One tab for each partition, in which one cell after the other signs in. A page whose bar nobody knows takes five
 * seconds to get its button: the next three cells, of other partitions and so of other sessions, spend them meanwhile.
 */
export class MatrixTabs {
  readonly #tabs = new Map<Cell['partition'], Page>();
  readonly #loads = new Map<Cell, Promise<void>>();
  readonly #besides = new Map<string, Beside>();

  async open(world: World, cell: Cell, following: readonly Cell[]): Promise<Page> {
    const signingIn = following.filter((next) => next.header === 'none' && !expectationOf(next).switchBefore);
    for (const wanted of cell.header === 'none' ? [cell, ...signingIn] : [cell]) {
      if (!this.#loads.has(wanted)) this.#loads.set(wanted, this.#load(world, wanted));
    }
    await this.#loads.get(cell);
    const page = this.#tabs.get(cell.partition);
    if (!page) throw new Error(`No tab for ${cellName(cell)}`);
    return inFront(page);
  }

  /** Leaves the tab of a switch, and the one that it came from, to the cell of the session that it has led into. */
  keepBeside(cell: Cell, tabs: Beside): void {
    this.#besides.set(besideName(cell), tabs);
  }

  /** The tabs of a session that was switched to: those kept, or where its cell runs alone, new ones. */
  async openBeside(world: World, cell: Cell): Promise<Beside> {
    const tabs = this.#besides.get(besideName(cell)) ?? (await this.#switch(world, cell));
    this.#besides.delete(besideName(cell));
    await inFront(tabs.page);
    return tabs;
  }

  async #switch(world: World, cell: Cell): Promise<Beside> {
    const { switchBefore } = expectationOf(cell);
    if (!switchBefore) throw new Error(`${cellName(cell)} comes from no other session`);
    const before = await this.open(world, cell, []);
    await openMenu(before);
    return { page: await switchBeside(world, before, switchBefore), before };
  }

  async #load({ rig, standIn }: World, { partition, ...cell }: Cell): Promise<void> {
    const page = this.#tabs.get(partition) ?? (await rig.newPage());
    this.#tabs.set(partition, page);
    const { signIn } = expectationOf({ partition, ...cell });
    await page.goto(standIn.signInUrl(signIn), { waitUntil: 'domcontentloaded' });
  }
}

/** The two cells that share a tab differ in their kind alone. */
function besideName(cell: Cell): string {
  return cellName({ ...cell, kind: 'switched' });
}

async function inFront(page: Page): Promise<Page> {
  await page.bringToFront();
  await waitForButton(page);
  return page;
}

/** Opens the menu, which must say who one is and offer these roles and no others; those used by earlier cells come first. */
export async function openMenuWith(page: Page, shown: Shown): Promise<ShadowNode> {
  const menu = await openMenu(page);
  const inOrder = (rows: readonly string[]) => rows.toSorted();
  expect({ who: sessionLine(menu), rows: inOrder(labels(menu)) }).toEqual({ ...shown, rows: inOrder(shown.rows) });
  return menu;
}

/** Root's menu, which says why it offers nothing. */
export async function openRootMenu(page: Page, shown: Shown): Promise<void> {
  const menu = await openMenuWith(page, shown);
  expect(find(menu, { text: ROOT_SENTENCE })).toBeDefined();
}

/** Chooses a role in the open menu of a classic session: the form that is posted, and where one lands. */
export async function switchClassic({ standIn }: World, page: Page, chosen: Switch): Promise<void> {
  await choose(page, chosen);
  const { url, form, status, failure } = await standIn.waitForRequest(isPost);
  expect({ url, ...readable(form) }).toEqual({
    url: `https://${chosen.signInHost}/switchrole`,
    mfaNeeded: '0',
    action: 'switchFromBasis',
    src: 'nav',
    account: chosen.account,
    roleName: chosen.roleName,
    color: 'aaaaaa',
    displayName: `${chosen.label}  |  ${chosen.account}`,
    redirect: chosen.landing,
  });
  if (chosen.becomes === undefined) {
    expect({ status, failure }).toEqual({ status: 200, failure: 'federated-user cannot switch' });
    await waitForArrival(page, `https://${chosen.signInHost}/switchrole`, undefined);
  } else {
    expect(status).toBe(302);
    await waitForArrival(page, chosen.landing, chosen.becomes);
  }
}

/** Goes back to the sign-in of a switched classic session, from its open menu. */
export async function switchBack({ standIn }: World, page: Page, { signInHost, page: landing }: Switch): Promise<void> {
  await clickIn(page, MENU, { tag: 'button', text: 'Switch back to jo' });
  const { url, form, status } = await standIn.waitForRequest(isPost);
  expect({ url, status, ...readable(form) }).toEqual({
    url: `https://${signInHost}/switchrole`,
    status: 302,
    action: 'switchToBasis',
    src: 'nav',
    redirect: landing,
  });
  await waitForArrival(page, landing, 'jo');
}

/** Chooses a role in the open menu of a multi-session tab: the request, and the tab beside that it opens. */
export async function switchBeside(world: World, page: Page, chosen: Switch): Promise<Page> {
  const known = await world.rig.browser.pages();
  await sendBeside(world, page, chosen);
  const host = `^https://${chosen.landingAccount}-[a-z0-9]+\\.`;
  const landing = new RegExp(`${host}${chosen.landing.replace('https://', '').replace(/[.?]/g, '\\$&')}$`);
  const opened = await waitForTab(world, landing, known);
  await waitForArrival(opened, landing, chosen.becomes);
  return opened;
}

/** The same where AWS refuses, which the menu tells. */
export async function beRefusedBeside(world: World, page: Page, chosen: Switch): Promise<void> {
  await sendBeside(world, page, chosen);
  await waitForShadow(page, MENU, (tree) => find(tree, { text: 'AWS refused the switch' }));
}

async function sendBeside({ standIn }: World, page: Page, chosen: Switch): Promise<void> {
  const [differentiator] = new URL(page.url()).hostname.split('.');
  standIn.clear();
  await choose(page, chosen);
  const { url, json } = await standIn.waitForRequest(isPost);
  expect({ url, json }).toEqual({
    url: `https://${chosen.signInHost}/sessions/${differentiator}/v1/switchrole`,
    json: {
      account: chosen.account,
      roleName: chosen.roleName,
      color: 'aaaaaa',
      displayName: chosen.label,
      redirectUri: chosen.landing,
    },
  });
}

/** Goes back to the tab of the sign-in that the session was opened from. */
export async function showSignIn(page: Page, before: Page): Promise<void> {
  await clickIn(page, MENU, { tag: 'button', text: 'Go to my sign-in’s tab' });
  await expect.poll(() => before.evaluate(() => document.visibilityState), { interval: 30 }).toBe('visible');
}

async function choose(page: Page, { label }: Switch): Promise<void> {
  const [, word = ''] = label.split(' ');
  await narrowTo(page, word.slice(0, 4), label);
  pressEnter(page);
}

/** The form's fields with the redirect as a page's address; the token is the stand-in's to judge. */
function readable({ csrf, redirect_uri, ...fields }: Readonly<Record<string, string>> = {}): object {
  return { ...fields, redirect: decodeURIComponent(redirect_uri ?? '') };
}

/** Waits until the tab shows this page, and on it who one is; undefined on a page that shows nobody. */
async function waitForArrival(page: Page, url: string | RegExp, who: string | undefined): Promise<void> {
  const seen = async () => ({ url: page.url(), who: await page.evaluate(shownIdentity).catch(() => 'not yet') });
  const wanted = { url: typeof url === 'string' ? url : expect.stringMatching(url), who };
  await expect.poll(seen, { timeout: 10_000, interval: 30 }).toEqual(wanted);
}

function shownIdentity(): string | undefined {
  return document.querySelector('[data-stand-in="identity"]')?.textContent ?? undefined;
}
