import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { find, shadowTree, waitForNoShadow, waitForShadow } from '../browsers/closed-shadow.ts';
import { activeLabel, BUTTON, labels, MENU, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, waitForUrl } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

const MANY = Array.from(
  { length: 40 },
  (_, index) => `[role-${String(index).padStart(2, '0')}]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n`,
).join('\n');

/** Runs in the extension: which of its pages are open. Firefox tells a driver of such tabs only what it opened itself. */
function openExtensionPages(): string[] {
  const { extension } = (globalThis as unknown as { chrome: { extension: { getViews(): Window[] } } }).chrome;
  return extension.getViews().map(({ location }) => location.pathname);
}

async function pressAndSee(page: Page, key: Parameters<Page['keyboard']['press']>[0], label: string): Promise<void> {
  await page.keyboard.press(key);
  await waitForShadow(page, MENU, (tree) => activeLabel(tree) === label);
}

inBothBrowsers('the keyboard', (world) => {
  it('moves through the list, and the active row is drawn, named and in view', async () => {
    await saveConfig(world(), MANY);
    const page = await openConsole(world());
    await openMenu(page);
    await pressAndSee(page, 'ArrowDown', 'role-01');
    await pressAndSee(page, 'ArrowUp', 'role-00');
    await pressAndSee(page, 'ArrowUp', 'role-39');
    await pressAndSee(page, 'ArrowDown', 'role-00');
    await pressAndSee(page, 'PageDown', 'role-08');
    await pressAndSee(page, 'PageUp', 'role-00');
    await pressAndSee(page, 'End', 'role-39');
    const tree = await waitForShadow(page, MENU, (menu) => activeLabel(menu) === 'role-39');
    const input = find(tree, { role: 'combobox' });
    const row = find(tree, { role: 'option', attribute: { 'aria-selected': 'true' } });
    const list = find(tree, { role: 'listbox' });
    expect(input?.focused).toBe(true);
    expect(input?.attributes['aria-activedescendant']).toBe(row?.attributes.id);
    expect(input?.attributes['aria-controls']).toBe(list?.attributes.id);
    expect(row?.attributes).toMatchObject({ 'aria-posinset': '40', 'aria-setsize': '40' });
    const [rowBox, listBox] = [row?.rect, list?.rect];
    expect((rowBox?.y ?? 0) + (rowBox?.height ?? 0)).toBeLessThanOrEqual(
      (listBox?.y ?? 0) + (listBox?.height ?? 0) + 1,
    );
    await pressAndSee(page, 'Home', 'role-00');
  });

  it('opens the menu from the button, and Escape gives the focus back', async () => {
    await saveConfig(world(), MANY);
    const page = await openConsole(world());
    for (const key of ['Enter', 'ArrowDown', ' '] as const) {
      await openMenu(page);
      await page.keyboard.press('Escape');
      await waitForShadow(page, BUTTON, (tree) => find(tree, { tag: 'button', focused: true }));
      expect(await shadowTree(page, MENU)).toBeNull();
      await page.keyboard.press(key);
      await waitForShadow(page, MENU, (tree) => find(tree, { role: 'option' }));
      await page.keyboard.press('Escape');
      await waitForShadow(page, BUTTON, (tree) => find(tree, { tag: 'button', focused: true }));
    }
  });

  it('clears the search first, then closes', async () => {
    await saveConfig(world(), MANY);
    const page = await openConsole(world());
    await openMenu(page);
    await page.keyboard.type('role-17');
    await waitForShadow(page, MENU, (tree) => labels(tree).join() === 'role-17');
    await page.keyboard.press('Escape');
    await waitForShadow(page, MENU, (tree) => labels(tree).length > 5);
    await page.keyboard.press('Escape');
    await waitForNoShadow(page, MENU);
  });

  it('reaches the panel’s buttons by Tab, and Enter there presses them instead of switching', async () => {
    await saveConfig(world(), MANY);
    const page = await openConsole(world());
    await openMenu(page);
    await page.keyboard.press('Tab');
    await waitForShadow(page, MENU, (tree) =>
      find(tree, { tag: 'button', name: 'Edit the configuration', focused: true }),
    );
    await page.keyboard.press('Enter');
    await expect.poll(() => world().rig.evaluateInExtension(openExtensionPages)).toContain('/src/options/index.html');
    expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('says that nothing was found, and why', async () => {
    await saveConfig(world(), MANY);
    const page = await openConsole(world());
    await openMenu(page);
    await page.keyboard.type('nowhere');
    await waitForShadow(page, MENU, (tree) => find(tree, { text: 'No role matches “nowhere”.' }));
    await page.keyboard.press('Enter');
    expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

// Firefox's driver has no input method; the rule is the same code there.
inBothBrowsers(
  'an input method',
  (world) => {
    it('leaves Enter to an input method that is still composing', async () => {
      await saveConfig(world(), SAMPLE_CONFIG);
      const page = await openConsole(world());
      await openMenu(page);
      const session = await page.createCDPSession();
      const only = (label: string) => waitForShadow(page, MENU, (tree) => labels(tree).join() === label);
      await session.send('Input.imeSetComposition', { text: 'acquired', selectionStart: 8, selectionEnd: 8 });
      await only('acquired');
      await page.keyboard.press('Enter');
      await session.send('Input.imeSetComposition', { text: 'dev', selectionStart: 3, selectionEnd: 3 });
      await only('payments-dev');
      // Where the composition ends before the key that ended it, as in Safari, only the key's code tells.
      await session.send('Input.insertText', { text: 'dev' });
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
      for (let length = 'dev'.length; length > 0; length -= 1) await page.keyboard.press('Backspace');
      await narrowTo(page, '本番', '支払い 本番 管理者');
      pressEnter(page);
      const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
      expect(form?.account).toBe('222222222222');
      await waitForUrl(page, /region=eu-west-1/);
    });
  },
  { browsers: ['chromium'] },
);
