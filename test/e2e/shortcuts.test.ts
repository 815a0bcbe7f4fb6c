import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { inBothBrowsers, type World } from './harness.ts';
import { violations } from './violations.ts';

async function openSection({ rig }: World): Promise<Page> {
  const page = await rig.openExtensionPage('src/options/index.html');
  await page.waitForSelector('.shortcuts kbd');
  return page;
}

function rows(page: Page): Promise<string[]> {
  return page.$$eval('.shortcuts li', (items) =>
    items.map((item) => (item as HTMLElement).innerText.replace(/\s+/g, ' ')),
  );
}

inBothBrowsers('the keys on the options page', (world) => {
  it('are listed, each with what it does', async () => {
    const page = await openSection(world());
    expect(await rows(page)).toEqual([
      'Open the list over any tab Alt+Shift+K',
      'Open the role palette over the console page Alt+Shift+L',
      'Switch to the role used before, or back Alt+Shift+O',
    ]);
    expect(await page.$eval('.shortcuts p', (help) => help.textContent)).toBe(
      'In the address bar: type hat, a space and part of a name.',
    );
    expect(await violations(page)).toEqual([]);
  });

  it('are changed where the browser does that', async () => {
    const page = await openSection(world());
    const known = (await world().rig.browser.pages()).length;
    await clickOn(page, '.shortcuts button');
    if (world().kind === 'chromium') {
      await world().rig.browser.waitForTarget((target) => target.url() === 'chrome://extensions/shortcuts');
    } else {
      await expect.poll(async () => (await world().rig.browser.pages()).length).toBeGreaterThan(known);
    }
  });
});

inBothBrowsers(
  'the keys on the options page in Japanese',
  (world) => {
    it('are listed, and clean', async () => {
      const page = await openSection(world());
      expect((await rows(page))[1]).toBe('コンソールのページにロールパレットを開く Alt+Shift+L');
      expect(await violations(page)).toEqual([]);
    });
  },
  { language: 'ja', colorScheme: 'dark' },
);
