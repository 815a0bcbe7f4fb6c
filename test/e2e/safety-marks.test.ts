import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import {
  clickIn,
  find,
  type ShadowNode,
  shadowTree,
  waitForNoShadow,
  waitForShadow,
} from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, narrowTo, openMenu, pressEnter, waitForButton } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForUrl } from './harness.ts';
import { shadowViolations } from './violations.ts';

const MARK = 'hatrack-mark';
const TEXT = `[jump]
aws_account_id = 111111111111
[careful]
role_arn = arn:aws:iam::222222222222:role/team/platform/Admin
source_profile = jump
env = production
[careless]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump
color = mediumseagreen
`;

function changeSettings({ rig }: World, data: Record<string, unknown>): Promise<void> {
  return rig.evaluateInExtension(async (settings) => {
    await (globalThis as unknown as ExtensionGlobals).chrome.storage.local.set({ settings: { v: 1, data: settings } });
  }, data);
}

const plateName = (tree: ShadowNode) => find(tree, { role: 'region' })?.attributes['aria-label'];

async function switchTo(page: Page, label: string): Promise<void> {
  await openMenu(page);
  await narrowTo(page, label, label);
  pressEnter(page);
}

inBothBrowsers('the marks on a page', (world) => {
  it('name the role that one is in, also in the title and the icon, and nobody who has only signed in', async () => {
    await saveConfig(world(), TEXT);
    await changeSettings(world(), {});
    const page = await openConsole(world());
    expect(await shadowTree(page, MARK)).toBeNull();
    const title = await page.title();
    await switchTo(page, 'careful');
    await world().standIn.waitForRequest(({ method }) => method === 'POST');
    const tree = await waitForShadow(page, MARK, (mark) => plateName(mark));
    expect(plateName(tree)).toBe('The role that you are in: production: careful  2222-2222-2222');
    expect(find(tree, { attribute: { class: 'production' } })).toBeDefined();
    await expect.poll(() => page.title()).toBe(`[PROD] ${title}`);
    await page.evaluate(() => {
      document.title = 'Another page';
    });
    await expect.poll(() => page.title()).toBe('[PROD] Another page');
    for (const text of ['Another element', 'Its next text']) {
      await page.evaluate((title) => {
        if (title === 'Another element') document.querySelector('title')?.replaceWith(document.createElement('title'));
        document.title = title;
      }, text);
      await expect.poll(() => page.title()).toBe(`[PROD] ${text}`);
    }
    expect(await shadowViolations(world(), page, MARK)).toEqual([]);
    expect(await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[data-hatrack]')?.href)).toMatch(
      /^data:image\/png/,
    );
    // What the text says of the role, the page can't find; its name AWS shows itself.
    expect(await page.evaluate(() => (window as unknown as { find(text: string): boolean }).find('production'))).toBe(
      false,
    );
    expect(await page.evaluate(() => document.querySelector('hatrack-mark')?.outerHTML)).not.toMatch(/prod|careful/i);
    await clickIn(page, MARK, { tag: 'button', name: 'Hide until the next page' });
    await waitForShadow(page, MARK, (mark) => !find(mark, { role: 'region' })?.rect);
  });

  it('are there for a role that Hatrack has not switched to', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { identity: 'switched' });
    await waitForShadow(
      page,
      MARK,
      (mark) => plateName(mark)?.includes('payments-prod') || plateName(mark)?.includes('careful'),
    );
  });

  it('come and go with switches by AWS’s own menu', async () => {
    await saveConfig(world(), TEXT);
    await changeSettings(world(), {});
    const page = await openConsole(world());
    await page.click('#nav-usernameMenu');
    await (await page.waitForSelector('[data-testid=awsc-switch-roles]', { visible: true }))?.click();
    await page.waitForSelector('#accountId');
    await page.type('#accountId', '222222222222');
    await page.type('#roleName', 'team/platform/Admin');
    await page.type('#displayName', 'by hand');
    await page.click('form button[type=submit]');
    await waitForShadow(page, MARK, (mark) => plateName(mark)?.includes('careful'));
    await waitForButton(page);
    await page.click('#nav-usernameMenu');
    await (await page.waitForSelector('[data-testid=awsc-exit-role]', { visible: true }))?.click();
    await waitForNoShadow(page, MARK);
    await expect.poll(() => page.title()).not.toMatch(/^\[/);
  });

  it('are left away one by one', async () => {
    await saveConfig(world(), TEXT);
    await changeSettings(world(), { markPage: false, markIcon: false });
    const page = await openConsole(world(), { identity: 'switched' });
    await expect.poll(() => page.title()).toMatch(/^\[/);
    expect(await shadowTree(page, MARK)).toBeNull();
    expect(await page.evaluate(() => document.querySelector('link[data-hatrack]'))).toBeNull();
    await changeSettings(world(), { markTitle: false, markIcon: false });
    const other = await openConsole(world(), { identity: 'switched' });
    await waitForShadow(other, MARK, (mark) => plateName(mark));
    expect(await other.title()).not.toMatch(/^\[/);
    await changeSettings(world(), {});
  });

  it('warn before the session’s end, and take the role again by one click', async () => {
    await saveConfig(world(), TEXT);
    await changeSettings(world(), {});
    const page = await openConsole(world());
    await switchTo(page, 'careless');
    await world().standIn.waitForRequest(({ method }) => method === 'POST');
    await waitForShadow(page, MARK, (mark) => plateName(mark)?.includes('careless'));
    await waitForShadow(page, MARK, (mark) => JSON.stringify(mark).includes('at least 0 min'));
    await world().rig.evaluateInExtension(async () => {
      const { session } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
      const { seenRoles } = (await session.get('seenRoles')) as { seenRoles: Record<string, { since: number }> };
      for (const seen of Object.values(seenRoles)) seen.since -= 57 * 60_000;
      await session.set({ seenRoles });
    });
    world().standIn.clear();
    await page.reload();
    await waitForShadow(page, MARK, (mark) => JSON.stringify(mark).includes('The session may end in about 3 min.'));
    await clickIn(page, MARK, { tag: 'button', name: 'Take the role again' });
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe('333333333333');
    await waitForUrl(page, /console/);
    await waitForShadow(page, MARK, (mark) => JSON.stringify(mark).includes('at least 0 min'));
    await waitForNoShadow(page, 'hatrack-menu');
  });
});
