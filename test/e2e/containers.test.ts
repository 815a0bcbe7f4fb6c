import type { Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { find, waitForShadow } from '../browsers/closed-shadow.ts';
import { type Container, containerOfTab, makeContainer, tabsInContainer } from '../browsers/firefox-containers.ts';
import { type ExtensionGlobals, MENU, narrowTo, openMenu, pressEnter, signInOn } from '../browsers/hatrack.ts';
import { openOptions } from '../browsers/options-editor.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab, waitForUrl } from './harness.ts';

const TEXT = `[jump]
aws_account_id = 111111111111

[dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump

[prod]
role_arn = arn:aws:iam::222222222222:role/ReadOnly
source_profile = jump
color = #d92d20
container = production
`;

const HOME = 'https://us-east-1.console.aws.amazon.com/console/home';
const SESSION_TAB = /^https:\/\/333333333333-[a-z0-9]+\.us-east-1\.console\.aws\.amazon\.com\//;
const isSwitch = ({ method, path }: { method: string; path: string }) => method === 'POST' && path === '/switchrole';

const made: Container[] = [];

async function newContainer({ rig }: World): Promise<Container> {
  const container = await makeContainer(rig);
  made.push(container);
  return container;
}

/** A console tab in a container of its own. */
async function consoleInContainer(world: World, signIn = {}): Promise<{ container: Container; page: Page }> {
  const container = await newContainer(world);
  const page = await container.newPage();
  await signInOn(page, world.standIn, signIn);
  return { container, page };
}

async function choose(page: Page, label: string): Promise<void> {
  await page.bringToFront();
  await openMenu(page);
  await narrowTo(page, label, label);
  pressEnter(page);
}

/** Says in the popup over this tab what its container is called. */
async function tellContainer({ rig }: World, page: Page): Promise<void> {
  const popup = await rig.openPopup(page);
  await popup.waitFor('.container-line select');
  await popup.evaluate(() => document.querySelector<HTMLSelectElement>('.container-line select')?.focus());
  await popup.press('ArrowDown');
  await expect.poll(() => known({ rig })).toMatchObject([{ name: 'production' }]);
  await popup.press('Escape');
  await popup.waitForClose();
}

async function known({ rig }: Pick<World, 'rig'>): Promise<unknown> {
  return rig.evaluateInExtension(async () => {
    const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    const { containers } = (await local.get('containers')) as { containers?: { data: unknown } };
    return containers?.data;
  });
}

async function forget({ rig }: World): Promise<void> {
  await rig.evaluateInExtension(async () => {
    const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    await local.set({ containers: { v: 1, data: [] }, settings: { v: 1, data: {} } });
  });
}

/** Allows Hatrack, on its options page, to open containers that have no tab open; or takes that back. */
async function mayOpen({ rig }: World, isAllowed: boolean): Promise<void> {
  const page = await openOptions(rig);
  const box = '#permission-cookies';
  await page.waitForSelector(box);
  if ((await page.$eval(box, (input) => (input as HTMLInputElement).checked)) !== isAllowed) await clickOn(page, box);
  await page.waitForFunction(
    (selector, wanted) => document.querySelector<HTMLInputElement>(selector)?.checked === wanted,
    { polling: 50 },
    box,
    isAllowed,
  );
  await page.close();
}

/** Notes on a page that it is still the same document. */
function mark(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.dataset.same = 'true';
  });
}

function isSame(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.dataset.same === 'true');
}

inBothBrowsers(
  'Firefox’s containers',
  (world) => {
    afterEach(async () => {
      for (const container of made.splice(0)) await container.remove();
      await forget(world());
    });

    it.each([
      ['new-tab', 'without', false],
      ['new-window', 'without', false],
      ['new-tab', 'with', true],
      ['new-window', 'with', true],
    ])('keep a session in its own, in a %s, %s the permission to open others', async (openSessionIn, _, isAllowed) => {
      await saveConfig(world(), TEXT);
      await mayOpen(world(), isAllowed);
      await world().rig.evaluateInExtension(async (place) => {
        const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
        await local.set({ settings: { v: 1, data: { openSessionIn: place } } });
      }, openSessionIn);
      const { page } = await consoleInContainer(world(), { multiSession: true });
      const container = await containerOfTab(world().rig, page.url());
      expect(container).toMatch(/^firefox-container-\d+$/);
      await choose(page, 'dev');
      const opened = await waitForTab(world(), SESSION_TAB);
      expect(await containerOfTab(world().rig, opened.url())).toBe(container);
      await opened.close();
    });

    it('count and show the sessions of their own alone', async () => {
      await saveConfig(world(), TEXT);
      const { page: inContainer } = await consoleInContainer(world(), { multiSession: true, alone: true });
      await choose(inContainer, 'dev');
      const there = await waitForTab(world(), SESSION_TAB);
      const page = await openConsole(world(), { multiSession: true, alone: true });
      const menu = await openMenu(page);
      expect(find(menu, { text: '1 of 5 sessions open' })).toBeDefined();
      world().standIn.clear();
      await narrowTo(page, 'dev', 'dev');
      pressEnter(page);
      await world().standIn.waitForRequest(({ path }) => path.endsWith('/v1/switchrole'));
      const here = await waitForTab(world(), SESSION_TAB, [there]);
      for (const tab of [here, there]) await tab.close();
    });

    it('keep AWS’s own page in the container of the tab that could not switch', async () => {
      await saveConfig(world(), TEXT);
      const { page } = await consoleInContainer(world(), { csp: 'strict' });
      const container = await containerOfTab(world().rig, page.url());
      await choose(page, 'dev');
      const link = await waitForTab(world(), /^https:\/\/signin\.aws\.amazon\.com\/switchrole\?/);
      expect(await tabsInContainer(world().rig, container)).toBe(2);
      await link.close();
    });

    it('change nothing for a role whose container Hatrack does not know', async () => {
      await saveConfig(world(), TEXT);
      const page = await openConsole(world());
      await choose(page, 'prod');
      expect((await world().standIn.waitForRequest(isSwitch)).form).toMatchObject({ account: '222222222222' });
      await waitForUrl(page, HOME);
    });

    it('have a role switched to by the session of its own', async () => {
      await saveConfig(world(), TEXT);
      const { page: inContainer } = await consoleInContainer(world());
      await tellContainer(world(), inContainer);
      const page = await openConsole(world());
      await Promise.all([mark(page), mark(inContainer)]);
      await choose(page, 'prod');
      expect((await world().standIn.waitForRequest(isSwitch)).form).toMatchObject({ account: '222222222222' });
      await expect.poll(() => inContainer.evaluate(() => document.visibilityState)).toBe('visible');
      await expect.poll(() => isSame(inContainer)).toBe(false);
      expect(await isSame(page)).toBe(true);
    });

    it('open a tab for that where none shows the console', async () => {
      await saveConfig(world(), TEXT);
      await mayOpen(world(), false);
      const { container, page: inContainer } = await consoleInContainer(world());
      await tellContainer(world(), inContainer);
      // Another tab keeps the way into the container open.
      await container.newPage();
      await inContainer.close();
      const page = await openConsole(world());
      await mark(page);
      await choose(page, 'prod');
      expect((await world().standIn.waitForRequest(isSwitch)).form).toMatchObject({ account: '222222222222' });
      expect(await isSame(page)).toBe(true);
    });

    it('say so where no tab of it is open, until Hatrack may open one', async () => {
      await saveConfig(world(), TEXT);
      await mayOpen(world(), false);
      const { page: inContainer } = await consoleInContainer(world());
      await tellContainer(world(), inContainer);
      await inContainer.close();
      const page = await openConsole(world());
      await mark(page);
      await choose(page, 'prod');
      await waitForShadow(page, MENU, (tree) =>
        JSON.stringify(tree).includes('belongs into the container “production”, and no tab of it is open'),
      );
      expect(world().standIn.requests.filter(isSwitch)).toEqual([]);

      await mayOpen(world(), true);
      await page.bringToFront();
      pressEnter(page);
      expect((await world().standIn.waitForRequest(isSwitch)).form).toMatchObject({ account: '222222222222' });
      expect(await isSame(page)).toBe(true);
    });

    it('wait for the user to sign in there, and say so where nobody does', { timeout: 90_000 }, async () => {
      await saveConfig(world(), TEXT);
      const container = await newContainer(world());
      const blank = await container.newPage();
      await blank.goto(`${HOME}?blank`);
      await tellContainer(world(), blank);
      await blank.goto('about:blank');
      const page = await openConsole(world());
      await mark(page);
      await choose(page, 'prod');
      const signIn = await waitForTab(world(), /signin\.aws\.amazon\.com\/stand-in\/signed-out/);
      await signInOn(signIn, world().standIn);
      expect((await world().standIn.waitForRequest(isSwitch)).form).toMatchObject({ account: '222222222222' });
      await signIn.goto('https://signin.aws.amazon.com/stand-in/sign-out');
      await signIn.close();
      world().standIn.clear();

      await choose(page, 'prod');
      const left = await waitForTab(world(), /signin\.aws\.amazon\.com\/stand-in\/signed-out/);
      await page.bringToFront();
      await waitForShadow(
        page,
        MENU,
        (tree) => JSON.stringify(tree).includes('A tab is open there: sign in to AWS'),
        30_000,
      );
      expect(left.url()).toContain('/stand-in/signed-out');
      expect(world().standIn.requests.filter(isSwitch)).toEqual([]);
      expect(await isSame(page)).toBe(true);
    });
  },
  {
    browsers: ['firefox'],
    // As users have it: the browser itself may ask. For what Hatrack asks for here, it does not.
    firefoxPrefs: { 'extensions.webextOptionalPermissionPrompts': true },
    expectedErrors: /form-action/,
  },
);
