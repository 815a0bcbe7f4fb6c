import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { consoleMatchPatterns, matchPatternsOf, PARTITIONS } from '../../src/core/console/partition.ts';
import { clickOn } from '../browsers/click-still.ts';
import { labels, openMenu, waitForButton } from '../browsers/hatrack.ts';
import { hostControl } from '../browsers/host-access.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';
import { violations } from './violations.ts';

const NOTICE = '.host-access';
const CLICK = `${NOTICE} button`;
const ROLE = '[aria-label^="payments-dev"]';
const ALL = consoleMatchPatterns().toSorted();
const OF_AWS = matchPatternsOf(PARTITIONS.aws).toSorted();

/** A console page without Hatrack. */
async function openBare({ rig, standIn }: World): Promise<Page> {
  const page = await rig.newPage();
  await page.goto(standIn.signInUrl(), { waitUntil: 'load' });
  await page.waitForSelector('#nav-usernameMenu');
  expect(await page.$('hatrack-button')).toBeNull();
  return page;
}

function noticeText(page: Page): Promise<string> {
  return page.$eval(NOTICE, ({ textContent }) => textContent ?? '');
}

inBothBrowsers('hosts that the browser keeps from Hatrack', (world) => {
  it.each(['src/options/index.html', 'src/check/index.html'])(
    'are told of on %s with the reason, and given by one click; then the open tabs are mended by another',
    async (path) => {
      const { rig } = world();
      await saveConfig(world(), SAMPLE_CONFIG);
      const hosts = await hostControl(rig);
      await hosts.withhold();
      const tab = await openBare(world());
      const page = await rig.openExtensionPage(path);
      await page.waitForSelector(CLICK);
      expect(await noticeText(page)).toContain('*.console.aws.amazon.com, health.aws.amazon.com');
      expect(await noticeText(page)).toContain('Hatrack needs these to show the role menu there and to switch roles.');
      expect(await violations(page)).toEqual([]);
      expect(await hosts.allowByClick(page, () => clickOn(page, CLICK))).toEqual(ALL);
      await page.waitForSelector(`${NOTICE} [role=status]:first-child`);
      expect(await noticeText(page)).toContain('Open console tabs have to be reloaded before Hatrack runs in them: 1.');
      expect(await violations(page)).toEqual([]);
      await clickOn(page, CLICK);
      await page.waitForSelector(NOTICE, { hidden: true });
      await tab.bringToFront();
      await waitForButton(tab);
      expect(labels(await openMenu(tab))).toContain('payments-dev');
    },
  );

  it('are told of in the popup over a console tab, which asks for those of its partition', async () => {
    const { rig } = world();
    await saveConfig(world(), SAMPLE_CONFIG);
    const hosts = await hostControl(rig);
    const page = await openConsole(world());
    await hosts.withhold();
    const popup = await rig.openPopup(page);
    await popup.waitFor(CLICK);
    expect(await popup.text()).toContain('phd.aws.amazon.com');
    expect(await popup.text()).not.toContain('amazonaws.cn');
    expect(await hosts.allowByClick(popup, () => popup.click(CLICK))).toEqual(OF_AWS);
    await popup.waitFor((text) => !text.includes('does not let Hatrack'));
    await popup.waitFor(ROLE);
    await popup.press('Escape');
    await popup.waitForClose();
  });

  it('are told of in the popup anywhere if not one of them is given', async () => {
    const { rig } = world();
    const hosts = await hostControl(rig);
    await hosts.withhold();
    const page = await rig.newPage();
    await page.goto('about:blank');
    const popup = await rig.openPopup(page);
    await popup.waitFor(CLICK);
    expect(await popup.text()).toContain('*.console.amazonaws-eusc.eu');
    expect(await popup.text()).toContain('Roles can be used on a tab of the AWS console.');
    if (hosts.refuseByClick) {
      await hosts.refuseByClick(popup, () => popup.click(CLICK));
      await popup.waitFor((text) => text.includes('The browser has not allowed it.'));
    }
    expect(await hosts.allowByClick(popup, () => popup.click(CLICK))).toEqual(ALL);
    await popup.waitFor((text) => !text.includes('does not let Hatrack'));
    await popup.press('Escape');
    await popup.waitForClose();
  });
});

inBothBrowsers('a console tab that Hatrack does not run in', (world) => {
  it('is told of in the popup, and reloaded by a click', async () => {
    const { rig } = world();
    await saveConfig(world(), SAMPLE_CONFIG);
    const hosts = await hostControl(rig);
    const page = await hosts.openWithout(() => openBare(world()));
    const popup = await rig.openPopup(page);
    await popup.waitFor((text) => text.includes('Hatrack does not run in this tab'));
    await popup.waitFor(ROLE);
    await popup.click('.notice-alert button');
    await popup.waitForClose();
    await waitForButton(page);
    expect(labels(await openMenu(page))).toContain('payments-dev');
  });
});
