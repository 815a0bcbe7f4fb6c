import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { type ExtensionGlobals, keptTexts, labels, openMenu } from '../browsers/hatrack.ts';
import {
  BEHIND,
  editorText,
  markedLines,
  openOptions,
  pressWithControl,
  replaceText,
  saveOptions,
  selectedText,
  typeInEditor,
  waitForText,
} from '../browsers/options-editor.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';

const BROKEN = `[good-one]
role_arn = arn:aws:iam::222222222222:role/ReadOnly

[broken]
role_arn = arn:aws:iam:333333333333:role/Developer

[good-two]
role_arn = arn:aws:iam::333333333333:role/Developer
`;

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
    const page = await openOptions(world().rig);
    await replaceText(page, BROKEN);
    await page.waitForSelector('.problem-error');
    const problems = await page.$$eval('.problem', (entries) => entries.map((entry) => entry.textContent));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^Line 5 · Error.*arn:aws:iam:333333333333:role\/Developer/);
    await page.waitForSelector('.cm-lint-marker-error');
    expect(await markedLines(page, 'error')).toEqual(['5']);
    await clickOn(page, '.problem');
    expect(await selectedText(page)).toBe('role_arn = arn:aws:iam:333333333333:role/Developer');
    await saveOptions(page);
    await page.close();
    const console_ = await openConsole(world());
    const menu = await openMenu(console_);
    expect(labels(menu)).toEqual(['good-one', 'good-two']);
    expect(JSON.stringify(menu)).toContain("Lines that can't be used: 1.");
  });

  it('saves by Ctrl+S and warns of what is not saved', async () => {
    const page = await openOptions(world().rig);
    await typeInEditor(page, '# note\n');
    await page.waitForFunction(() => document.querySelector('.save-notice')?.textContent === 'Unsaved changes');
    await pressWithControl(page, 's');
    await page.waitForFunction(() => document.querySelector('.save-notice')?.textContent === 'Saved.');
    expect(await storedText(world())).toContain('# note');
  });

  it('never stores credentials, and names their lines', async () => {
    const page = await openOptions(world().rig);
    await replaceText(
      page,
      '[main]\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\nAWS_Secret_Access_Key=verysecretvalue\nregion = eu-west-1\n',
    );
    await saveOptions(
      page,
      'Credentials are never stored. Removed lines: 2 (aws_access_key_id), 3 (aws_secret_access_key).',
    );
    expect(await editorText(page)).toBe('[main]\nregion = eu-west-1\n');
    const stored = await storedText(world());
    expect(stored).toContain('region = eu-west-1');
    expect(stored).not.toMatch(/AKIAEXAMPLE|verysecretvalue/);
  });

  it('keeps a text that is too large for sync on this device, says so, and goes on where it fits again', async () => {
    const page = await openOptions(world().rig);
    // Random names do not pack: about three times the quota.
    const roles = Array.from(
      { length: 12_000 },
      (_, index) =>
        `[r${index}-${crypto.randomUUID()}]\nrole_arn = arn:aws:iam::${String(10 ** 11 + index * 7_919)}:role/R\n`,
    );
    await replaceText(page, roles.join(''));
    await saveOptions(page);
    await page.waitForFunction(() => document.querySelector('.sync .notice-alert')?.textContent?.includes('too large'));
    expect((await keptTexts(world().rig))[0]).toContain('[r11999-');
    const meter = await page.$eval('.sync meter', ({ value, max }) => ({ value, max }));
    expect(meter.max).toBe(102_400);
    expect(meter.value).toBe(meter.max);
    await replaceText(page, '[small]\nregion = eu-west-1\n');
    await saveOptions(page);
    await page.waitForFunction(() =>
      document.querySelector('.sync [role=status]')?.textContent?.startsWith('Handed to the browser'),
    );
  });

  it('follows a change from elsewhere, and joins it with what is being edited', async () => {
    const first = await openOptions(world().rig);
    const second = await openOptions(world().rig);
    await replaceText(second, '[two]\nregion = eu-west-1\n');
    await saveOptions(second);
    await waitForText(first, '[two]');
    await first.bringToFront();
    await replaceText(first, '[mine]\n');
    await second.bringToFront();
    await replaceText(second, '[three]\n');
    await saveOptions(second);
    await first.waitForFunction(
      () => document.querySelector('.save-notice')?.textContent?.includes('Both changes are joined here'),
      BEHIND,
    );
    expect(await editorText(first)).toBe('[mine]\n[three]\n');
    await first.bringToFront();
    await saveOptions(first);
  });

  it('asks where what is typed and what was saved elsewhere change the same, and saves what was decided', async () => {
    await saveConfig(world(), '[a]\nregion = eu-west-1\n');
    const page = await openOptions(world().rig);
    await replaceText(page, '[a]\nregion = eu-west-2\n');
    await saveConfig(world(), '[a]\nregion = eu-west-3\n');
    await page.waitForFunction(() => document.querySelector('.edit-foot .primary:nth-of-type(2)'), BEHIND);
    await page.bringToFront();
    expect(await page.$eval('.edit-foot .primary', (save) => (save as HTMLButtonElement).disabled)).toBe(true);
    expect(await editorText(page)).toContain('eu-west-2');
    await clickOn(page, '.edit-foot .primary:nth-of-type(2)');
    await page.waitForSelector('dialog input[value=mine]');
    await clickOn(page, 'dialog input[value=mine]');
    await clickOn(page, 'dialog .merge-foot .primary');
    await page.waitForSelector('dialog', { hidden: true });
    await saveOptions(page);
    expect(await storedText(world())).toContain('eu-west-2');
  });

  it('keeps to this device while sync is switched off, says so, and goes on when it is on again', async () => {
    const page = await openOptions(world().rig);
    await page.waitForSelector('#setting-sync:checked');
    await page.$eval('#setting-sync', (box) => (box as HTMLInputElement).click());
    await page.waitForFunction(() =>
      document.querySelector('.sync [role=status]')?.textContent?.startsWith('Sync is off on this device'),
    );
    await replaceText(page, '[local]\nregion = eu-west-1\n');
    await saveOptions(page);
    await page.$eval('#setting-sync', (box) => (box as HTMLInputElement).click());
    await page.waitForFunction(() =>
      document.querySelector('.sync [role=status]')?.textContent?.startsWith('Handed to the browser'),
    );
  });
});
