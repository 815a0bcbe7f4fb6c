import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { addressBar } from '../browsers/address-bar.ts';
import { clickIn, find, nameOf, waitForShadow } from '../browsers/closed-shadow.ts';
import { labels, MENU, narrowTo, openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForUrl } from './harness.ts';
import { violations } from './violations.ts';

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

const posts = ({ standIn }: World) => standIn.requests.filter(({ method }) => method === 'POST');

function question(page: Page) {
  return waitForShadow(page, MENU, (tree) => find(tree, { role: 'alertdialog' }));
}

/** Not to be waited for where it may send the page away. */
function press(page: Page, key: 'Enter'): void {
  page.keyboard.press(key).catch(() => undefined);
}

inBothBrowsers('a role that asks once more', (world) => {
  it('is not taken by the key that chose it, held or pressed again, and is taken by its button', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    await openMenu(page);
    await narrowTo(page, 'careful', 'careful');
    await page.keyboard.down('Enter');
    const dialog = find(await question(page), { role: 'alertdialog' });
    expect(dialog && nameOf(dialog)).toBe(
      'Switch to this role?, careful, 2222-2222-2222  team/platform/Admin, production, Signed in as jo in hatrack-jump (1111-1111-1111)',
    );
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await question(page);
    await page.keyboard.press('Enter');
    await waitForShadow(page, MENU, (tree) => !find(tree, { role: 'alertdialog' }));
    await waitForShadow(page, MENU, (tree) => find(tree, { role: 'combobox', focused: true }));
    expect(posts(world())).toEqual([]);
    await page.keyboard.press('Enter');
    await question(page);
    await page.keyboard.press('Escape');
    await waitForShadow(page, MENU, (tree) => !find(tree, { role: 'alertdialog' }) && labels(tree).length === 1);
    await page.keyboard.press('Enter');
    await question(page);
    await page.keyboard.press('Tab');
    await waitForShadow(page, MENU, (tree) => find(tree, { tag: 'button', name: 'Switch', focused: true }));
    press(page, 'Enter');
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe('222222222222');
    await waitForUrl(page, /console/);
    expect(posts(world())).toHaveLength(1);
  });

  it('is asked about in the palette when it is chosen in the address bar', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    await page.bringToFront();
    const bar = await addressBar(world().rig);
    await bar.type('careful', (suggested) => suggested.length === 1);
    await bar.enter();
    await question(page);
    expect(posts(world())).toEqual([]);
    await clickIn(page, MENU, { tag: 'button', name: 'Switch' });
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe('222222222222');
    await waitForUrl(page, /console/);
  });

  it('is asked about in the popup', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('[role=option]');
    await popup.type('careful');
    await popup.waitFor((text) => text.includes('1 of 2 roles'));
    await popup.press('Enter');
    await popup.waitFor('[role=alertdialog]');
    expect(posts(world())).toEqual([]);
    await popup.press('Tab');
    await popup.press('Enter');
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe('222222222222');
    await popup.waitForClose();
  });

  it('is asked about in multi-session as well', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { multiSession: true, alone: true });
    await openMenu(page);
    await narrowTo(page, 'careful', 'careful');
    await page.keyboard.press('Enter');
    await question(page);
    expect(posts(world())).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('has no violation that axe-core knows', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    const tab = await world().rig.evaluateInExtension(async () => {
      const { tabs } = (
        globalThis as unknown as { browser: { tabs: { query(what: object): Promise<{ id: number }[]> } } }
      ).browser;
      return (await tabs.query({ url: 'https://*.console.aws.amazon.com/*' })).at(-1)?.id;
    });
    const popup = await world().rig.openExtensionPage(`src/popup/index.html?tab=${tab}`);
    await popup.waitForSelector('[role=option]');
    await popup.type('[role=combobox]', 'careful');
    await popup.waitForSelector('.found');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[role=alertdialog] .primary:focus');
    expect(await violations(popup)).toEqual([]);
    await page.close();
  });
});
