import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { clickIn } from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, MENU, narrowTo, openMenu, pressEnter, waitForButton } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab, waitForUrl } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';
import { violations } from './violations.ts';

async function choose(page: Page, label: string): Promise<void> {
  await openMenu(page);
  await narrowTo(page, label, label);
  pressEnter(page);
}

const openHistory = ({ rig }: World) => rig.openExtensionPage('src/history/index.html');

function rows(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('tbody tr')].map(
      (row) => `${row.querySelector('strong')?.textContent}: ${row.querySelector('td:nth-child(5)')?.textContent}`,
    ),
  );
}

function clear({ rig }: World): Promise<void> {
  return rig.evaluateInExtension(async () => {
    const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    await local.set({ history: { v: 1, data: { first: 1, last: 0 } }, settings: { v: 1 } });
  });
}

inBothBrowsers('the history of switches', (world) => {
  it('has those that arrived, the way back, and those that AWS refused', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    await clear(world());
    const page = await openConsole(world());
    const { href } = new URL(page.url());
    await choose(page, 'payments-dev');
    await waitForUrl(page, /console/);
    await world().standIn.waitForRequest(({ method }) => method === 'POST');
    await waitForButton(page);
    const history = await openHistory(world());
    await expect.poll(() => rows(history), { timeout: 10_000 }).toEqual(['payments-dev: arrived']);
    await page.bringToFront();
    await openMenu(page);
    await clickIn(page, MENU, { tag: 'button', name: /^Switch back to / });
    await expect.poll(() => rows(history), { timeout: 10_000 }).toEqual(['jo: arrived', 'payments-dev: arrived']);
    await waitForButton(page);
    await choose(page, 'acquired');
    await waitForUrl(page, 'https://signin.aws.amazon.com/switchrole');
    await page.goto(href);
    await expect
      .poll(() => rows(history), { timeout: 10_000 })
      .toEqual(['acquired: not arrived', 'jo: arrived', 'payments-dev: arrived']);
    expect(await violations(history)).toEqual([]);
    await history.type('input[type=search]', 'payments');
    await expect.poll(() => rows(history)).toEqual(['payments-dev: arrived']);
    await history.close();
  });

  it('has those of multi-session, is deleted one by one and as a whole, and can be off', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    await clear(world());
    const page = await openConsole(world(), { multiSession: true, alone: true });
    const known = await world().rig.browser.pages();
    await choose(page, 'payments-dev');
    await waitForTab(world(), /^https:\/\/333333333333-/, known);
    const history = await openHistory(world());
    await expect.poll(() => rows(history), { timeout: 10_000 }).toEqual(['payments-dev: arrived']);
    await history.bringToFront();
    await clickOn(history, 'tbody .link-button');
    await expect.poll(() => rows(history)).toEqual([]);
    await world().rig.evaluateInExtension(async () => {
      const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
      const entry = { id: 'a', at: 1, partition: 'aws', from: 'jo', to: { label: 'old' }, page: '', result: 'arrived' };
      await local.set({
        'history.9': { v: 1, data: [entry, { ...entry, id: 'b' }] },
        history: { v: 1, data: { first: 9, last: 9 } },
        settings: { v: 1, data: { keepHistory: false } },
      });
    });
    await expect.poll(() => rows(history)).toEqual(['old: arrived', 'old: arrived']);
    await page.bringToFront();
    await openMenu(page);
    await narrowTo(page, '本番', '支払い 本番 管理者');
    pressEnter(page);
    await waitForTab(world(), /^https:\/\/222222222222-/, known);
    await history.bringToFront();
    expect(await rows(history)).toHaveLength(2);
    await clickOn(history, '.history-tools > .plain:nth-of-type(2)');
    await clickOn(history, '.history-sure .plain');
    await expect.poll(() => rows(history)).toEqual([]);
    await clear(world());
  });
});
