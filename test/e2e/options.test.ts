import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { type ExtensionGlobals, labels, openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, type World } from './harness.ts';

const BROKEN = `[good-one]
role_arn = arn:aws:iam::222222222222:role/ReadOnly

[broken]
role_arn = arn:aws:iam:333333333333:role/Developer

[good-two]
role_arn = arn:aws:iam::333333333333:role/Developer
`;

/** For tabs behind another: browsers draw no frames there. */
const BEHIND = { polling: 50 };

async function openOptions({ rig }: World): Promise<Page> {
  const page = await rig.openExtensionPage('src/options/index.html');
  await page.waitForSelector('textarea:not([readonly])');
  return page;
}

/** Replaces the text as pasting would, which is quicker than typing it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.focus('textarea');
  await page.$eval(
    'textarea',
    (area, pasted) => {
      area.value = pasted;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    text,
  );
}

async function save(page: Page, expected = 'Saved.'): Promise<void> {
  await page.click('button.primary');
  await page.waitForFunction((text) => document.querySelector('.save-notice')?.textContent === text, BEHIND, expected);
}

function storedText({ rig }: World): Promise<string> {
  return rig.evaluateInExtension(async () =>
    JSON.stringify([
      await (globalThis as unknown as ExtensionGlobals).chrome.storage.local.get(null),
      await (globalThis as unknown as ExtensionGlobals).chrome.storage.sync.get(null),
    ]),
  );
}

inBothBrowsers('the options page', (world) => {
  it('shows a problem with its line, and the good roles around it work', async () => {
    const page = await openOptions(world());
    await paste(page, BROKEN);
    await page.waitForSelector('.problem-error');
    const problems = await page.$$eval('.problem', (entries) => entries.map((entry) => entry.textContent));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^Line 5 · Error.*arn:aws:iam:333333333333:role\/Developer/);
    expect(await page.$$eval('.gutter .error', (lines) => lines.map((line) => line.textContent))).toEqual(['5']);
    await page.click('.problem');
    const selected = await page.$eval('textarea', ({ value, selectionStart, selectionEnd }) =>
      value.slice(selectionStart, selectionEnd),
    );
    expect(selected).toBe('role_arn = arn:aws:iam:333333333333:role/Developer');
    await save(page);
    await page.close();
    const console_ = await openConsole(world());
    const menu = await openMenu(console_);
    expect(labels(menu)).toEqual(['good-one', 'good-two']);
    expect(JSON.stringify(menu)).toContain("Lines that can't be used: 1.");
    await console_.close();
  });

  it('saves by Ctrl+S and warns of what is not saved', async () => {
    const page = await openOptions(world());
    await page.focus('textarea');
    await page.keyboard.type('# note\n');
    await page.waitForFunction(() => document.querySelector('.save-notice')?.textContent === 'Unsaved changes');
    await page.keyboard.down('Control');
    await page.keyboard.press('s');
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('.save-notice')?.textContent === 'Saved.');
    expect(await storedText(world())).toContain('# note');
    await page.close();
  });

  it('never stores credentials, and names their lines', async () => {
    const page = await openOptions(world());
    await paste(
      page,
      '[main]\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\nAWS_Secret_Access_Key=verysecretvalue\nregion = eu-west-1\n',
    );
    await save(page, 'Credentials are never stored. Removed lines: 2 (aws_access_key_id), 3 (aws_secret_access_key).');
    expect(await page.$eval('textarea', ({ value }) => value)).toBe('[main]\nregion = eu-west-1\n');
    const stored = await storedText(world());
    expect(stored).toContain('region = eu-west-1');
    expect(stored).not.toMatch(/AKIAEXAMPLE|verysecretvalue/);
    await page.close();
  });

  it('keeps a text that is too large for sync on this device, and says so', async () => {
    const page = await openOptions(world());
    // Random names do not pack: about three times the quota.
    const roles = Array.from(
      { length: 12_000 },
      (_, index) =>
        `[r${index}-${crypto.randomUUID()}]\nrole_arn = arn:aws:iam::${String(10 ** 11 + index * 7_919)}:role/R\n`,
    );
    await paste(page, roles.join(''));
    await save(page);
    await page.waitForFunction(() => document.body.textContent?.includes("Too large for the browser's sync"));
    expect(await storedText(world())).toContain('[r11999-');
    await page.close();
  });

  it('follows a change from elsewhere, but never over what is being edited', async () => {
    const first = await openOptions(world());
    const second = await openOptions(world());
    await paste(second, '[two]\nregion = eu-west-1\n');
    await save(second);
    await first.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('[two]'), BEHIND);
    await first.bringToFront();
    await paste(first, '[mine]\n');
    await second.bringToFront();
    await paste(second, '[three]\n');
    await save(second);
    await first.waitForFunction(
      () => document.querySelector('.save-notice')?.textContent?.startsWith('The configuration was changed elsewhere'),
      BEHIND,
    );
    expect(await first.$eval('textarea', ({ value }) => value)).toBe('[mine]\n');
    await first.bringToFront();
    await save(first);
    await first.close();
    await second.close();
  });
});
