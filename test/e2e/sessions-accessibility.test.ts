import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab, waitForUrl } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';
import { violations } from './violations.ts';

/** The popup as a page, for the last tab that shows one of these. */
async function popupFor({ rig }: World, url: string): Promise<Page> {
  const tab = await rig.evaluateInExtension(async (pattern) => {
    const { tabs } = (
      globalThis as unknown as { browser: { tabs: { query(what: object): Promise<{ id: number }[]> } } }
    ).browser;
    return (await tabs.query({ url: pattern })).at(-1)?.id;
  }, url);
  return rig.openExtensionPage(`src/popup/index.html?tab=${tab}`);
}

async function choose(page: Page, label: string): Promise<void> {
  await openMenu(page);
  await narrowTo(page, label, label);
  pressEnter(page);
}

for (const language of ['en', 'ja'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    inBothBrowsers(
      `several sessions in ${language} and ${colorScheme}`,
      (world) => {
        it('have no violation that axe-core knows, folded, unfolded and before a sign-out; the keys stay with what they pressed', async () => {
          await saveConfig(world(), SAMPLE_CONFIG);
          const base = await openConsole(world(), { multiSession: true, alone: true });
          await choose(base, 'payments-dev');
          const dev = await waitForTab(world(), /^https:\/\/333333333333-/);
          const popup = await popupFor(world(), 'https://*.console.aws.amazon.com/*');
          await popup.waitForSelector('.sessions-fold');
          expect(await violations(popup)).toEqual([]);
          await clickOn(popup, '.sessions-fold');
          await popup.waitForSelector('.session-show');
          expect(await violations(popup)).toEqual([]);
          await popup.focus('.session-show + .link-button');
          await popup.keyboard.press('Enter');
          await popup.waitForSelector('.session-sure .link-button:last-child:focus');
          expect(await violations(popup)).toEqual([]);
          await popup.keyboard.press('Enter');
          await popup.waitForSelector('.session-show + .link-button:focus');
          await dev.close();
        });

        it('nor has what is told of a refused switch', async () => {
          await saveConfig(world(), SAMPLE_CONFIG);
          const page = await openConsole(world(), { alone: true });
          const { href } = new URL(page.url());
          await choose(page, 'acquired');
          await waitForUrl(page, 'https://signin.aws.amazon.com/switchrole');
          await page.goto(href);
          const popup = await popupFor(world(), 'https://*.console.aws.amazon.com/*');
          await popup.waitForSelector('[role=alert] li');
          expect(await violations(popup)).toEqual([]);
        });
      },
      { language, colorScheme },
    );
  }
}
