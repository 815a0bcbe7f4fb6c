import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import type { ExtensionGlobals } from '../browsers/hatrack.ts';
import { inBothBrowsers, saveConfig } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';
import { violations } from './violations.ts';

for (const language of ['en', 'ja'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    inBothBrowsers(
      `the options page in ${language} and ${colorScheme}`,
      (world) => {
        it('has no violation that axe-core knows, with roles, problems, containers and each dialog', async () => {
          await saveConfig(world(), `${SAMPLE_CONFIG}container = production\ncolour = red\n[broken]\nrole_arn = x\n`);
          const page = await world().rig.openExtensionPage('src/options/index.html');
          await page.waitForSelector('.problem');
          await page.waitForSelector('#permission-tabGroups');
          if (world().kind === 'firefox') await page.waitForSelector('#permission-cookies');
          await page.waitForSelector('.cm-content');
          expect(await violations(page)).toEqual([]);
          for (const button of [1, 2, 3]) {
            await clickOn(page, `.edit > .buttons button:nth-of-type(${button})`);
            await page.waitForSelector('dialog[open]');
            expect(await violations(page)).toEqual([]);
            await page.keyboard.press('Escape');
            await page.waitForSelector('dialog[open]', { hidden: true });
          }
        });

        it('has none while two devices contradict each other and a stored text was damaged', async () => {
          await saveConfig(world(), SAMPLE_CONFIG);
          await world().rig.evaluateInExtension(async (base) => {
            const theirs = {
              id: '9.aa',
              ancestors: [],
              savedAt: 1,
              base,
              text: `# ${'wide '.repeat(60)}\n${base.replace(/Developer/, 'Other')}`,
            };
            const damaged = { noticedAt: 2, replacedBy: 1, found: 'garbage' };
            await (globalThis as unknown as ExtensionGlobals).chrome.storage.local.set({
              syncConflict: { v: 1, data: { ...theirs, base: '' } },
              damaged: { v: 1, data: damaged },
            });
          }, SAMPLE_CONFIG);
          const page = await world().rig.openExtensionPage('src/options/index.html');
          await page.waitForSelector('.sync-conflict');
          await page.waitForSelector('.cm-content');
          expect(await violations(page)).toEqual([]);
          await clickOn(page, '.sync-conflict .primary');
          await page.waitForSelector('dialog fieldset');
          expect(await violations(page)).toEqual([]);
          await clickOn(page, 'dialog input[value=theirs]');
          await page.waitForSelector('dialog .diff .cm-content');
          expect(await violations(page)).toEqual([]);
        });
      },
      { language, colorScheme },
    );
  }
}
