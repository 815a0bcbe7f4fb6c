import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { find, waitForShadow } from '../browsers/closed-shadow.ts';
import { MENU, narrowTo, openMenu, pressEnter, waitForButton } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

const KEYS = 'Alt+Shift+O';

function accountsPosted({ standIn }: World): (string | undefined)[] {
  return standIn.requests.filter(({ method }) => method === 'POST').map(({ form }) => form?.account ?? form?.action);
}

/** Waits until as many switches have been posted, and until the page that the last one leads to is there. */
async function arrive(world: World, page: Page, count: number): Promise<void> {
  await expect.poll(() => accountsPosted(world).length, { timeout: 10_000 }).toBe(count);
  await page.waitForFunction(() => document.readyState === 'complete');
  await waitForButton(page);
}

async function chooseInMenu(page: Page, typed: string, label: string): Promise<void> {
  await openMenu(page);
  await narrowTo(page, typed, label);
  pressEnter(page);
}

inBothBrowsers('the shortcut to the previous role', (world) => {
  it('says so where there is none', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await world().rig.pressCommand(page, KEYS);
    await waitForShadow(page, MENU, (tree) =>
      find(tree, { role: 'alert', text: 'No other role has been used with this sign-in yet.' }),
    );
    expect(accountsPosted(world())).toEqual([]);
  });

  it('goes back to the base from the only role, and to and fro between two', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await chooseInMenu(page, 'payments-dev', 'payments-dev');
    await arrive(world(), page, 1);
    await world().rig.pressCommand(page, KEYS);
    await arrive(world(), page, 2);
    await chooseInMenu(page, '本番', '支払い 本番 管理者');
    await arrive(world(), page, 3);
    await world().rig.pressCommand(page, KEYS);
    await arrive(world(), page, 4);
    await world().rig.pressCommand(page, KEYS);
    await arrive(world(), page, 5);
    expect(accountsPosted(world())).toEqual([
      '333333333333',
      'switchToBasis',
      '222222222222',
      '333333333333',
      '222222222222',
    ]);
  });
});
