import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { clickIn, find, inShadow, waitForShadow } from '../browsers/closed-shadow.ts';
import { MENU, openMenu } from '../browsers/hatrack.ts';
import { companyText } from '../fixtures/company-text.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';
import { violations } from './violations.ts';

const TEXTS = { 10: companyText(10), 2000: companyText(2000) };

/** axe-core does not see into a closed shadow root: what is in the menu's is looked at in a page of its own. */
async function menuViolations({ rig }: World, page: Page): Promise<string[]> {
  const copy = await inShadow(page, MENU, (root) => ({
    html: root.innerHTML,
    css: root.adoptedStyleSheets.flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText)).join('\n'),
    mode: (root.host as HTMLElement).dataset.mode ?? 'light',
  }));
  if (typeof copy === 'symbol') throw new Error('There is no menu.');
  const mirror = await rig.newPage();
  await mirror.evaluate(({ html, css, mode }) => {
    document.documentElement.lang = 'en';
    document.title = 'The menu';
    document.head.append(
      Object.assign(document.createElement('style'), { textContent: css.replaceAll(':host', ':root') }),
    );
    document.documentElement.style.colorScheme = mode;
    const main = Object.assign(document.createElement('main'), { innerHTML: html });
    main.prepend(Object.assign(document.createElement('h1'), { textContent: 'The menu' }));
    document.body.append(main);
  }, copy);
  const found = await violations(mirror);
  await mirror.close();
  return found;
}

for (const language of ['en', 'ja'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    inBothBrowsers(
      `finding roles in ${language} and ${colorScheme}`,
      (world) => {
        it.each([10, 2000] as const)('has no violation that axe-core knows, of %i roles', async (count) => {
          await saveConfig(world(), TEXTS[count]);
          const popup = await world().rig.openExtensionPage('src/popup/index.html');
          await popup.waitForSelector('[role=option]');
          expect(await violations(popup)).toEqual([]);
          await popup.type('[role=combobox]', 'dev');
          await popup.waitForSelector('.found');
          await popup.hover('.row');
          await clickOn(popup, '.row-more');
          await popup.waitForSelector('[role=menu] [role=menuitem]:focus');
          expect(await violations(popup)).toEqual([]);
          await popup.close();

          const page = await openConsole(world(), { colorMode: colorScheme });
          await openMenu(page);
          expect(await menuViolations(world(), page)).toEqual([]);
          await page.bringToFront();
          await clickIn(page, MENU, { attribute: { class: 'row-more' } });
          await waitForShadow(page, MENU, (tree) => find(tree, { role: 'menuitem', focused: true }));
          expect(await menuViolations(world(), page)).toEqual([]);
        });

        it('has none in the palette', async () => {
          await saveConfig(world(), TEXTS[10]);
          const page = await openConsole(world(), { colorMode: colorScheme });
          await world().rig.pressCommand(page, 'Alt+Shift+L');
          await waitForShadow(page, MENU, (tree) => find(tree, { role: 'option' }));
          expect(await menuViolations(world(), page)).toEqual([]);
        });
      },
      { language, colorScheme },
    );
  }
}
