import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import {
  clickIn,
  find,
  nameOf,
  type ShadowNode,
  shadowTree,
  waitForNoShadow,
  waitForShadow,
} from '../browsers/closed-shadow.ts';
import { MENU, narrowTo, openMenu, waitForButton } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab, waitForUrl } from './harness.ts';
import { shadowViolations } from './violations.ts';

const TEXT = `[jump]
aws_account_id = 111111111111
[careful]
role_arn = arn:aws:iam::222222222222:role/team/platform/Admin
source_profile = jump
confirm = true
env = production
[careless]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump
`;
const HOST = 'https://us-east-1.console.aws.amazon.com';
const PAGE = `${HOST}/ec2/home?region=us-east-1#Instances:`;

const linkTo = (account: string, role: string, page?: string) =>
  `${HOST}/console/home#hatrack?account=${account}&role=${encodeURIComponent(role)}${page === undefined ? '' : `&page=${encodeURIComponent(page)}`}`;
const CARELESS = linkTo('333333333333', 'Developer', PAGE);

const isPost = ({ method }: { method: string }) => method === 'POST';
const posts = ({ standIn }: World) => standIn.requests.filter(isPost);
const dialogIn = (tree: ShadowNode) => find(tree, { role: 'alertdialog' });

/** The question that stands there by itself, once it may be answered. */
async function question(page: Page, yes = 'Switch'): Promise<string> {
  const tree = await waitForShadow(page, MENU, (menu) =>
    find(menu, { tag: 'button', name: yes, attribute: { 'aria-disabled': 'false' } }) ? menu : undefined,
  );
  const dialog = dialogIn(tree);
  return dialog ? (nameOf(dialog) ?? '') : '';
}

const told = (page: Page, sentence: RegExp) =>
  waitForShadow(page, MENU, (tree) => find(tree, { role: 'alert', text: sentence }));

async function openLink(world: World, link: string): Promise<Page> {
  const page = await openConsole(world, { to: link });
  await page.bringToFront();
  return page;
}

inBothBrowsers('a Hatrack link', (world) => {
  it('asks, switches on one click, lands on its page, and is gone from the address', async () => {
    await saveConfig(world(), TEXT);
    const page = await openLink(world(), CARELESS);
    expect(await question(page)).toBe(
      `A link asks for this role. Switch to it?, careless, 3333-3333-3333  Developer, ${PAGE.replace('https://', '')}, Signed in as jo in hatrack-jump (1111-1111-1111)`,
    );
    expect(posts(world())).toEqual([]);
    await clickIn(page, MENU, { tag: 'button', name: 'Switch' });
    const { form } = await world().standIn.waitForRequest(isPost);
    expect(form).toMatchObject({ account: '333333333333', roleName: 'Developer' });
    await waitForUrl(page, PAGE);
    await page.goBack({ waitUntil: 'domcontentloaded' });
    expect(page.url()).not.toContain('#hatrack');
    expect(posts(world())).toHaveLength(1);
  });

  it('is copied from a row, and asks in the tab that shows the page already; what is pressed there by mistake says no', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { to: PAGE });
    await openMenu(page);
    await narrowTo(page, 'careless', 'careless');
    await clickIn(page, MENU, { attribute: { class: 'row-more' } });
    await clickIn(page, MENU, { role: 'menuitem', name: 'Copy a Hatrack link: role and page' });
    const tree = await waitForShadow(page, MENU, (menu) => find(menu, { role: 'status', text: /^Copied: https/ }));
    const link = find(tree, { role: 'status' })?.text.replace('Copied: ', '') ?? '';
    expect(link).toBe(CARELESS.replace(HOST, 'https://console.aws.amazon.com'));
    await page.goto(`${HOST}/console/home`, { waitUntil: 'domcontentloaded' });
    await waitForButton(page);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await question(page);
    await page.keyboard.press('Enter');
    await waitForNoShadow(page, MENU);
    expect(page.url()).toBe(`${HOST}/console/home`);
    expect(posts(world())).toEqual([]);
  });

  it('asks once more where the text says so', async () => {
    await saveConfig(world(), TEXT);
    const page = await openLink(world(), linkTo('222222222222', 'team/platform/Admin', PAGE));
    expect(await question(page)).toContain('careful, 2222-2222-2222  team/platform/Admin, production');
    await clickIn(page, MENU, { tag: 'button', name: 'Switch' });
    await waitForShadow(page, MENU, (tree) => nameOf(dialogIn(tree) ?? tree)?.startsWith('Switch to this role?'));
    expect(posts(world())).toEqual([]);
    await clickIn(page, MENU, { tag: 'button', name: 'Switch' });
    await waitForUrl(page, PAGE);
  });

  it('takes no answer while another tab is in front, nor in the moment after', async () => {
    await saveConfig(world(), TEXT);
    const page = await openLink(world(), CARELESS);
    await question(page);
    const other = await world().rig.newPage();
    await other.bringToFront();
    const isClosed = (tree: ShadowNode) =>
      find(tree, { tag: 'button', name: 'Switch', attribute: { 'aria-disabled': 'true' } });
    await waitForShadow(page, MENU, isClosed);
    await page.bringToFront();
    await question(page);
    await page.keyboard.press('Escape');
    await waitForNoShadow(page, MENU);
  });

  it('offers AWS’s own page for a role that the session does not have, and opens nothing else', async () => {
    await saveConfig(world(), TEXT);
    const page = await openLink(world(), linkTo('666666666666', 'Admin', PAGE));
    expect(await question(page, 'Open AWS’s page')).toContain('6666-6666-6666  Admin');
    await clickIn(page, MENU, { tag: 'button', name: 'Open AWS’s page' });
    const opened = await waitForTab(world(), /signin\.aws\.amazon\.com\/switchrole\?/);
    expect(Object.fromEntries(new URL(opened.url()).searchParams)).toMatchObject({
      account: '666666666666',
      roleName: 'Admin',
    });
    await opened.close();
    expect(posts(world())).toEqual([]);
  });

  it('opens its page where the session is in the role already', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), {
      to: CARELESS,
      identity: 'switched',
      switchedTo: { account: '333333333333', roleName: 'Developer', displayName: 'x', color: '00ff00' },
    });
    await page.bringToFront();
    await question(page, 'Open the page');
    await clickIn(page, MENU, { tag: 'button', name: 'Open the page' });
    await waitForUrl(page, PAGE);
    expect(posts(world())).toEqual([]);
  });

  it.each([
    ['to another site', linkTo('333333333333', 'Developer', 'https://evil.test/'), /outside the AWS console/],
    ['to another partition', linkTo('333333333333', 'Developer', 'https://console.amazonaws.cn/'), /outside the AWS/],
    ['to signing out', linkTo('333333333333', 'Developer', `${HOST}/console/logout!doLogout`), /outside the AWS/],
    ['that is a script', linkTo('333333333333', 'Developer', 'javascript:alert(1)'), /outside the AWS console/],
    ['without a role', `${HOST}/console/home#hatrack?account=333333333333`, /damaged/],
    ['with two accounts', `${CARELESS}&account=222222222222`, /damaged/],
  ])('is refused %s', async (_name, link, sentence) => {
    await saveConfig(world(), TEXT);
    const page = await openLink(world(), link);
    await told(page, sentence);
    expect(dialogIn((await shadowTree(page, MENU)) as ShadowNode)).toBeUndefined();
    await expect.poll(() => page.url()).toBe(`${HOST}/console/home`);
    expect(posts(world())).toEqual([]);
  });

  it('makes no switch by what a page can do: its events, its frames, its own messages', async () => {
    await saveConfig(world(), TEXT);
    const page = await openLink(world(), CARELESS);
    await question(page);
    await page.evaluate(() => {
      const host = document.querySelector('hatrack-menu') as HTMLElement;
      for (const type of ['click', 'pointerdown', 'pointerup']) {
        host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 100, clientY: 100 }));
      }
      for (const key of ['Tab', 'Enter']) host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      host.click();
    });
    await waitForShadow(page, MENU, (tree) => find(tree, { tag: 'button', name: 'Not now', focused: true }));
    expect(posts(world())).toEqual([]);
  });

  it('opens a session of its own on the page with multi-session support', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { multiSession: true, alone: true, to: CARELESS });
    await page.bringToFront();
    await question(page);
    await clickIn(page, MENU, { tag: 'button', name: 'Switch' });
    const { json } = await world().standIn.waitForRequest(isPost);
    expect(json).toMatchObject({ account: '333333333333', redirectUri: PAGE });
    const opened = await waitForTab(world(), /^https:\/\/333333333333-[a-z0-9]+\..*\/ec2\/home/);
    await opened.close();
  });

  it('has no violation that axe-core knows', async () => {
    await saveConfig(world(), TEXT);
    const page = await openLink(world(), CARELESS);
    await question(page);
    expect(await shadowViolations(world(), page, MENU)).toEqual([]);
  });
});

inBothBrowsers('a page of another account', (world) => {
  const FOREIGN = 'https://333333333333-abcd1234.us-east-1.console.aws.amazon.com/console/home?region=us-east-1';

  it('offers the role that fits, which is then asked about on a page of one’s own', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { to: FOREIGN, strangeHosts: true });
    await page.bringToFront();
    expect(await question(page, 'Open the page')).toMatch(
      /^This page belongs to another account.*careless, 3333-3333-3333/,
    );
    await clickIn(page, MENU, { tag: 'button', name: 'Open the page' });
    await waitForUrl(page, /^https:\/\/console\.aws\.amazon\.com\/console\/home#hatrack/);
    await waitForButton(page);
    await question(page);
    expect(posts(world())).toEqual([]);
    await clickIn(page, MENU, { tag: 'button', name: 'Switch' });
    await waitForUrl(page, /^https:\/\/(us-east-1\.)?console\.aws\.amazon\.com\/console\/home\?region=us-east-1$/);
    const { form } = await world().standIn.waitForRequest(isPost);
    expect(form?.account).toBe('333333333333');
  });
});
