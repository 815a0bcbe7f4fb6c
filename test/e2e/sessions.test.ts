import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickIn, find, nameOf, type ShadowNode, waitForShadow } from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, labels, MENU, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab, waitForUrl } from './harness.ts';

const TEXT = `[jump]
aws_account_id = 111111111111

[payments-dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump

[payments-prod]
role_arn = arn:aws:iam::222222222222:role/ReadOnly
source_profile = jump

[checkout-dev]
role_arn = arn:aws:iam::701000000001:role/Developer
source_profile = jump

[checkout-stg]
role_arn = arn:aws:iam::701000000002:role/Developer
source_profile = jump

[search-dev]
role_arn = arn:aws:iam::703000000001:role/Developer
source_profile = jump
`;

const PAGE = 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:';
const DEV_TAB = tabOf('333333333333');

type Place = 'new-tab' | 'this-tab' | 'new-window';

function tabOf(account: string): RegExp {
  return new RegExp(`^https://${account}-[a-z0-9]+\\.us-east-1\\.console\\.aws\\.amazon\\.com/`);
}

function switches({ standIn }: World): readonly { url: string; failure: string | undefined }[] {
  return standIn.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/v1/switchrole'));
}

/** A console tab of the one session that there is then. */
async function signIn(world: World): Promise<Page> {
  await saveConfig(world, TEXT);
  return openConsole(world, { to: PAGE, multiSession: true, alone: true });
}

async function choose(page: Page, label: string, held?: 'Control' | 'Shift' | 'Alt'): Promise<void> {
  await page.bringToFront();
  await openMenu(page);
  await narrowTo(page, label, label);
  if (held) await page.keyboard.down(held);
  pressEnter(page);
  // Where Enter leads to another tab, that has the keyboard now.
  if (held) page.keyboard.up(held).catch(() => undefined);
}

async function openRole(world: World, page: Page, label: string, account: string): Promise<Page> {
  const known = await world.rig.browser.pages();
  await choose(page, label);
  return waitForTab(world, tabOf(account), known);
}

/** The name of a row: it holds all that the row shows. */
function rowName(menu: ShadowNode, label: string): string {
  const row = find(menu, { role: 'option', name: new RegExp(`^${label},`) });
  return row ? nameOf(row) : '';
}

function isShown(page: Page): Promise<boolean> {
  return page.evaluate(() => document.visibilityState === 'visible');
}

function setPlace({ rig }: World, place: Place): Promise<void> {
  return rig.evaluateInExtension(async (openSessionIn) => {
    const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    await local.set({ settings: { v: 1, data: { openSessionIn } } });
  }, place);
}

function windowOf({ rig }: World, account: string): Promise<{ windows: number; tabs: number }> {
  return rig.evaluateInExtension(async (label) => {
    const { tabs } = (globalThis as unknown as { browser: { tabs: { query(what: object): Promise<object[]> } } })
      .browser;
    const all = (await tabs.query({ url: '*://*.console.aws.amazon.com/*' })) as { url: string; windowId: number }[];
    const mine = all.find(({ url }) => url.startsWith(`https://${label}-`));
    const inWindow = (await tabs.query({ windowId: mine?.windowId })).length;
    return { windows: new Set(all.map(({ windowId }) => windowId)).size, tabs: inWindow };
  }, account);
}

inBothBrowsers('open sessions', (world) => {
  it('are counted and marked, and a role that has one is shown instead of asked for again', async () => {
    const base = await signIn(world());
    expect(find(await openMenu(base), { text: '1 of 5 sessions open' })).toBeDefined();
    await base.keyboard.press('Escape');
    const dev = await openRole(world(), base, 'payments-dev', '333333333333');
    world().standIn.clear();

    await base.bringToFront();
    const menu = await openMenu(base);
    expect(find(menu, { text: '2 of 5 sessions open' })).toBeDefined();
    expect(rowName(menu, 'payments-dev')).toContain(', open');
    expect(rowName(menu, 'payments-prod')).not.toContain(', open');
    await narrowTo(base, 'payments-dev', 'payments-dev');
    pressEnter(base);
    await expect.poll(() => isShown(dev)).toBe(true);
    expect(switches(world())).toEqual([]);

    // A service is opened in that session, in a tab of its own.
    const known = await world().rig.browser.pages();
    await base.bringToFront();
    await openMenu(base);
    await narrowTo(base, 'payments-dev s3', 'payments-dev');
    pressEnter(base);
    const s3 = await waitForTab(world(), DEV_TAB, known);
    expect(new URL(s3.url())).toMatchObject({ hostname: new URL(dev.url()).hostname, pathname: '/s3/home' });
    expect(switches(world())).toEqual([]);
    for (const page of [s3, dev]) await page.close();
  });

  it('ask for what their own tab may not, and lead back to the sign-in', async () => {
    const base = await signIn(world());
    const [differentiator] = new URL(base.url()).hostname.split('.');
    const dev = await openRole(world(), base, 'payments-dev', '333333333333');
    world().standIn.clear();

    const menu = await openMenu(dev);
    expect(labels(menu)).toEqual(['payments-dev', 'payments-prod', 'checkout-dev', 'checkout-stg', 'search-dev']);
    expect(rowName(menu, 'payments-prod')).toContain(', via jo');
    const known = await world().rig.browser.pages();
    await narrowTo(dev, 'prod', 'payments-prod');
    pressEnter(dev);
    const request = await world().standIn.waitForRequest(({ path }) => path.endsWith('/v1/switchrole'));
    expect(request.url).toContain(`/sessions/${differentiator}/`);
    expect(request.headers.origin).toContain(`//${differentiator}.`);
    const prod = await waitForTab(world(), tabOf('222222222222'), known);

    // The tab before it is a role's: the way back leads past it.
    await openMenu(prod);
    await clickIn(prod, MENU, { tag: 'button', text: 'Go to my sign-in’s tab' });
    await expect.poll(() => isShown(base)).toBe(true);

    // From the list of sessions to any of them, also in the popup.
    await openMenu(base);
    await clickIn(base, MENU, { tag: 'button', text: '3 of 5 sessions open' });
    await clickIn(base, MENU, { tag: 'button', name: /^Go to the tab of payments-prod/ });
    await expect.poll(() => isShown(prod)).toBe(true);
    await base.bringToFront();
    const popup = await world().rig.openPopup(base);
    await popup.waitFor((text) => text.includes('3 of 5 sessions open'));
    await popup.click('.sessions-fold');
    await popup.click('[aria-label^="Go to the tab of payments-dev"]');
    await expect.poll(() => isShown(dev)).toBe(true);

    await base.close();
    await prod.bringToFront();
    await openMenu(prod);
    await clickIn(prod, MENU, { tag: 'button', text: 'Go to my sign-in’s tab' });
    await waitForShadow(prod, MENU, (tree) => find(tree, { text: 'No tab of your sign-in is open' }));
    for (const page of [prod, dev]) await page.close();
  });

  it('are five at most: one is signed out of before there is a sixth, and only after it was confirmed', async () => {
    const base = await signIn(world());
    const opened = [await openRole(world(), base, 'payments-dev', '333333333333')];
    opened.push(await openRole(world(), base, 'payments-prod', '222222222222'));
    opened.push(await openRole(world(), base, 'checkout-dev', '701000000001'));
    opened.push(await openRole(world(), base, 'checkout-stg', '701000000002'));
    world().standIn.clear();

    await choose(base, 'search-dev');
    await waitForShadow(base, MENU, (tree) => find(tree, { text: 'AWS allows five sessions at a time' }));
    expect(switches(world())).toEqual([]);
    // Chosen again, it is asked for: a tab may show a session that is gone. Here AWS says no.
    pressEnter(base);
    await expect.poll(() => switches(world()).map(({ failure }) => failure)).toEqual(['five sessions are open']);
    const menu = await waitForShadow(base, MENU, (tree) => find(tree, { text: 'AWS allows five sessions at a time' }));
    expect(find(menu, { tag: 'button', name: /^Sign out of jo/ })).toBeUndefined();

    const isSignOut = ({ path }: { path: string }) => path.endsWith('/v1/logout');
    await clickIn(base, MENU, { tag: 'button', name: 'Sign out of payments-prod, 2222-2222-2222' });
    await clickIn(base, MENU, { tag: 'button', text: 'Cancel' });
    expect(world().standIn.requests.filter(isSignOut)).toEqual([]);
    await clickIn(base, MENU, { tag: 'button', name: 'Sign out of payments-prod, 2222-2222-2222' });
    const known = await world().rig.browser.pages();
    await clickIn(base, MENU, { tag: 'button', name: 'Yes, sign out of payments-prod, 2222-2222-2222' });
    await waitForShadow(base, MENU, (tree) => find(tree, { text: 'Signed out of payments-prod.' }));
    const [signOut, ...others] = world().standIn.requests.filter(isSignOut);
    expect(others).toEqual([]);
    expect(signOut).toMatchObject({ status: 200, host: 'signin.aws.amazon.com' });
    expect(signOut?.path).toMatch(/^\/sessions\/222222222222-/);
    await waitForShadow(base, MENU, (tree) => find(tree, { text: '4 of 5 sessions open' }));
    expect(await world().rig.browser.pages()).toHaveLength(known.length);

    await clickIn(base, MENU, { role: 'option', name: /^search-dev/ });
    opened.push(await waitForTab(world(), tabOf('703000000001'), known));
    for (const page of opened) await page.close();
  });

  it('are not those that have ended elsewhere, although a tab still shows them', async () => {
    const base = await signIn(world());
    const stale = await openRole(world(), base, 'payments-dev', '333333333333');
    await base.goto(world().standIn.signInUrl({ to: PAGE, multiSession: true, alone: true }));
    world().standIn.clear();
    const known = await world().rig.browser.pages();
    await base.bringToFront();
    const menu = await openMenu(base);
    expect(find(menu, { text: '1 of 5 sessions open' })).toBeDefined();
    await narrowTo(base, 'payments-dev', 'payments-dev');
    pressEnter(base);
    await world().standIn.waitForRequest(({ path }) => path.endsWith('/v1/switchrole'));
    const dev = await waitForTab(world(), DEV_TAB, known);
    for (const page of [stale, dev]) await page.close();
  });

  it('open where the keys say, whatever the setting is', async () => {
    const base = await signIn(world());
    await setPlace(world(), 'this-tab');
    const known = await world().rig.browser.pages();
    await choose(base, 'payments-dev', 'Control');
    const dev = await waitForTab(world(), DEV_TAB, known);
    expect(base.url()).toContain('//111111111111-');
    await setPlace(world(), 'new-tab');

    await choose(base, 'payments-prod', 'Shift');
    const prod = await waitForTab(world(), tabOf('222222222222'), known);
    await expect.poll(() => windowOf(world(), '222222222222')).toEqual({ windows: 2, tabs: 1 });
    await prod.close();

    await base.bringToFront();
    await openMenu(base);
    await narrowTo(base, 'checkout-dev', 'checkout-dev');
    await setPlace(world(), 'this-tab');
    const before = await world().rig.browser.pages();
    await clickRow(base, { button: 'middle' });
    const checkout = await waitForTab(world(), tabOf('701000000001'), before);
    await setPlace(world(), 'new-tab');

    await choose(base, 'checkout-stg', 'Alt');
    await waitForUrl(base, tabOf('701000000002'));
    for (const page of [dev, checkout]) await page.close();
  });

  it('are not had with one session for all tabs, which is said instead of switching', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { to: PAGE, alone: true });
    expect(find(await openMenu(page), { text: /sessions open/ })).toBeUndefined();
    await page.keyboard.press('Escape');
    await choose(page, 'payments-dev', 'Control');
    await waitForShadow(page, MENU, (tree) => find(tree, { text: 'This sign-in has one session for all of its tabs' }));
    expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

/** Clicks the row that is left with another button than the first. */
async function clickRow(page: Page, { button }: { button: 'middle' }): Promise<void> {
  const tree = await waitForShadow(page, MENU, (menu) => find(menu, { role: 'option' })?.rect);
  const rect = find(tree, { role: 'option' })?.rect;
  if (!rect) throw new Error('There is no row.');
  await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2, { button });
}
