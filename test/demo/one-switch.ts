// The demo where nobody can look: one real switch, with pictures of it.
import type { Page } from 'puppeteer-core';
import { openMenu, pressEnter } from '../browsers/hatrack.ts';
import type { Rig } from '../browsers/launch.ts';
import { poll } from '../browsers/wait-until.ts';
import { settleMenu, typeUntilActive } from './console-tab.ts';
import { settle } from './settle.ts';

/** A role of sample-config.ini, and what the stand-in's page says once one is in it. */
const TARGET = { typed: 'checkout-pr', label: 'checkout-prod', account: '7010-0000-0003', role: 'Operator/' };

export async function makeOneSwitch(rig: Rig, page: Page): Promise<void> {
  const before = `test-results/demo-${rig.kind}-menu.png`;
  const after = `test-results/demo-${rig.kind}-switched.png`;
  console.log('There is no display: making one switch without a window.');
  await openMenu(page);
  await typeUntilActive(page, TARGET.typed, TARGET.label);
  await settleMenu(page);
  await rig.screenshot(page, before);
  pressEnter(page);
  const switched = await waitForTarget(rig);
  await switched.evaluate(settle);
  await rig.screenshot(switched, after);
  console.log(`Typed “${TARGET.typed}” into the role menu and pressed Enter: the console is in ${TARGET.label}.`);
  console.log(`  the menu:          ${before}\n  after the switch:  ${after}`);
}

/** The tab that shows the target: the same one, or with multi-session a new one. */
async function waitForTarget(rig: Rig): Promise<Page> {
  let seen: string[] = [];
  const found = await poll(20_000, async () => {
    const pages = await rig.browser.pages();
    const shown = await Promise.all(pages.map((page) => whoIsShown(page).catch(() => ''))); // it may just be leaving
    seen = shown.filter((text) => text !== '');
    return pages[shown.findIndex((text) => text.includes(TARGET.account) && text.includes(TARGET.role))];
  });
  if (found) return found;
  throw new Error(
    `No tab came to ${TARGET.label} (${TARGET.account}). The console shows: ${seen.join(' | ') || 'nothing'}`,
  );
}

/** The account and the identity that the stand-in's page says. */
function whoIsShown(page: Page): Promise<string> {
  return page.$$eval('[data-stand-in="account"], [data-stand-in="identity"]', (items) =>
    items.map((item) => item.textContent ?? '').join(', '),
  );
}
