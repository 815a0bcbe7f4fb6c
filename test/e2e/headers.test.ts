import { expect, it } from 'vitest';
import { clickIn, find, shadowTree, waitForShadow } from '../browsers/closed-shadow.ts';
import { BUTTON, labels, MENU, openMenu, waitForButton } from '../browsers/hatrack.ts';
import type { SignInOptions } from '../console/stand-in.ts';
import { inBothBrowsers, openConsole, saveConfig } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

const IN_NAVBAR = '#nav-usernameMenu';

/** Where the button stands: how far its right edge is from the account menu, and what contains it. */
function place() {
  const button = document.querySelector('hatrack-button');
  const account = document.querySelector('#nav-usernameMenu');
  const box = button?.getBoundingClientRect();
  const accountBox = account?.getBoundingClientRect();
  return {
    isInHeader: button?.closest('#consoleNavHeader') !== null,
    gap: box && accountBox ? accountBox.left - box.right : undefined,
    top: box?.top,
    bottom: box?.bottom,
    count: document.querySelectorAll('hatrack-button').length,
  };
}

inBothBrowsers('the button in the console’s header', (world) => {
  const variants: [string, SignInOptions][] = [
    ['of 2025', { header: '2025' }],
    ['of 2025 in dark mode', { header: '2025', colorMode: 'dark' }],
    ['of 2020 to 2024', { header: '2020' }],
    ['of before 2020', { header: 'legacy' }],
    ['that comes late', { header: '2025', headerDelayMs: 2500 }],
    ['of a health page', { to: 'https://health.aws.amazon.com/health/home' }],
    ['of a Lightsail page', { to: 'https://lightsail.aws.amazon.com/ls/webapp/home' }],
  ];
  it.each(variants)('stands beside the account menu: %s', async (_name, signIn) => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), signIn);
    const { isInHeader, gap, top, bottom, count } = await page.evaluate(place);
    expect({ isInHeader, count }).toEqual({ isInHeader: true, count: 1 });
    expect(gap).toBeGreaterThanOrEqual(-1);
    expect(gap).toBeLessThan(60);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(60);
    expect(labels(await openMenu(page))).toContain('payments-dev');
  });

  it('comes back when the console draws its header again, and an open menu stays', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { header: '2025' });
    await openMenu(page);
    const redraw = () => {
      const header = document.querySelector('#consoleNavHeader');
      const drawn = header?.innerHTML ?? '';
      if (header) header.innerHTML = '';
      if (header) header.innerHTML = drawn.replace(/<hatrack-button>.*?<\/hatrack-button>/s, '');
      return document.querySelectorAll('hatrack-button').length;
    };
    expect(await page.evaluate(redraw)).toBe(0);
    await waitForButton(page);
    expect(await page.evaluate(place)).toMatchObject({ isInHeader: true, count: 1 });
    expect(labels((await shadowTree(page, MENU)) ?? fail())).toContain('payments-dev');
  });

  it('goes back to the account menu’s side when the console puts another item between', async () => {
    const page = await openConsole(world(), { header: '2025' });
    await page.evaluate(() =>
      document.querySelector('hatrack-button')?.closest('li')?.after(document.createElement('li')),
    );
    await expect
      .poll(() =>
        page.evaluate(() => {
          const next = document.querySelector('hatrack-button')?.closest('li')?.nextElementSibling;
          return next?.querySelector('#nav-usernameMenu') != null;
        }),
      )
      .toBe(true);
  });

  it('comes back after the stand-in’s own re-rendering', async () => {
    const page = await openConsole(world(), { header: '2025', headerDelayMs: 300, rerender: true });
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.rerendered ?? '')).toBeDefined();
    await waitForButton(page);
    expect(await page.evaluate(place)).toMatchObject({ isInHeader: true, count: 1 });
  });

  it('moves to the folded menu’s button when the window is narrow, and back', async () => {
    const page = await openConsole(world(), { header: '2025' });
    await world().rig.setViewport(page, { width: 520, height: 700 });
    await waitForShadow(page, BUTTON, (tree) => find(tree, { tag: 'button' })?.rect);
    await expect
      .poll(() => page.evaluate((account) => document.querySelector(account)?.checkVisibility(), IN_NAVBAR))
      .toBe(false);
    const { isInHeader, count } = await page.evaluate(place);
    expect({ isInHeader, count }).toEqual({ isInHeader: true, count: 1 });
    await openMenu(page);
    await page.keyboard.press('Escape');
    await world().rig.setViewport(page, { width: 1280, height: 800 });
    await expect.poll(() => page.evaluate(place).then(({ gap }) => gap ?? -99)).toBeGreaterThanOrEqual(-1);
  });

  it('floats where no header is recognised', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { header: 'none' });
    const { isInHeader, bottom } = await page.evaluate(place);
    expect(isInHeader).toBe(false);
    expect(bottom).toBeGreaterThan(700);
    await clickIn(page, BUTTON, { tag: 'button' });
    await waitForShadow(page, MENU, (tree) => labels(tree).includes('payments-dev'));
  });

  it('stands once per page, and in no frame', async () => {
    const page = await openConsole(world());
    const inFrames = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => document.querySelectorAll('hatrack-button').length)),
    );
    expect(inFrames.length).toBeGreaterThan(1);
    expect(inFrames.reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});

function fail(): never {
  throw new Error('The menu is gone.');
}
