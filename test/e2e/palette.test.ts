import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import {
  clickIn,
  find,
  findAll,
  nameOf,
  type ShadowNode,
  shadowTree,
  waitForNoShadow,
  waitForShadow,
} from '../browsers/closed-shadow.ts';
import { BUTTON, labels, MENU, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForUrl } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

const KEYS = 'Alt+Shift+L';

async function openPalette({ rig }: World, page: Page) {
  await rig.pressCommand(page, KEYS);
  return waitForShadow(page, MENU, (tree) => find(tree, { role: 'option' }));
}

interface Background {
  readonly chrome: Api;
  readonly browser?: Api;
  release?: () => void;
}
interface Api {
  readonly storage: { readonly local: { get(...args: unknown[]): unknown } };
  readonly scripting: { executeScript(...args: unknown[]): unknown };
}

/** Runs in the background: what it reads from now on comes only once it is released. */
function holdStorage(background: object): void {
  const scope = background as Background;
  const { local } = (scope.browser ?? scope.chrome).storage;
  const get = local.get.bind(local);
  const held = new Promise<void>((resolve) => {
    scope.release = () => {
      local.get = get;
      resolve();
    };
  });
  local.get = async (...args) => {
    await held;
    return get(...args);
  };
}

/** Runs in the background: the scripts that it puts into pages come only once they are released. */
function holdScripts(background: object): void {
  const scope = background as Background;
  const { scripting } = scope.browser ?? scope.chrome;
  const execute = scripting.executeScript.bind(scripting);
  const held = new Promise<void>((resolve) => {
    scope.release = () => {
      scripting.executeScript = execute;
      resolve();
    };
  });
  scripting.executeScript = async (...args) => {
    await held;
    return execute(...args);
  };
}

/** The account of each role that the list shows, without dashes. Which stands where depends on what was used before. */
function accounts(tree: ShadowNode): (string | undefined)[] {
  return findAll(tree, { role: 'option' }).map((row) => /\d{4}-\d{4}-\d{4}/.exec(nameOf(row))?.[0].replaceAll('-', ''));
}

function fail(): never {
  throw new Error('The palette is gone.');
}

function openPopups(): number {
  const { extension } = (globalThis as unknown as { chrome: { extension: { getViews(how: object): unknown[] } } })
    .chrome;
  return extension.getViews({ type: 'popup' }).length;
}

inBothBrowsers('the palette', (world) => {
  it('opens in the middle by its keys, takes what is typed, and switches', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    const tree = await openPalette(world(), page);
    const { x = 0, width = 0 } = find(tree, { role: 'dialog' })?.rect ?? {};
    const pageWidth = await page.evaluate(() => document.documentElement.clientWidth);
    expect(Math.abs(x + width / 2 - pageWidth / 2)).toBeLessThanOrEqual(1);
    expect(find(tree, { role: 'combobox' })?.focused).toBe(true);
    await page.keyboard.type('payments-dev');
    await waitForShadow(page, MENU, (menu) => labels(menu).join() === 'payments-dev');
    pressEnter(page);
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe('333333333333');
    await waitForUrl(page, /console/);
  });

  it('closes by its keys, by Escape and by a press elsewhere, and gives the focus back to where it was', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'field';
      document.body.append(field);
      field.focus();
    });
    const focusedId = () => page.evaluate(() => document.activeElement?.id);
    await openPalette(world(), page);
    expect(await focusedId()).not.toBe('field');
    await page.keyboard.press('Escape');
    await waitForNoShadow(page, MENU);
    expect(await focusedId()).toBe('field');
    await openPalette(world(), page);
    await world().rig.pressCommand(page, KEYS);
    await waitForNoShadow(page, MENU);
    expect(await focusedId()).toBe('field');
    await openPalette(world(), page);
    await page.mouse.click(20, 600);
    await waitForNoShadow(page, MENU);
  });

  it('gives the focus back to the menu’s button, and closes the menu that is open', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await openMenu(page);
    await world().rig.pressCommand(page, KEYS);
    await waitForNoShadow(page, MENU);
    await waitForShadow(page, BUTTON, (tree) => find(tree, { tag: 'button', focused: true }));
    await openPalette(world(), page);
    await page.keyboard.press('Escape');
    await waitForShadow(page, BUTTON, (tree) => find(tree, { tag: 'button', focused: true }));
    // The button opens the menu in its own place after that.
    await clickIn(page, BUTTON, { tag: 'button' });
    const tree = await waitForShadow(page, MENU, (menu) => find(menu, { role: 'option' }));
    expect(find(tree, { role: 'dialog' })?.attributes.class).toBe('menu');
  });

  it('keeps what is typed before the list is there, and switches once', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await openPalette(world(), page);
    await page.keyboard.type('payments');
    const found = await waitForShadow(page, MENU, (tree) => labels(tree).length === 2);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await waitForNoShadow(page, MENU);
    await world().rig.evaluateInBackground(holdStorage);
    await world().rig.pressCommand(page, KEYS);
    await waitForShadow(page, MENU, (tree) => find(tree, { role: 'combobox', focused: true }));
    await page.keyboard.type('payments');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(labels((await shadowTree(page, MENU)) ?? fail())).toEqual([]);
    await world().rig.evaluateInBackground((scope) => (scope as Background).release?.());
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe(accounts(found)[1]);
    await waitForUrl(page, /console/);
    expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('keeps what is typed before the menu’s script is in the page', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await world().rig.evaluateInBackground(holdScripts);
    await world().rig.pressCommand(page, KEYS);
    await waitForShadow(page, MENU, (tree) => find(tree, { tag: 'input', focused: true }));
    await page.keyboard.type('payments-dev');
    await page.keyboard.press('Enter');
    expect(find((await shadowTree(page, MENU)) ?? fail(), { role: 'dialog' })).toBeUndefined();
    await world().rig.evaluateInBackground((scope) => (scope as Background).release?.());
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe('333333333333');
    await waitForUrl(page, /console/);
  });

  it('takes the row of a number with Alt', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    const [, , third] = accounts(await openPalette(world(), page));
    await page.keyboard.down('Alt');
    page.keyboard.press('3').catch(() => undefined);
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe(third ?? fail());
    await waitForUrl(page, /console/);
  });

  it('is the popup where the page in front is no console', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await world().rig.newPage();
    await page.goto('about:blank');
    await world().rig.pressCommand(page, KEYS);
    await expect.poll(() => world().rig.evaluateInExtension(openPopups)).toBe(1);
  });

  it('does not open for a message of the page', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await page.evaluate(() => {
      for (const kind of ['open-palette', 'switch-back']) {
        postMessage({ api: 'console-tab', name: 'takeOrder', input: { kind } }, '*');
      }
    });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await shadowTree(page, MENU)).toBeNull();
  });
});
