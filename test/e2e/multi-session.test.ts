import { expect, it } from 'vitest';
import { clickIn, waitForShadow } from '../browsers/closed-shadow.ts';
import { labels, MENU, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, waitForTab } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

const PAGE = 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:';
const isSwitch = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path.endsWith('/v1/switchrole');
const TARGET_TAB =
  /^https:\/\/222222222222-[a-z0-9]+\.us-east-1\.console\.aws\.amazon\.com\/ec2\/home\?region=eu-west-1#Instances:$/;

inBothBrowsers('a multi-session switch', (world) => {
  it('sends the JSON request and opens the new session in a tab beside; the way back leads to the old tab', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { to: PAGE, multiSession: true });
    const differentiator = new URL(page.url()).hostname.split('.')[0];
    expect(differentiator).toMatch(/^111111111111-[a-z0-9]+$/);
    await openMenu(page);
    await narrowTo(page, '本番', '支払い 本番 管理者');
    pressEnter(page);
    const request = await world().standIn.waitForRequest(isSwitch);
    expect(request.url).toBe(`https://signin.aws.amazon.com/sessions/${differentiator}/v1/switchrole`);
    expect(request.headers).toMatchObject({
      'content-type': 'application/json',
      'x-csrf-protection': '1',
      origin: `https://${differentiator}.us-east-1.console.aws.amazon.com`,
    });
    expect(request.json).toEqual({
      account: '222222222222',
      color: 'ff8800',
      displayName: '支払い 本番 管理者',
      redirectUri: PAGE.replace('region=us-east-1', 'region=eu-west-1'),
      roleName: 'team/platform/Admin',
    });
    const opened = await waitForTab(world(), TARGET_TAB);
    expect(page.url()).toContain(`//${differentiator}.`);

    const menu = await openMenu(opened);
    expect(labels(menu)).toEqual(['支払い 本番 管理者']);
    await clickIn(opened, MENU, { tag: 'button', text: 'Show the tab I came from' });
    await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
    await opened.close();
  });

  it('does the same from the popup', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { to: PAGE, multiSession: true });
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('[aria-label^="payments-dev"]');
    await popup.type('本番');
    await popup.waitFor((text) => text.includes('1 of 4 roles'));
    await popup.press('Enter');
    expect((await world().standIn.waitForRequest(isSwitch)).json).toMatchObject({ account: '222222222222' });
    await popup.waitForClose();
    const opened = await waitForTab(world(), TARGET_TAB);
    await opened.close();
  });

  const failures = [
    ['not authorised', 'acquired', undefined, 'AWS refused the switch'],
    ['too many requests', 'payments-dev', 429, 'AWS asks to slow down'],
    ['a server’s error', 'payments-dev', 500, 'AWS answered in a way that Hatrack does not know'],
    ['a session that has ended', 'payments-dev', 410, 'The session of this tab has ended'],
    ['a dropped connection', 'payments-dev', 'drop', 'The sign-in host did not answer'],
  ] as const;
  it.each(failures)('says what happened: %s', async (_name, role, failure, sentence) => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { to: PAGE, multiSession: true });
    // Browsers silently try a dropped request again: every try has to fail.
    if (failure) for (let tries = 0; tries < 5; tries += 1) world().standIn.failNext(failure);
    await openMenu(page);
    await narrowTo(page, role, role);
    pressEnter(page);
    await waitForShadow(page, MENU, (tree) => JSON.stringify(tree).includes(sentence));
  });
});
