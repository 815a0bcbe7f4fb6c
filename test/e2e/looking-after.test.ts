import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { find, waitForShadow } from '../browsers/closed-shadow.ts';
import { BUTTON, type ExtensionGlobals, labels, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import {
  editorText,
  moveTo,
  openOptions,
  pressWithControl,
  replaceText,
  saveOptions,
  typeInEditor,
} from '../browsers/options-editor.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';

const AWS_CONFIG = `[default]
region = eu-west-1

[profile jump]
aws_account_id = 111111111111
aws_access_key_id = AKIAEXAMPLEEXAMPLE00
aws_secret_access_key = verysecretvalue

[profile dropped-dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump
`;

/** Drops a file on the page, as from the desktop. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    (fileName, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    name,
    text,
  );
}

async function stored({ rig }: World): Promise<string> {
  return rig.evaluateInExtension(async () => {
    const { storage } = (globalThis as unknown as ExtensionGlobals).chrome;
    return JSON.stringify([
      await storage.local.get(null),
      await storage.sync.get(null),
      await storage.session.get(null),
    ]);
  });
}

async function fill(page: Page, name: string, value: string): Promise<void> {
  await page.click(`input[name="${name}"]`, { count: 3 });
  await page.keyboard.press('Backspace');
  if (value !== '') await page.keyboard.type(value);
}

inBothBrowsers('looking after the configuration', (world) => {
  it('imports a dropped AWS config file after a preview, without its credentials, and the menu has the roles', async () => {
    await saveConfig(world(), '');
    const page = await openOptions(world().rig);
    await dropFile(page, 'config', AWS_CONFIG);
    await page.waitForSelector('dialog .import-entries li');
    const preview = await page.$eval('dialog', (dialog) => dialog.textContent ?? '');
    expect(preview).toContain('dropped-dev');
    expect(preview).toMatch(/6 \(aws_access_key_id\), 7 \(aws_secret_access_key\)/);
    expect(await stored(world())).not.toContain('dropped-dev');
    await clickOn(page, 'dialog .primary');
    await page.waitForFunction(() => document.querySelector('.save-notice')?.textContent === 'Saved.');
    expect(await editorText(page)).toBe(AWS_CONFIG.replace(/aws_access.*\n.*\n/, ''));
    expect(await stored(world())).not.toMatch(/AKIAEXAMPLE|verysecretvalue/);
    await page.close();
    const console_ = await openConsole(world());
    expect(labels(await openMenu(console_))).toContain('dropped-dev');
  });

  it('takes over the console’s own role history', async () => {
    await saveConfig(world(), '[dev]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n');
    const console_ = await openConsole(world());
    await openMenu(console_);
    await narrowTo(console_, 'dev', 'dev');
    pressEnter(console_);
    await world().standIn.waitForRequest(({ method }) => method === 'POST');
    await waitForShadow(console_, BUTTON, (tree) => find(tree, { tag: 'button' })?.rect);
    await console_.waitForFunction(() => document.cookie.includes('roleInfo'));
    await saveConfig(world(), '');
    const page = await openOptions(world().rig);
    await clickOn(page, '.first-run .primary');
    await page.waitForSelector('dialog .import-entries li');
    expect(await page.$eval('dialog', (dialog) => dialog.textContent)).toContain('333333333333');
    await clickOn(page, 'dialog .primary');
    await page.waitForFunction(() => document.querySelector('.save-notice')?.textContent === 'Saved.');
    expect(await editorText(page)).toMatch(/aws_account_id = 333333333333\nrole_name = Developer/);
  });

  it('changes one role in a form and keeps every other byte', async () => {
    const text =
      '# first\r\n[ jump ]\r\naws_account_id=111111111111\r\n\r\n[one]  ; note\r\n  role_arn = arn:aws:iam::333333333333:role/Developer   # why\r\n  color=red\r\nsource_profile = jump\r\n\r\n; last\r\n';
    await saveConfig(world(), text);
    const page = await openOptions(world().rig);
    await page.waitForSelector('.preview [role=option]');
    await clickOn(page, '.preview [role=option]');
    await page.waitForSelector('.preview-foot button');
    await clickOn(page, '.preview-foot button');
    await page.waitForSelector('dialog form');
    await fill(page, 'color', '00a6ff');
    await fill(page, 'region', 'eu-west-1');
    await clickOn(page, 'dialog .primary');
    await page.waitForSelector('dialog', { hidden: true });
    await saveOptions(page);
    const after = text
      .replace('color=red', 'color=00a6ff')
      .replace('source_profile = jump\r\n', 'source_profile = jump\r\nregion = eu-west-1\r\n');
    const saved = JSON.parse(await stored(world())) as [{ config: { data: { text: string } } }];
    expect(saved[0].config.data.text).toBe(after);
  });

  it('adds a role in a form, from its ARN alone', async () => {
    await saveConfig(world(), '[jump]\naws_account_id = 111111111111\n');
    const page = await openOptions(world().rig);
    await clickOn(page, '.edit > .buttons button:nth-of-type(1)');
    await page.waitForSelector('dialog form');
    await fill(page, 'profile', '支払い 開発');
    await fill(page, 'account', 'arn:aws:iam::333333333333:role/Developer');
    await page.keyboard.press('Tab');
    expect(await page.$eval('input[name=roleName]', (input) => (input as HTMLInputElement).value)).toBe('Developer');
    await fill(page, 'base', 'jump');
    await clickOn(page, 'dialog .primary');
    await page.waitForSelector('dialog', { hidden: true });
    expect(await editorText(page)).toBe(
      '[jump]\naws_account_id = 111111111111\n\n[支払い 開発]\nrole_arn = arn:aws:iam::333333333333:role/Developer\nsource_profile = jump\n',
    );
  });

  it('keeps what was typed and not saved, through a closed tab', async () => {
    await saveConfig(world(), '[jump]\naws_account_id = 111111111111\n');
    const page = await openOptions(world().rig);
    await replaceText(page, '# not saved yet\n');
    await expect.poll(() => stored(world())).toContain('# not saved yet');
    await page.close({ runBeforeUnload: false });
    const again = await openOptions(world().rig);
    expect(await editorText(again)).toBe('# not saved yet\n');
    expect(await again.$eval('.save-notice', (notice) => notice.textContent)).toMatch(/did not save is here again/);
    await clickOn(again, '.edit-foot .plain');
    expect(await editorText(again)).toBe('[jump]\naws_account_id = 111111111111\n');
  });

  it('shows a broken line where it is, mends it by keyboard, and saves it', async () => {
    await saveConfig(
      world(),
      '[jump]\naws_account_id = 111111111111\n\n[one]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n',
    );
    const page = await openOptions(world().rig);
    await moveTo(page, 5);
    await typeInEditor(page, '\nsource_ = jump');
    await page.waitForSelector('.cm-lint-marker-warning');
    await page.keyboard.press('F8');
    await pressWithControl(page, '.');
    await page.waitForFunction(() => document.activeElement?.classList.contains('editor-action'));
    await page.keyboard.press('Enter');
    await expect.poll(() => editorText(page)).toContain('\nsource_profile = jump');
    await pressWithControl(page, 's');
    await page.waitForFunction(() => document.querySelector('.save-notice')?.textContent === 'Saved.');
    expect(await stored(world())).toContain('source_profile = jump');
  });

  it('lets no credential into a draft, a version or a file, from the moment it is typed', async () => {
    await saveConfig(world(), '');
    const page = await openOptions(world().rig);
    await replaceText(page, AWS_CONFIG);
    await expect.poll(() => stored(world())).toContain('dropped-dev');
    expect(await stored(world())).not.toMatch(/AKIAEXAMPLE|verysecretvalue/);
    await page.evaluate(() => {
      const files: Promise<string>[] = [];
      Object.assign(window, { files });
      URL.createObjectURL = (file: Blob) => {
        files.push(file.text());
        return 'about:blank';
      };
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    for (const button of [4, 5]) await clickOn(page, `.edit > .buttons button:nth-of-type(${button})`);
    const files = await page.evaluate(() => Promise.all((window as unknown as { files: Promise<string>[] }).files));
    expect(files).toHaveLength(2);
    for (const file of files) {
      expect(file).toContain('dropped-dev');
      expect(file).not.toMatch(/AKIAEXAMPLE|verysecretvalue/);
    }
    await saveOptions(
      page,
      'Credentials are never stored. Removed lines: 6 (aws_access_key_id), 7 (aws_secret_access_key).',
    );
    expect(await stored(world())).not.toMatch(/AKIAEXAMPLE|verysecretvalue/);
  });

  it('restores an older version', async () => {
    await saveConfig(world(), '');
    const page = await openOptions(world().rig);
    for (const text of ['# one\n', '# two\n', '# three\n']) {
      await replaceText(page, text);
      await saveOptions(page);
    }
    await clickOn(page, '.edit > .buttons button:nth-of-type(3)');
    await page.waitForSelector('dialog .history li:nth-of-type(3)');
    await clickOn(page, 'dialog .history li:nth-of-type(3) button');
    await page.waitForSelector('dialog .diff .cm-deletedChunk, dialog .diff .cm-changedLine');
    await clickOn(page, 'dialog .version .primary');
    await expect.poll(() => editorText(page)).toBe('# one\n');
    expect(await stored(world())).toContain('# one');
  });

  it('shows who sees what, with the reasons', async () => {
    await saveConfig(
      world(),
      '[jump]\naws_account_id = 111111111111\n[mine]\nrole_arn = arn:aws:iam::333333333333:role/Developer\nsource_profile = jump\n[gov]\nrole_arn = arn:aws-us-gov:iam::444455556666:role/Auditor\n',
    );
    const page = await openOptions(world().rig);
    await page.type('.who input', '1111-1111-1111');
    await page.waitForFunction(() => document.querySelector('.who-result')?.textContent?.includes('Offered: 1'));
    const result = await page.$eval('.who-result', (box) => box.textContent ?? '');
    expect(result).toMatch(/gov.*It belongs to the partition aws-us-gov/);
  });
});
