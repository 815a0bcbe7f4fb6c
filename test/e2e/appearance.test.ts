import { expect, it } from 'vitest';
import { find, inShadow, waitForShadow } from '../browsers/closed-shadow.ts';
import { BUTTON, labels, MENU, openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig } from './harness.ts';

const DOT =
  'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20width=%2224%22%20height=%2224%22%3E%3Ccircle%20r=%2212%22/%3E%3C/svg%3E';
const TEXT = `[drawn]
role_arn = arn:aws:iam::333333333333:role/Developer
color = f80
region = eu-west-1
image = ${DOT}
`;

inBothBrowsers('the menu', (world) => {
  it.each(['light', 'dark'] as const)('is drawn in the console’s colour mode: %s', async (colorMode) => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { colorMode });
    await openMenu(page);
    const luminance = await inShadow(page, MENU, (root) => {
      const panel = root.querySelector('.panel');
      const [red = 0] = panel ? (getComputedStyle(panel).backgroundColor.match(/\d+/g) ?? []).map(Number) : [];
      return red;
    });
    expect(Number(luminance) > 128).toBe(colorMode === 'light');
  });

  it('shows colour, picture, account, role and region, and says them to screen readers', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world());
    const menu = await openMenu(page);
    const row = find(menu, { role: 'option' });
    expect(row?.attributes['aria-label']).toBe('drawn, 3333-3333-3333, Developer, eu-west-1');
    expect(row && find(row, { tag: 'img' })?.attributes.src).toBe(DOT);
    expect(row && find(row, { attribute: { class: 'mark' } })?.attributes.style).toMatch(/rgb\(255, 136, 0\)|#ff8800/);
    const isDrawn = await inShadow(page, MENU, async (root) => {
      const image = root.querySelector('img');
      await image?.decode();
      return image?.naturalWidth;
    });
    expect(isDrawn).toBe(24);
  });

  it('draws only the rows in view, however many roles there are', async () => {
    const text = Array.from(
      { length: 3000 },
      (_, index) => `[r${index}]\nrole_arn = arn:aws:iam::333333333333:role/R${index}\n`,
    );
    await saveConfig(world(), text.join(''));
    const page = await openConsole(world());
    const menu = await openMenu(page);
    expect(labels(menu).length).toBeLessThan(30);
    await page.keyboard.press('End');
    await waitForShadow(page, MENU, (tree) => labels(tree).at(-1) === 'r2999');
    await page.keyboard.type('2500');
    await waitForShadow(page, MENU, (tree) => labels(tree).join() === 'r2500');
  });
});

inBothBrowsers(
  'the menu in Japanese',
  (world) => {
    it('speaks the browser’s language', async () => {
      await saveConfig(world(), TEXT);
      const page = await openConsole(world());
      await waitForShadow(page, BUTTON, (tree) => find(tree, { tag: 'button', text: 'ロール' }));
      const menu = await openMenu(page);
      expect(find(menu, { role: 'combobox' })?.attributes.placeholder).toBe('名前、アカウント、ロール名');
      expect(JSON.stringify(menu)).toContain('hatrack-jump (1111-1111-1111) に jo としてサインイン中');
    });
  },
  { language: 'ja' },
);
