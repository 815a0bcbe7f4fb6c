import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { type ExtensionGlobals, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { openOptions } from '../browsers/options-editor.ts';
import type { Rig } from '../browsers/rig.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab } from './harness.ts';

/** With what a search for groups would take for a pattern. */
const LABEL = 'Payments *dev*';

const TEXT = `[jump]
aws_account_id = 111111111111

[dev]
label = ${LABEL}
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump
color = mediumseagreen

[prod]
role_arn = arn:aws:iam::222222222222:role/ReadOnly
source_profile = jump
`;

const DEV_TAB = /^https:\/\/333333333333-[a-z0-9]+\./;
const BOX = '#permission-tabGroups';

interface Group {
  readonly title: string;
  readonly color: string;
  /** How many tabs are in it. */
  readonly size: number;
}

interface ExtensionTabs {
  readonly tabGroups: {
    query(query: object): Promise<{ id: number; title: string; color: string }[]>;
    update(id: number, look: object): Promise<void>;
  };
  readonly tabs: { query(query: object): Promise<{ groupId?: number }[]> };
  readonly permissions: {
    contains(what: object): Promise<boolean>;
    request(what: object): Promise<boolean>;
  };
}

/** The groups of all windows. */
function groups({ rig }: World): Promise<Group[]> {
  return rig.evaluateInExtension(async () => {
    const { tabs, tabGroups } = (globalThis as unknown as { browser: ExtensionTabs }).browser;
    const found = await tabGroups.query({});
    return Promise.all(
      found.map(async ({ id, title, color }) => ({ title, color, size: (await tabs.query({ groupId: id })).length })),
    );
  });
}

/** Switches to a role in multi-session, and waits for its tab. */
async function openRole(world: World, label: string, tab: RegExp): Promise<Page> {
  const page = await openConsole(world, { multiSession: true });
  await openMenu(page);
  await narrowTo(page, label, label);
  pressEnter(page);
  return waitForTab(world, tab);
}

/** Ticks or unticks the box for groups on the options page, by mouse. */
async function allowGroups({ rig }: World, isAllowed: boolean): Promise<void> {
  const page = await openOptions(rig);
  const box = await page.waitForSelector(BOX);
  const isTicked = await box?.evaluate((element) => (element as HTMLInputElement).checked);
  if (isTicked !== isAllowed) await clickOn(page, BOX);
  await expect.poll(() => mayGroup(rig)).toBe(isAllowed);
  await page.close();
}

function mayGroup(rig: Rig): Promise<boolean> {
  return rig.evaluateInExtension(() => {
    const { permissions } = (globalThis as unknown as { browser: ExtensionTabs }).browser;
    return permissions.contains({ permissions: ['tabGroups'] });
  });
}

// Chromium has the permission at first: a headless one has nobody who could answer its question.
inBothBrowsers(
  'groups of tabs',
  (world) => {
    it('are made, named and coloured for a role, and joined by its next tab, also after the background was killed', async () => {
      await saveConfig(world(), TEXT);
      await allowGroups(world(), true);
      const first = await openRole(world(), LABEL, DEV_TAB);
      await expect.poll(() => groups(world())).toEqual([{ title: LABEL, color: 'green', size: 1 }]);
      await first.goto('about:blank');
      await world().rig.stopBackground();
      const second = await openRole(world(), LABEL, DEV_TAB);
      await expect.poll(() => groups(world())).toEqual([{ title: LABEL, color: 'green', size: 2 }]);
      const third = await openRole(world(), 'prod', /^https:\/\/222222222222-[a-z0-9]+\./);
      await expect.poll(() => groups(world())).toContainEqual({ title: 'prod', color: 'grey', size: 1 });
      for (const page of [first, second, third]) await page.close();
    });

    it('are found again by name where Hatrack has forgotten them, and kept where the user has renamed them', async () => {
      await saveConfig(world(), TEXT);
      await allowGroups(world(), true);
      const opened = [await openRole(world(), LABEL, DEV_TAB)];
      await expect.poll(() => groups(world())).toEqual([{ title: LABEL, color: 'green', size: 1 }]);
      await world().rig.evaluateInExtension(() =>
        (globalThis as unknown as ExtensionGlobals).chrome.storage.session.clear(),
      );
      await opened[0]?.goto('about:blank');
      opened.push(await openRole(world(), LABEL, DEV_TAB));
      await expect.poll(() => groups(world())).toEqual([{ title: LABEL, color: 'green', size: 2 }]);
      await world().rig.evaluateInExtension(async () => {
        const { tabGroups } = (globalThis as unknown as { browser: ExtensionTabs }).browser;
        for (const { id } of await tabGroups.query({})) await tabGroups.update(id, { title: 'mine', color: 'pink' });
      });
      await opened[1]?.goto('about:blank');
      opened.push(await openRole(world(), LABEL, DEV_TAB));
      await expect.poll(() => groups(world())).toEqual([{ title: 'mine', color: 'pink', size: 3 }]);
      for (const page of opened) await page.close();
    });

    it('are made no more once the user has taken the permission back', async () => {
      await saveConfig(world(), TEXT);
      await allowGroups(world(), true);
      await allowGroups(world(), false);
      const opened = await openRole(world(), LABEL, DEV_TAB);
      const isGrouped = await world().rig.evaluateInExtension(async () => {
        const { tabs } = (globalThis as unknown as { browser: ExtensionTabs }).browser;
        return (await tabs.query({})).some(({ groupId }) => groupId !== undefined && groupId !== -1);
      });
      expect(isGrouped).toBe(false);
      await opened.close();
    });

    it('are asked for within the user’s click', async () => {
      const page = await openOptions(world().rig);
      await page.waitForSelector(`${BOX}:not(:checked)`);
      await page.evaluate(() => {
        const { permissions } = (globalThis as unknown as { browser: ExtensionTabs }).browser;
        const request = permissions.request.bind(permissions);
        permissions.request = async (what) => {
          document.body.dataset.asked = JSON.stringify(what);
          // Outside of a click, both browsers refuse at once.
          return request(what).catch((error: unknown) => {
            document.body.dataset.asked = String(error);
            return false;
          });
        };
      });
      await clickOn(page, BOX);
      const asked = JSON.stringify({ permissions: ['tabGroups'] });
      await expect.poll(() => page.$eval('body', (body) => body.dataset.asked)).toBe(asked);
    });
  },
  { allowed: ['tabGroups'] },
);
