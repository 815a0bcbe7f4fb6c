import { expect, it } from 'vitest';
import { clickIn } from '../browsers/closed-shadow.ts';
import { labels, MENU, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, waitForUrl } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

const PAGE = 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:';
const isPost = ({ method }: { method: string }) => method === 'POST';

inBothBrowsers('a classic switch', (world) => {
  it('posts the nine fields from the menu and lands on the same page in the role’s region', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { to: PAGE, alias: false });
    const token = await page.evaluate(() => String(window.AWSC?.Auth?.getMbtc?.()));
    await openMenu(page);
    await narrowTo(page, '本番', '支払い 本番 管理者');
    pressEnter(page);
    const { form, url, headers } = await world().standIn.waitForRequest(isPost);
    const { csrf, ...fields } = form ?? {};
    expect(url).toBe('https://signin.aws.amazon.com/switchrole');
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(fields).toEqual({
      mfaNeeded: '0',
      action: 'switchFromBasis',
      src: 'nav',
      roleName: 'team/platform/Admin',
      account: '222222222222',
      color: 'ff8800',
      redirect_uri: 'https%3A%2F%2Fus-east-1.console.aws.amazon.com%2Fec2%2Fhome%3Fregion%3Deu-west-1%23Instances%3A',
      displayName: '支払い 本番 管理者  |  222222222222',
    });
    expect(csrf).toBe(token);
    await waitForUrl(page, PAGE.replace('region=us-east-1', 'region=eu-west-1'));
  });

  it('cuts a long name to 64 characters and keeps the account behind it', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { to: PAGE });
    await openMenu(page);
    await narrowTo(page, 'quarterly', 'payments-prod-read-only-access-for-the-quarterly-financial-review-team');
    pressEnter(page);
    const { form } = await world().standIn.waitForRequest(isPost);
    expect(form).toMatchObject({
      roleName: 'ReadOnly',
      account: '222222222222',
      color: 'aaaaaa',
      redirect_uri: encodeURIComponent(PAGE),
      displayName: 'payments-prod-read-only-access-for-the-quarter…  |  222222222222',
    });
    expect(form?.displayName).toHaveLength(64);
    await waitForUrl(page, PAGE);
  });

  it('posts the same from the popup, which then closes', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { to: PAGE });
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('[aria-label^="payments-dev"]');
    await popup.type('3333-3333');
    await popup.waitFor((text) => text.includes('1 of 4 roles'));
    await popup.press('Enter');
    const { form } = await world().standIn.waitForRequest(isPost);
    expect(form).toMatchObject({
      mfaNeeded: '0',
      action: 'switchFromBasis',
      src: 'nav',
      roleName: 'Developer',
      account: '333333333333',
      color: '3cb371',
      redirect_uri: encodeURIComponent(PAGE),
      displayName: 'payments-dev  |  333333333333',
    });
    await popup.waitForClose();
    await waitForUrl(page, PAGE);
  });

  it('offers the base’s roles while switched, and switches back to the base', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { to: PAGE, identity: 'switched' });
    const menu = await openMenu(page);
    expect(labels(menu)).toContain('payments-dev');
    await clickIn(page, MENU, { tag: 'button', text: 'Switch back to jo' });
    const { form, status } = await world().standIn.waitForRequest(isPost);
    expect(form).toMatchObject({ action: 'switchToBasis', src: 'nav', redirect_uri: encodeURIComponent(PAGE) });
    expect(status).toBe(302);
    await waitForUrl(page, PAGE);
  });

  it('switches back from the popup as well', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { to: PAGE, identity: 'switched' });
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('.session .link-button');
    await popup.click('.session .link-button');
    const { form, status } = await world().standIn.waitForRequest(isPost);
    expect(form?.action).toBe('switchToBasis');
    expect(status).toBe(302);
  });
});
