import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { openOptions } from '../browsers/options-editor.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab } from './harness.ts';

const TEXT = `[jump]
aws_account_id = 111111111111

[dev]
label = Payments *dev*
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
  readonly tabGroups: { query(query: object): Promise<{ id: number; title: string; color: string }[]> };
  readonly tabs: {
    query(query: object): Promise<{ id: number }[]>;
    ungroup(ids: number[]): Promise<void>;
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
  const isTicked = (await page.waitForSelector(BOX))?.evaluate((box) => (box as HTMLInputElement).checked);
  if ((await isTicked) !== isAllowed) await clickOn(page, BOX);
  await expect
    .poll(() =>
      rig.evaluateInExtension(() =>
        (
          globalThis as unknown as { browser: { permissions: { contains(what: object): Promise<boolean> } } }
        ).browser.permissions.contains({ permissions: ['tabGroups'] }),
      ),
    )
    .toBe(isAllowed);
  await page.close();
}

inBothBrowsers(
  'groups of tabs',
  (world) => {
    it('are made, named and coloured for a role, and joined by its next tab, also after the background was killed', async () => {
      await saveConfig(world(), TEXT);
      await allowGroups(world(), false);
      await allowGroups(world(), true);
      const first = await openRole(world(), 'Payments *dev*', DEV_TAB);
      await expect.poll(() => groups(world())).toEqual([{ title: 'Payments *dev*', color: 'green', size: 1 }]);
      await first.goto('about:blank');
      await world().rig.stopBackground();
      const second = await openRole(world(), 'Payments *dev*', DEV_TAB);
      await expect.poll(() => groups(world())).toEqual([{ title: 'Payments *dev*', color: 'green', size: 2 }]);
      const third = await openRole(world(), 'prod', /^https:\/\/222222222222-[a-z0-9]+\./);
      await expect
        .poll(() => groups(world()))
        .toEqual(expect.arrayContaining([{ title: 'prod', color: 'grey', size: 1 }]));
      for (const page of [first, second, third]) await page.close();
    });

    it('are not made without the permission, which the options page gives back', async () => {
      await saveConfig(world(), TEXT);
      await allowGroups(world(), false);
      const opened = await openRole(world(), 'Payments *dev*', DEV_TAB);
      await allowGroups(world(), true);
      expect(await groups(world())).toEqual([]);
      await opened.close();
    });
  },
  { allowed: ['tabGroups'] },
);
