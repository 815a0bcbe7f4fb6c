import { expect, it } from 'vitest';
import { waitForShadow } from '../browsers/closed-shadow.ts';
import { MENU, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, waitForTab } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

const isPost = ({ method }: { method: string }) => method === 'POST';

inBothBrowsers('the page’s csrf token', (world) => {
  it.each([
    ['string', 0],
    ['number', 0],
    ['boxed', 0],
    ['promise', 0],
    ['array', 0],
    ['string', 5000],
    ['promise', 5000],
  ] as const)('is read as %s, minted after %i ms', async (mbtc, tokenDelayMs) => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { mbtc, tokenDelayMs });
    await openMenu(page);
    await narrowTo(page, 'payments-dev', 'payments-dev');
    pressEnter(page);
    // The stand-in answers a wrong token with 400.
    expect((await world().standIn.waitForRequest(isPost, 15_000)).status).toBe(302);
  });

  it('is not needed for the link that is opened where there is none', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { drop: ['mbtc'] });
    await openMenu(page);
    await narrowTo(page, 'payments-dev', 'payments-dev');
    pressEnter(page);
    const link = await waitForTab(world(), /^https:\/\/signin\.aws\.amazon\.com\/switchrole\?/);
    expect(Object.fromEntries(new URL(link.url()).searchParams)).toEqual({
      account: '333333333333',
      roleName: 'Developer',
      displayName: 'payments-dev  |  333333333333',
      color: '3cb371',
    });
    await page.bringToFront();
    await waitForShadow(page, MENU, (tree) => JSON.stringify(tree).includes('This page has no token to switch with'));
    await link.close();
  });
});
