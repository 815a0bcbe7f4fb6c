import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { find, findAll, type ShadowNode, waitForShadow } from '../browsers/closed-shadow.ts';
import { MENU, openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';

/** What is left of a small laptop's window, in CSS pixels, for who has magnified pages to 200 %. */
const VIEWPORT = { width: 640, height: 400 };
const HOST = 'https://us-east-1.console.aws.amazon.com';
const ROLES = Array.from(
  { length: 60 },
  (_, index) => `[role-${index}]\nrole_arn = arn:aws:iam::333333333333:role/R${index}\n`,
);
const LINK = `${HOST}/console/home#hatrack?account=333333333333&role=R7&page=${encodeURIComponent(`${HOST}/ec2/home?${'x'.repeat(600)}`)}`;

async function magnified(world: World, to = `${HOST}/console/home`): Promise<Page> {
  await saveConfig(world, ROLES.join(''));
  const page = await openConsole(world, { to });
  await page.bringToFront();
  await page.setViewport(VIEWPORT);
  return page;
}

/** Whether all of it is in sight. */
function isInView({ rect }: ShadowNode): boolean {
  if (!rect) return false;
  const { x, y, width, height } = rect;
  return x >= 0 && y >= 0 && x + width <= VIEWPORT.width && y + height <= VIEWPORT.height && width > 0 && height > 0;
}

inBothBrowsers('at 200 %', (world) => {
  it('the menu is in view, and so is each role that the keys lead to', async () => {
    const page = await magnified(world());
    await openMenu(page);
    for (const [key, name] of [
      ['End', 'role-59'],
      ['PageUp', ''],
      ['Home', 'role-0'],
    ] as const) {
      await page.keyboard.press(key);
      await waitForShadow(page, MENU, (tree) => {
        const active = find(tree, { role: 'option', attribute: { 'aria-selected': 'true' } });
        const box = find(tree, { role: 'combobox' });
        const isNamed = active?.attributes['aria-label']?.startsWith(name);
        return active && box && isNamed && isInView(active) && isInView(box);
      });
    }
  });

  it('the question about a link has its buttons in view, however long the page’s address is', async () => {
    const page = await magnified(world(), LINK);
    const tree = await waitForShadow(page, MENU, (menu) => {
      const dialog = find(menu, { role: 'alertdialog' });
      const buttons = dialog ? findAll(dialog, { tag: 'button' }) : [];
      return buttons.length === 2 && buttons.every(isInView) ? menu : undefined;
    });
    const title = find(tree, { tag: 'h2' });
    expect(title && isInView(title)).toBe(true);
  });
});
