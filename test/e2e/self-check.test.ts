import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { openOptions } from '../browsers/options-editor.ts';
import { tabIdOf, takeCheckTab } from './check-tab.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';
import { violations } from './violations.ts';

const PATH = 'src/check/index.html';
const TABLE = '.tab-check table';
const REPORT = '.report pre';
const COPY = '.report .primary';
const COPIED = '.report [role=status]';

async function openCheck(world: World, console: Page): Promise<Page> {
  const page = await world.rig.openExtensionPage(`${PATH}?tab=${await tabIdOf(world, console.url())}`);
  // Tab and browser are asked on their own: either may be told of first.
  await page.waitForSelector(TABLE);
  await page.waitForSelector(REPORT);
  return page;
}

/** All rows of all tables, by their names; of two with one name the last. */
async function rows(page: Page): Promise<Record<string, string>> {
  const cells = await page.$$eval('tr', (found) =>
    found.map((row) => [...row.children].map((cell) => cell.textContent)),
  );
  return Object.fromEntries(cells);
}

function reportOf(page: Page): Promise<string> {
  return page.$eval(REPORT, ({ textContent }) => textContent ?? '');
}

inBothBrowsers('the self-check', (world) => {
  it('tells of the chosen tab what was recognised, by which source, and of the browser how Hatrack stands', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const first = await openConsole(world(), { partition: 'aws-cn' });
    await openConsole(world(), { identity: 'identity-center', drop: ['user-info-cookie'] });
    const page = await openCheck(world(), first);
    expect(await rows(page)).toMatchObject({
      Partition: 'aws-cn',
      Session: 'Signed in',
      'Signed in as': 'IAM user',
      Header: 'Recognised',
      'Token to switch with': 'There',
      Account: 'Session data (awsc-session-data)',
      'Cookie (aws-userInfo)': 'Read',
      '*.console.aws.amazon.com': 'Allowed',
      '*.console.amazonaws-eusc.eu': 'Allowed',
      Sync: 'On',
      Hatrack: '0.1.0',
      Browser: expect.stringMatching(world().kind === 'chromium' ? /^Chrom\w+ \d+/ : /^Firefox \d+/),
    });
    expect(await rows(page)).toMatchObject({ 'On this device': expect.stringMatching(/^[\d,]+ bytes$/) });
    const other = await page.$$eval('select option', (options) => options.find((option) => !option.selected)?.value);
    await page.select('select', other ?? '');
    await page.waitForFunction(() => document.body.textContent?.includes('IAM Identity Center'), { polling: 50 });
    expect(await rows(page)).toMatchObject({ Partition: 'aws', 'Cookie (aws-userInfo)': 'Not there' });
    expect(await page.$eval('.all-found', ({ textContent }) => textContent)).toContain('recognises all');
  });

  it('copies it as text, without account ids, names, addresses or configuration', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const tab = await openConsole(world(), {
      identity: 'switched',
      to: 'https://us-east-1.console.aws.amazon.com/s3/buckets/private-bucket?region=us-east-1',
    });
    const page = await openCheck(world(), tab);
    await clickOn(page, COPY);
    await page.waitForFunction((status) => document.querySelector(status)?.textContent !== '', { polling: 50 }, COPIED);
    const text = await reportOf(page);
    expect(text).toContain('session: switched, iam-user, classic');
    expect(text).toContain('deviations: none');
    expect(text).not.toMatch(/\d{4}-?\d{4}-?\d{4}/);
    const names = [
      'hatrack-jump',
      'payments',
      'jo',
      'Admin',
      'private-bucket',
      's3',
      'signin.aws',
      'us-east-1',
      'role_arn',
    ];
    for (const name of names) expect(text).not.toMatch(new RegExp(`\\b${name}\\b`));
    for (const [, section, value = section] of SAMPLE_CONFIG.matchAll(/^(?:\[(.+)\]|\w+ *= *(.+))$/gm)) {
      expect(text).not.toContain(value);
    }
    // What was copied is what is shown.
    await page.evaluate(() => {
      const area = document.createElement('textarea');
      document.body.append(area);
      area.focus();
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    await page.waitForFunction((wanted) => document.querySelector('textarea')?.value === wanted, { polling: 50 }, text);
  });

  it('tells what AWS has changed, and that nobody is signed in where nobody is', async () => {
    const changed = await openConsole(world(), { drop: ['meta'] });
    const page = await openCheck(world(), changed);
    expect(await page.$eval('.changed-page', ({ textContent }) => textContent)).toContain('AWS changed the page:');
    expect(await rows(page)).toMatchObject({ 'Session data (awsc-session-data)': 'Not there' });
    expect(await reportOf(page)).toContain('deviations: session-data');
  });

  it('says so where no console tab is open, and looks again by a click', async () => {
    const page = await world().rig.openExtensionPage(PATH);
    await page.waitForFunction(() => document.body?.textContent?.includes('No console tab is open'));
    await page.waitForSelector(REPORT);
    expect(await reportOf(page)).toContain('Console tab\n  none\n');
    await openConsole(world());
    await page.bringToFront();
    await clickOn(page, '.tab-check button');
    await page.waitForSelector(TABLE);
  });

  it('is opened from popup and options, and leads to the options', async () => {
    const page = await openConsole(world());
    const popup = await world().rig.openPopup(page);
    await popup.click('[aria-label="Self-check"]');
    await popup.waitForClose();
    expect(await takeCheckTab(world())).toBe(await tabIdOf(world(), page.url()));
    const options = await openOptions(world().rig);
    await clickOn(options, 'header button');
    expect(await takeCheckTab(world())).toBeUndefined();
  });
});

for (const language of ['en', 'ja'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    inBothBrowsers(
      `the self-check in ${language} and ${colorScheme}`,
      (world) => {
        it('has no violation that axe-core knows, with a page that AWS has changed', async () => {
          const tab = await openConsole(world(), { drop: ['meta'] });
          const page = await openCheck(world(), tab);
          await clickOn(page, '.report summary');
          expect(await violations(page)).toEqual([]);
        });
      },
      { language, colorScheme },
    );
  }
}
