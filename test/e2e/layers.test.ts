import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { find, nameOf, type ShadowNode } from '../browsers/closed-shadow.ts';
import { openMenu } from '../browsers/hatrack.ts';
import { editorText, markedLines, openOptions, selectedText } from '../browsers/options-editor.ts';
import { policyPlace } from '../browsers/policy-place.ts';
import { inBothBrowsers, openConsole, saveConfig } from './harness.ts';

const POLICY = `[audit]
role_arn = arn:aws:iam::222222222222:role/Auditor
color = red

[jump]
aws_account_id = 111111111111

[break-glass]
role_arn = arn:aws:iam::333333333333:role/BreakGlass
`;

const OWN = `[mine]
role_arn = arn:aws:iam::444444444444:role/Mine
source_profile = jump

[audit]
label = Seen by me
region = eu-west-1

[break-glass]
role_arn = arn:aws:iam::999999999999:role/Elsewhere
label = Mine too
`;

/** The accessible names of the rows. */
function rowNames(tree: ShadowNode): string[] {
  const row = find(tree, { role: 'option' });
  const list = row && find(tree, { role: 'listbox' });
  return list ? rowsIn(list).map(nameOf) : [];
}

function rowsIn(node: ShadowNode): ShadowNode[] {
  return node.attributes.role === 'option' ? [node] : node.children.flatMap(rowsIn);
}

/** Chooses a role in the options page's list, once it is there. */
async function choose(page: Page, name: string): Promise<void> {
  const row = await page.waitForSelector(`.preview [role="option"][aria-label^="${name}"]`);
  await row?.click();
}

inBothBrowsers(
  'roles of the organisation and of the user',
  (world) => {
    it('are in one list that tells whose they are, and a section of one’s own leads none of them elsewhere', async () => {
      await saveConfig(world(), OWN);
      // Chromium hands an extension that has just been installed its policy a moment later.
      const options = await openOptions(world().rig);
      await options.waitForSelector('.preview [role="option"][aria-label$="Managed"]');
      const page = await openConsole(world());
      expect(rowNames(await openMenu(page))).toEqual([
        'Seen by me, 2222-2222-2222, Auditor, Managed',
        'break-glass, 3333-3333-3333, BreakGlass, Managed',
        'mine, 4444-4444-4444, Mine',
      ]);
    });

    it('are all on the options page, where problems are marked in one’s own text alone', async () => {
      await saveConfig(world(), OWN);
      const page = await openOptions(world().rig);
      await page.waitForSelector('.cm-lint-marker-error');
      expect(await markedLines(page, 'warning')).toEqual(['7']);
      expect(await markedLines(page, 'error')).toEqual(['9']);
      const problems = await page.$$eval('.problem', (items) => items.map((item) => item.textContent ?? ''));
      expect(problems).toHaveLength(2);
      expect(problems[0]).toMatch(/^Line 7 · Warning“region” is decided by your organisation/);
      expect(problems[1]).toMatch(/^Line 9 · ErrorThe name “break-glass” belongs to a section of your organisation/);
      await choose(page, 'mine');
      expect(await selectedText(page)).toBe('[mine]');
      await choose(page, 'Seen by me');
      await page.waitForFunction(() => document.querySelector('.preview-foot')?.textContent?.includes('From your'));
      expect(await selectedText(page)).toBe('[mine]');
    });

    it('can be shown otherwise by a form, and no more', async () => {
      await saveConfig(world(), OWN);
      const page = await openOptions(world().rig);
      await choose(page, 'Seen by me');
      await page.waitForSelector('.preview-foot button');
      await page.click('.preview-foot button');
      await page.waitForSelector('dialog input[name="group"]');
      const names = await page.$$eval('dialog input[name]', (inputs) => inputs.map((input) => input.name));
      expect(names).toEqual(['label', 'color', 'group', 'image', 'hidden']);
      await page.type('dialog input[name="group"]', 'Ours');
      await page.click('dialog button[type="submit"]');
      await page.waitForFunction(() => document.querySelector('dialog') === null);
      expect(await editorText(page)).toBe(OWN.replace('region = eu-west-1\n', 'region = eu-west-1\ngroup = Ours\n'));
    });
  },
  {
    prepare: async (kind) => {
      const place = await policyPlace(kind);
      await place.write({ configuration: POLICY }).catch(async (error: unknown) => {
        await place.undo();
        throw error;
      });
      return place;
    },
  },
);
