import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { newSource, type Team, type TeamCopy } from '../../src/core/team/team-source.ts';
import { clickOn } from '../browsers/click-still.ts';
import type { ExtensionGlobals } from '../browsers/hatrack.ts';
import { BEHIND, openOptions } from '../browsers/options-editor.ts';
import { inBothBrowsers, saveConfig } from './harness.ts';
import { ADD } from './team-page.ts';
import { violations } from './violations.ts';

const OLD = '[payments-dev]\nrole_arn = arn:aws:iam::333333333333:role/Developer\ncolor = mediumseagreen\n';
const NEW = `${OLD.replace('mediumseagreen', '#d92d20')}\n[payments-prod]\nrole_arn = arn:aws:iam::222222222222:role/ReadOnly\n`;

function copyOf(text: string): TeamCopy {
  return {
    packed: deflateRawSync(text).toString('base64'),
    checksum: createHash('sha256').update(text).digest('hex').slice(0, 16),
    usable: 2,
    secrets: 1,
    at: Date.UTC(2026, 10, 20, 9),
  };
}

/** Nothing is to be fetched here. */
const SOON = Date.now() + 3_600_000;

/** One source that works and has news, one that fails, and an extension that asks. */
const TEAM: Team = {
  sources: [
    newSource(
      { kind: 'url', url: 'https://us-east-1.console.aws.amazon.com/team/hatrack.ini' },
      { used: copyOf(OLD), pending: copyOf(NEW), checkedAt: Date.UTC(2026, 10, 22, 9), nextAt: SOON },
    ),
    newSource(
      { kind: 'url', url: 'https://config.example.test/a/rather/long/way/to/the/team/configuration.ini?ref=main' },
      {
        used: copyOf(OLD),
        header: { name: 'Authorization', value: 'token x' },
        sha256: 'ab'.repeat(32),
        failure: { code: 'html', detail: '' },
        nextAt: SOON,
      },
    ),
    newSource({ kind: 'sender', extensionId: 'a'.repeat(32) }, { used: copyOf(OLD) }),
  ],
  asking: { extensionId: 'sender@example.test', at: 1, isDismissed: false },
};

for (const language of ['en', 'ja'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    inBothBrowsers(
      `team configurations in ${language} and ${colorScheme}`,
      (world) => {
        it('have no violation that axe-core knows, nor have their dialogs', async () => {
          await saveConfig(world(), OLD);
          await world().rig.evaluateInExtension(async (data) => {
            await (globalThis as unknown as ExtensionGlobals).chrome.storage.local.set({ team: { v: 1, data } });
          }, TEAM);
          const page = await openOptions(world().rig);
          await page.waitForSelector('.team-pending button');
          expect(await violations(page)).toEqual([]);
          await clickOn(page, '.team-pending button');
          await page.waitForSelector('dialog .diff .cm-content');
          expect(await violations(page)).toEqual([]);
          await page.keyboard.press('Escape');
          await page.waitForFunction(() => !document.querySelector('dialog'), BEHIND);
          await clickOn(page, ADD);
          await page.waitForSelector('dialog[open] form');
          expect(await violations(page)).toEqual([]);
        });
      },
      { language, colorScheme },
    );
  }
}
