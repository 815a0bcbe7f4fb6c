import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { openOptions, pressWithControl } from '../browsers/options-editor.ts';
import { inBothBrowsers, saveConfig, type World } from './harness.ts';
import { violations } from './violations.ts';

const TEXT = `[main]
aws_account_id = 111111111111

[other]
sso_account_id = 555555555555
sso_role_name = Dev
sso_start_url = https://x.awsapps.com/start

[本番]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = main
env = prod

[dev]
role_arn = arn:aws:iam::333333333333:role/Dev
source_profile = main, other
`;

async function openKit(world: World): Promise<Page> {
  await saveConfig(world, TEXT);
  const page = await world.rig.openExtensionPage('src/access/index.html');
  await page.waitForSelector('.file-text');
  return page;
}

function shownText(page: Page): Promise<string> {
  return page.$eval('.file-text', (shown) => (shown as HTMLTextAreaElement).value);
}

function fileNames(page: Page): Promise<string[]> {
  return page.$$eval('#file option', (options) => options.map(({ value }) => value));
}

inBothBrowsers('the access kit', (world) => {
  it('opens from the options page, writes what is chosen, and follows the text', async () => {
    await saveConfig(world(), TEXT);
    const page = await openOptions(world().rig);
    await clickOn(page, '.edit-head a');
    await page.waitForSelector('.file-text');
    expect(await fileNames(page)).toEqual(['trust-222222222222-team-Admin.json', 'trust-333333333333-Dev.json']);
    expect(await shownText(page)).toContain('"AWS": "arn:aws:iam::111111111111:root"');
    await page.select('#who', 'users');
    await page.waitForSelector('.note-error');
    expect(await page.$('.file-text')).toBeNull();
    await page.type('#names', 'alice');
    await page.waitForSelector('.file-text');
    expect(await shownText(page)).toContain('"AWS": "arn:aws:iam::111111111111:user/alice"');
    await page.select('#base', 'other');
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('#who')?.value === 'permission-set');
    expect(await shownText(page)).toContain('AWSReservedSSO_Dev_');
    await page.select('#part', 'permissions');
    await page.select('#format', 'cloudformation');
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('#file')?.value.endsWith('.yaml'));
    expect(await fileNames(page)).toEqual(['permissions-555555555555.yaml']);
    await saveConfig(world(), TEXT.replace('role/Dev', 'role/Operator'));
    await page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>('.file-text')?.value.includes('role/Operator'),
    );
  });

  it('copies a file, and finds nothing wrong with it but where the condition is taken away', async () => {
    const page = await openKit(world());
    await clickOn(page, '.file .primary');
    await page.waitForFunction(() => document.querySelector('.file [role=status]')?.textContent === 'Copied.');
    await page.focus('.check textarea');
    await pressWithControl(page, 'v');
    await page.waitForSelector('.check .all-good');
    expect(await page.$eval('.check textarea', (pasted) => (pasted as HTMLTextAreaElement).value)).toBe(
      await shownText(page),
    );
    await clickOn(page, 'input[name=mfa]');
    await page.waitForFunction(() =>
      document.querySelector('.kit-notes')?.textContent?.includes('without MFA (1): 本番'),
    );
    expect(await shownText(page)).not.toContain('MultiFactorAuthPresent');
  });

  it('works by the keyboard alone, and has no violation that axe-core knows', async () => {
    const page = await openKit(world());
    expect(await violations(page)).toEqual([]);
    await page.focus('#part');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('#grouping');
    await page.select('#holder', 'group');
    await page.waitForSelector('.note-error');
    expect(await violations(page)).toEqual([]);
    await page.focus('#holder');
    await page.keyboard.press('Tab');
    await page.keyboard.type('people');
    await page.waitForSelector('.file-text');
    await page.focus('.check textarea');
    await page.keyboard.type('{}');
    await page.waitForSelector('.check .note-error');
    expect(await violations(page)).toEqual([]);
  });
});

inBothBrowsers(
  'the access kit in Japanese and dark',
  (world) => {
    it('has no violation that axe-core knows', async () => {
      const page = await openKit(world());
      expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe('アクセスキット');
      expect(await violations(page)).toEqual([]);
    });
  },
  { language: 'ja', colorScheme: 'dark' },
);
