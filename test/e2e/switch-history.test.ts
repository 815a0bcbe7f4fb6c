import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { ROW_HEIGHT } from '../../src/history/table-window.ts';
import { clickOn } from '../browsers/click-still.ts';
import { clickIn } from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, MENU, narrowTo, openMenu, pressEnter, waitForButton } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab, waitForUrl } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';
import { violations } from './violations.ts';

const SLOW = { timeout: 10_000 };

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

const EVENTS = 'tbody .link-button:first-child:not(:only-child)';
const DELETE = 'tbody .link-button:last-child';

function status(page: Page): Promise<string | null> {
  return page.$eval('[role=status]', ({ textContent }) => textContent);
}

async function deleteFound(history: Page): Promise<void> {
  await clickOn(history, '.history-tools > .plain:last-child');
  await clickOn(history, '.history-sure .plain');
}

/** What the export would save as a file. */
async function exported(history: Page): Promise<string> {
  const blob = await history.evaluateHandle(() => {
    const { createObjectURL } = URL;
    const taken: { blob?: Blob } = {};
    URL.createObjectURL = (made: Blob) => {
      taken.blob = made;
      return createObjectURL(made);
    };
    return taken;
  });
  await clickOn(history, '.history-tools > .plain');
  return blob.evaluate(async (taken) => (await taken.blob?.text()) ?? '');
}

/** As many as are kept, from January 2026 on, a hundred a day; of a hundred one was refused. */
function putThousands({ rig }: World): Promise<void> {
  return rig.evaluateInExtension(async () => {
    const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    const entryOf = (number: number) => ({
      id: `id-${number}`,
      at: new Date(2026, 0, 22 + Math.floor(number / 100), 12, 0, number % 100).valueOf(),
      partition: 'aws',
      from: 'jo',
      to: {
        label: number === 4900 ? '=role' : `role-${number}`,
        account: '555555555555',
        roleName: 'Developer',
      },
      page: '',
      result: number % 100 === 0 ? 'refused' : 'arrived',
    });
    const pages: Record<string, unknown> = { history: { v: 1, data: { first: 1, last: 50 } } };
    for (let page = 0; page < 50; page++) {
      const data = Array.from({ length: 100 }, (_, at) => entryOf(page * 100 + at));
      pages[`history.${page + 1}`] = { v: 1, data };
    }
    await local.set(pages);
  });
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
    await expect.poll(() => rows(history), SLOW).toEqual(['payments-dev: arrived']);
    await page.bringToFront();
    await openMenu(page);
    await clickIn(page, MENU, { tag: 'button', name: /^Switch back to / });
    await expect.poll(() => rows(history), SLOW).toEqual(['jo: arrived', 'payments-dev: arrived']);
    await waitForButton(page);
    await choose(page, 'acquired');
    await waitForUrl(page, 'https://signin.aws.amazon.com/switchrole');
    await page.goto(href);
    await expect
      .poll(() => rows(history), SLOW)
      .toEqual(['acquired: not arrived', 'jo: arrived', 'payments-dev: arrived']);
    expect(await violations(history)).toEqual([]);
    await history.type('input[type=search]', 'payments');
    await expect.poll(() => rows(history), SLOW).toEqual(['payments-dev: arrived']);
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
    await expect.poll(() => rows(history), SLOW).toEqual(['payments-dev: arrived']);
    await history.bringToFront();
    await clickOn(history, EVENTS);
    await waitForTab(world(), /^https:\/\/333333333333-[^.]+\.us-east-1\.console\.aws\.amazon\.com\/cloudtrailv2\//);
    await history.bringToFront();
    await clickOn(history, DELETE);
    await expect.poll(() => rows(history), SLOW).toEqual([]);
    await world().rig.evaluateInExtension(async () => {
      const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
      const entry = { id: 'a', at: 1, partition: 'aws', from: 'jo', to: { label: 'old' }, page: '', result: 'arrived' };
      await local.set({
        'history.9': { v: 1, data: [entry, { ...entry, id: 'b' }] },
        history: { v: 1, data: { first: 9, last: 9 } },
        settings: { v: 1, data: { keepHistory: false } },
      });
    });
    await expect.poll(() => rows(history), SLOW).toEqual(['old: arrived', 'old: arrived']);
    await page.bringToFront();
    await openMenu(page);
    await narrowTo(page, '本番', '支払い 本番 管理者');
    pressEnter(page);
    await waitForTab(world(), /^https:\/\/222222222222-/, known);
    await history.bringToFront();
    expect(await rows(history)).toHaveLength(2);
    await deleteFound(history);
    await expect.poll(() => rows(history), SLOW).toEqual([]);
    await clear(world());
  });

  it('of thousands is drawn where one looks, and what is found is exported and deleted', async () => {
    await clear(world());
    await putThousands(world());
    const history = await openHistory(world());
    await expect.poll(() => status(history), SLOW).toBe('5000 of 5000 switches');
    expect((await rows(history)).length).toBeLessThan(60);
    expect((await rows(history))[0]).toBe('role-4999: arrived');
    const heights = await history.$$eval('tbody tr[aria-rowindex]', (all) => all.map((row) => row.offsetHeight));
    expect(new Set(heights)).toEqual(new Set([ROW_HEIGHT]));
    await history.focus(DELETE);
    await history.keyboard.press('Enter');
    await expect.poll(() => status(history), SLOW).toBe('4999 of 4999 switches');
    expect(await history.evaluate(() => document.activeElement?.className)).toBe('history-scroll');
    await history.keyboard.press('End');
    await expect.poll(async () => (await rows(history)).at(-1), SLOW).toBe('role-0: not arrived');
    expect((await rows(history)).length).toBeLessThan(60);
    expect(await violations(history)).toEqual([]);
    await history.select('select', 'refused');
    await expect.poll(() => status(history), SLOW).toBe('50 of 4999 switches');
    await history.$eval('input[type=date]', (input) => {
      input.value = '2026-02-01';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect.poll(() => status(history), SLOW).toBe('40 of 4999 switches');
    const csv = await exported(history);
    expect(csv.split('\r\n')).toHaveLength(42);
    expect(csv).toContain(",'=role,555555555555,Developer,aws,,,refused");
    await clickOn(history, EVENTS);
    await history.waitForFunction(() => document.body.textContent?.includes('No open console tab is in account'));
    await deleteFound(history);
    await expect.poll(() => status(history), SLOW).toBe('0 of 4959 switches');
    await history.select('select', '');
    await expect.poll(() => status(history), SLOW).toBe('3959 of 4959 switches');
    await clear(world());
  });
});

// Chromium opens no page of a spanning extension in an incognito window.
inBothBrowsers(
  'the history of switches in a private window',
  (world) => {
    it('is none', async () => {
      await saveConfig(world(), SAMPLE_CONFIG);
      const page = await openConsole(world());
      await choose(page, 'payments-dev');
      await world().standIn.waitForRequest(({ method }) => method === 'POST');
      await waitForButton(page);
      const keys = await world().rig.evaluateInExtension(async () => {
        const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
        return Object.keys(await local.get(null)).filter((key) => key.startsWith('history'));
      });
      expect(keys).toEqual([]);
    });
  },
  { browsers: ['firefox'], isPrivate: true },
);
