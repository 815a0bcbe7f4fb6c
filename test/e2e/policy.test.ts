import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { find, nameOf } from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, labels, openMenu } from '../browsers/hatrack.ts';
import { openOptions, replaceText, saveOptions } from '../browsers/options-editor.ts';
import { type PolicyPlace, policyPlace } from '../browsers/policy-place.ts';
import type { BrowserKind } from '../browsers/rig.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';
import { violations } from './violations.ts';

const SECRET = 'verysecretvalue';

const POLICY = {
  configuration: `[organisation-audit]
role_arn = arn:aws:iam::222222222222:role/audit/JumpRole
aws_secret_access_key = ${SECRET}

[organisation-broken]
role_arn = arn:aws:iam:333333333333:role/Developer
`,
  teamUrl: 'http://config.example/hatrack.ini',
  teamUpdate: 'sometimes',
  allowedSenders: ['abcdefghijklmnopabcdefghijklmnop', 'colleague@example.com', 'abc'],
  settings: { showOnlyMatchingRoles: true, sync: false },
};

const OWN = `[own-same-name]
role_arn = arn:aws:iam::222222222222:role/JumpRole

[own-other-name]
role_arn = arn:aws:iam::333333333333:role/Developer
`;

/** All that the section says, once it says this. */
async function sectionText(page: Page, wanted: string): Promise<string> {
  await page.waitForFunction(
    (text) => document.querySelector('.policy')?.textContent?.includes(text),
    { polling: 100 },
    wanted,
  );
  return page.$eval('.policy', (section) => section.textContent ?? '');
}

/** Whether anything is handed to the user's other devices. */
function isSyncEmpty({ rig }: World): Promise<boolean> {
  return rig.evaluateInExtension(async () => {
    const { sync } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    return Object.keys(await sync.get(null)).length === 0;
  });
}

const places = new Map<BrowserKind, PolicyPlace>();

inBothBrowsers(
  'a policy of the organisation',
  (world) => {
    it('is shown with what it sets and what of it can’t be used', async () => {
      const page = await openOptions(world().rig);
      const text = await sectionText(page, 'Your organisation');
      expect(text).toContain(
        'Extensions that may send a configuration: abcdefghijklmnopabcdefghijklmnop, colleague@example.com',
      );
      expect(text).toContain('Locked setting: Offer only roles with the same name');
      const problems = await page.$$eval('.policy .notice-alert li', (items) => items.map((item) => item.textContent));
      expect(problems).toEqual([
        "configuration Credentials don't belong here: lines removed: 1. The rest is used.",
        'teamUrl This is not an https: address, so it is not used.',
        'teamUpdate This is neither “ask” nor “automatic”, so users choose for themselves.',
        'allowedSenders “abc” is not the id of an extension, so it is not used.',
      ]);
      expect(text).not.toContain('config.example');
    });

    it('has its text there to be read, without credentials', async () => {
      const page = await openOptions(world().rig);
      await sectionText(page, "The organisation's text (roles 1, problems 1)");
      await clickOn(page, '.policy summary');
      const area = await page.waitForSelector('.policy textarea');
      expect(await area?.evaluate((element) => element.value)).toBe(
        POLICY.configuration.replace(/aws_secret_access_key.*\n/, ''),
      );
      expect(await area?.evaluate((element) => element.readOnly)).toBe(true);
      expect(await sectionText(page, 'Line 5')).toContain('arn:aws:iam:333333333333:role/Developer');
      expect(await page.content()).not.toContain(SECRET);
      expect(await violations(page)).toEqual([]);
    });

    it('locks a setting, which then counts over the user’s own', async () => {
      await saveConfig(world(), OWN);
      const page = await openOptions(world().rig);
      await page.waitForSelector('#setting-showOnlyMatchingRoles:disabled:checked');
      expect(await page.$eval('#locked-showOnlyMatchingRoles', (words) => words.textContent)).toBe(
        'Set by your organisation',
      );
      const console_ = await openConsole(world(), { identity: 'saml' });
      const menu = await openMenu(console_);
      expect(labels(menu)).toEqual(['organisation-audit', 'own-same-name']);
      expect(nameOf(find(menu, { role: 'option' }) ?? menu)).toMatch(/^organisation-audit.*, Managed$/);
    });

    it('locks sync: what is saved stays on this device', async () => {
      const page = await openOptions(world().rig);
      await page.waitForSelector('#setting-sync:disabled:not(:checked)');
      await replaceText(page, OWN.replace('own-other-name', 'own-renamed'));
      await saveOptions(page);
      await page.waitForFunction(() =>
        document.querySelector('.sync [role="status"]')?.textContent?.includes('Sync is off'),
      );
      expect(await isSyncEmpty(world())).toBe(true);
    });

    it('is followed when it changes: at once in Chromium, at the next start in Firefox', async () => {
      const { rig, kind } = world();
      const open = await openOptions(rig);
      await sectionText(open, 'teamUrl');
      await places.get(kind)?.write({ teamUrl: 'https://config.example/hatrack.ini', teamUpdate: 'ask' });
      if (kind === 'firefox') await rig.restart();
      const page = kind === 'firefox' ? await openOptions(rig) : open;
      const text = await sectionText(page, 'Team configuration: https://config.example/hatrack.ini');
      expect(text).toContain('Changes of the team configuration are shown before they are used.');
      expect(await page.$('.policy .notice-alert')).toBeNull();
      await page.waitForSelector('#setting-showOnlyMatchingRoles:not(:disabled):not(:checked)');
      const console_ = await openConsole(world(), { identity: 'saml' });
      expect(labels(await openMenu(console_))).toEqual(['own-same-name', 'own-renamed']);
      await page.waitForSelector('#setting-sync:not(:disabled):checked');
      await expect.poll(() => isSyncEmpty(world()), { timeout: 20_000 }).toBe(false);
    });
  },
  {
    prepare: async (kind) => {
      const place = await policyPlace(kind);
      places.set(kind, place);
      await place.write(POLICY).catch(async (error: unknown) => {
        await place.undo();
        throw error;
      });
      return place;
    },
  },
);

inBothBrowsers('without a policy', (world) => {
  it('there is no section of the organisation, and nothing is locked', async () => {
    const page = await openOptions(world().rig);
    await page.waitForSelector('#setting-showOnlyMatchingRoles:not(:disabled)');
    expect(await page.$('.policy')).toBeNull();
  });
});
