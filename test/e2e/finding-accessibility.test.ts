import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { clickIn, find, waitForShadow } from '../browsers/closed-shadow.ts';
import { MENU, openMenu } from '../browsers/hatrack.ts';
import { companyText } from '../fixtures/company-text.ts';
import { inBothBrowsers, openConsole, saveConfig } from './harness.ts';
import { shadowViolations, violations } from './violations.ts';

const TEXTS = { 10: companyText(10), 2000: companyText(2000) };

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
          expect(await shadowViolations(world(), page, MENU)).toEqual([]);
          await page.bringToFront();
          await clickIn(page, MENU, { attribute: { class: 'row-more' } });
          await waitForShadow(page, MENU, (tree) => find(tree, { role: 'menuitem', focused: true }));
          expect(await shadowViolations(world(), page, MENU)).toEqual([]);
        });

        it('has none in the palette', async () => {
          await saveConfig(world(), TEXTS[10]);
          const page = await openConsole(world(), { colorMode: colorScheme });
          await world().rig.pressCommand(page, 'Alt+Shift+L');
          await waitForShadow(page, MENU, (tree) => find(tree, { role: 'option' }));
          expect(await shadowViolations(world(), page, MENU)).toEqual([]);
        });
      },
      { language, colorScheme },
    );
  }
}
