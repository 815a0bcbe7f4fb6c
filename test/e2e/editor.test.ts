import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import type { ExtensionGlobals } from '../browsers/hatrack.ts';
import {
  editorText,
  focusEditor,
  moveTo,
  openOptions,
  pasteText,
  pressWithControl,
  replaceText,
  saveOptions,
  selectedText,
  typeInEditor,
} from '../browsers/options-editor.ts';
import { inBothBrowsers, saveConfig, type World } from './harness.ts';

const CONFIG = `[jump]
aws_account_id = 111111111111

[dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump
color = #f80

[broken]
role_arn = arn:aws:iam:444444444444:role/Admin
colour = red
`;

/** What the list of proposals shows. */
async function proposals(page: Page): Promise<string[]> {
  await page.waitForSelector('.cm-tooltip-autocomplete li[aria-selected]');
  return page.$$eval('.cm-tooltip-autocomplete .cm-completionLabel', (labels) =>
    labels.map((label) => label.textContent ?? ''),
  );
}

/** For so long after a list of proposals came up, CodeMirror takes every key as meant for the text. */
const INTERACTION_DELAY_MS = 75;

/** Takes the selected proposal by key. */
async function take(page: Page, key: 'Enter' | 'Tab', label: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('.cm-tooltip-autocomplete li[aria-selected] .cm-completionLabel')?.textContent === wanted,
    {},
    label,
  );
  const shownAt = await page.evaluate(() => Date.now());
  await page.waitForFunction((time, delay) => Date.now() - time > delay, {}, shownAt, INTERACTION_DELAY_MS);
  await page.keyboard.press(key);
  await page.waitForSelector('.cm-tooltip-autocomplete', { hidden: true });
}

async function openWith(world: World, text: string): Promise<Page> {
  await saveConfig(world, text);
  const page = await openOptions(world.rig);
  await expect.poll(() => editorText(page)).toBe(text.replace('\uFEFF', '').replace(/\r\n?/g, '\n'));
  return page;
}

async function savedText({ rig }: World): Promise<string> {
  return rig.evaluateInExtension(async () => {
    const { config } = await (globalThis as unknown as ExtensionGlobals).chrome.storage.local.get('config');
    return (config as { data: { text: string } }).data.text;
  });
}

/** What a screen reader is told from now on. The words themselves are soon gone from the page. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const announced = document.querySelector('.cm-announced');
    if (!announced) return;
    new MutationObserver(() => heard.push(announced.textContent?.trim() ?? '')).observe(announced, { childList: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.filter(Boolean).join(' '));
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.className ?? '');
}

inBothBrowsers('the editor', (world) => {
  it('keeps BOM and line ends of every line that is not edited, and ends new lines as the others', async () => {
    const page = await openWith(world(), '\uFEFF[a]\r\nregion = eu-west-1\r\n\n[b]\rregion = eu-west-2\r\n');
    await moveTo(page, 2);
    await page.keyboard.press('Enter');
    await page.keyboard.type('# new');
    await saveOptions(page);
    expect(await savedText(world())).toBe('\uFEFF[a]\r\nregion = eu-west-1\r\n# new\r\n\n[b]\rregion = eu-west-2\r\n');
  });

  it('proposes keys with their meaning, then their values', async () => {
    const page = await openWith(world(), CONFIG);
    await moveTo(page, 7);
    await page.keyboard.press('Enter');
    await page.keyboard.type('reg');
    expect(await proposals(page)).toContain('region');
    await page.waitForFunction(
      () => document.querySelector('.cm-completionInfo')?.textContent === 'The region to land in after switching.',
    );
    await take(page, 'Tab', 'region');
    await page.keyboard.type('tokyo');
    await page.keyboard.press('Escape');
    for (const _letter of 'tokyo') await page.keyboard.press('Backspace');
    await page.keyboard.type('ap-northeast-1');
    // The word is complete, so Enter is for the text.
    await proposals(page);
    await page.keyboard.press('Enter');
    expect(await editorText(page)).toContain('color = #f80\nregion = ap-northeast-1\n\n');
  });

  it('proposes the names of sections for source_profile, also behind a comma', async () => {
    const page = await openWith(world(), CONFIG);
    await moveTo(page, 6);
    await page.keyboard.type(', b');
    expect(await proposals(page)).toEqual(['broken']);
    await take(page, 'Enter', 'broken');
    expect(await editorText(page)).toContain('source_profile = jump, broken\n');
  });

  it('goes to problems by F8, says them, and offers what can be done in a line by Ctrl+.', async () => {
    const page = await openWith(world(), CONFIG);
    await page.waitForSelector('.cm-lintRange-error');
    const said = await listen(page);
    await moveTo(page, 1, 0);
    await page.keyboard.press('F8');
    expect(await selectedText(page)).toBe('arn:aws:iam:444444444444:role/Admin');
    const card = await page.waitForSelector('.editor-card');
    expect(await card?.evaluate(({ textContent }) => textContent)).toContain(
      'Error: “arn:aws:iam:444444444444:role/Admin”',
    );
    expect(await said()).toMatch(/^Line 10\. Error: /);
    await page.keyboard.press('F8');
    expect(await selectedText(page)).toBe('colour');
    await page.keyboard.press('Escape');
    expect(await page.$('.editor-card')).toBeNull();
    await pressWithControl(page, '.');
    expect(await focused(page)).toBe('editor-action');
    await page.keyboard.press('Enter');
    expect(await editorText(page)).toBe(CONFIG.replace('colour', 'color'));
    expect(await focused(page)).toContain('cm-content');
    await pressWithControl(page, 'z');
    expect(await editorText(page)).toBe(CONFIG);
    await moveTo(page, 7);
    await pressWithControl(page, '.');
    expect(await focused(page)).toBe('editor-action');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toContain('cm-content');
  });

  it('writes a picked colour in place, and takes it back in one step', async () => {
    const page = await openWith(world(), CONFIG);
    const swatch = await page.waitForSelector('.editor-swatch');
    expect(await swatch?.evaluate((input) => (input as HTMLInputElement).value)).toBe('#ff8800');
    await swatch?.evaluate((input) => {
      (input as HTMLInputElement).value = '#123456';
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(await editorText(page)).toBe(CONFIG.replace('#f80', '#123456'));
    await pressWithControl(page, 'z');
    expect(await editorText(page)).toBe(CONFIG);
  });

  it('leaves the rest of the text, its history and the cursor alone when credentials are taken out', async () => {
    const page = await openWith(world(), CONFIG);
    await moveTo(page, 2);
    await pasteText(page, '0');
    await moveTo(page, 11);
    await pasteText(page, '\naws_session_token = verysecretvalue\nlabel = kept');
    await moveTo(page, 13, 8);
    await saveOptions(page, 'Credentials are never stored. Removed lines: 12 (aws_session_token).');
    await focusEditor(page);
    await page.keyboard.type('still ');
    expect(await editorText(page)).toContain('colour = red\nlabel = still kept\n');
    for (let step = 0; step < 4; step++) {
      await pressWithControl(page, 'z');
      expect(await editorText(page)).not.toContain('verysecretvalue');
    }
    expect(await editorText(page)).toBe(CONFIG);
  });

  it('folds a section by keys, and unfolds it where a line in it is shown', async () => {
    const page = await openWith(world(), CONFIG);
    await moveTo(page, 9, 0);
    await page.keyboard.down('Control');
    await page.keyboard.down('Shift');
    await page.keyboard.press('BracketLeft');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Control');
    await page.waitForSelector('.cm-foldPlaceholder');
    await page.waitForSelector('.problem');
    await clickOn(page, '.problem');
    await page.waitForFunction(() => !document.querySelector('.cm-foldPlaceholder'));
    expect(await selectedText(page)).toBe('role_arn = arn:aws:iam:444444444444:role/Admin');
  });

  it('finds and replaces', async () => {
    const page = await openWith(world(), CONFIG);
    await focusEditor(page);
    await pressWithControl(page, 'f');
    await page.waitForSelector('.cm-search');
    await page.keyboard.type('Developer');
    await page.waitForSelector('.cm-searchMatch');
    await page.type('.cm-search [name=replace]', 'Engineer');
    await clickOn(page, '.cm-search [name=replaceAll]');
    expect(await editorText(page)).toContain(':role/Engineer\n');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.cm-search'));
  });

  it('lets Tab go on to what is behind it, also with a list open', async () => {
    const page = await openWith(world(), CONFIG);
    await typeInEditor(page, 'col');
    await proposals(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await focused(page)).not.toContain('cm-content');
    expect(await page.evaluate(() => document.activeElement?.closest('.editor') === null)).toBe(true);
  });

  it('shows a text of 2,000 roles without drawing all of it', async () => {
    const roles = Array.from(
      { length: 2_000 },
      (_, index) =>
        `[role-${index}]\nrole_arn = arn:aws:iam::${100_000_000_000 + index}:role/Developer\nsource_profile = jump\ncolor = ff8800\n`,
    );
    const page = await openWith(world(), '');
    await replaceText(page, `[jump]\naws_account_id = 111111111111\n${roles.join('')}`);
    expect(await page.$$eval('.cm-line', ({ length }) => length)).toBeLessThan(300);
    await moveTo(page, 7_999);
    await page.keyboard.type('x');
    expect(await editorText(page)).toContain('[role-1999]x');
  });
});

describe.each(['dist/chrome', 'dist/firefox'])('in %s, CodeMirror', (folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const ofCodeMirror = files.filter((name) => read(name).includes('cm-lineWrapping'));

  it('is in one file', () => {
    expect(ofCodeMirror).toHaveLength(1);
  });

  it('is loaded by nothing at its start: not by the pages, the background or the content scripts', () => {
    const pages = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html'))
      .map((name) => join('src', name));
    expect(pages).toHaveLength(5);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const scripts = [manifest.background.service_worker ?? manifest.background.scripts, manifest.content_scripts]
      .flat()
      .flatMap((entry) => entry.js ?? entry);
    const scriptsOfPages = pages.flatMap((page) =>
      [...read(page).matchAll(/<script[^>]+src="\/?([^"]+)"/g)].map(([, src = '']) => src),
    );
    expect(scriptsOfPages.length).toBeGreaterThanOrEqual(5);
    const seen = new Set<string>([...scripts, ...scriptsOfPages]);
    for (const name of seen) {
      for (const [, target = ''] of read(name).matchAll(
        /(?:^|[;\n}])\s*(?:import|export)\b[^'"()]*?["']([^"']+\.js)["']/g,
      )) {
        seen.add(join(dirname(name), target));
      }
    }
    expect(seen.size).toBeGreaterThan(5);
    expect([...seen].filter((name) => ofCodeMirror.includes(name))).toEqual([]);
  });
});
