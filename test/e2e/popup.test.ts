import { expect, it } from 'vitest';
import { popupShortcut } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

inBothBrowsers('the toolbar popup', (world) => {
  it('lists and searches every role on other pages, says where they can be used, and starts nothing', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await world().rig.newPage();
    await page.goto('about:blank');
    const popup = await world().rig.openPopup(page);
    await popup.waitFor('[aria-label^="elsewhere"]');
    expect(await popup.text()).toContain('Roles can be used on a tab of the AWS console.');
    await popup.type('auditor');
    await popup.waitFor((text) => text.includes('1 of 5 roles'));
    await popup.press('Enter');
    expect(await popup.isClosed()).toBe(false);
    await popup.press('Escape');
    if (world().kind === 'chromium') {
      // Firefox 153 closes its panel at the first Escape, whatever the popup makes of the key.
      await popup.waitFor((text) => text.includes('Roles: 5'));
      await popup.press('Escape');
    }
    await popup.waitForClose();
    expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('opens by its keyboard shortcut', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    expect(await popupShortcut(world().rig)).toBe('Alt+Shift+K');
    if (world().kind === 'firefox') {
      // Chromium takes no made-up keys for commands without a display; there the browser's own word has to do.
      await world().rig.pressCommand(page, 'Alt+Shift+K');
      await expect.poll(() => world().rig.evaluateInExtension(openPopups)).toBe(1);
      await world().rig.evaluateInExtension(closePopups);
      await expect.poll(() => world().rig.evaluateInExtension(openPopups)).toBe(0);
    }
  });

  it('shows who is signed in, and the role that one is in', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world(), { identity: 'switched' });
    const popup = await world().rig.openPopup(page);
    await popup.waitFor((text) => text.includes('In role'));
    expect(await popup.text()).toContain('payments-prod (2222-2222-2222)');
    await popup.press('Escape');
    await popup.waitForClose();
  });

  it('shows the list as it was while the background wakes, and takes what is typed meanwhile', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    const before = await world().rig.openPopup(page);
    await before.waitFor('[role=option]');
    await before.press('Escape');
    await before.waitForClose();
    await world().rig.stopBackground();
    const popup = await world().rig.openPopup(page);
    await popup.type('payments-dev');
    await popup.press('Enter');
    const { form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe('333333333333');
    await popup.waitForClose();
  });

  it('leads to the options from an empty configuration', async () => {
    await saveConfig(world(), '');
    const page = await openConsole(world());
    const popup = await world().rig.openPopup(page);
    await popup.waitFor((text) => text.includes('There are no roles yet.'));
    await popup.press('Escape');
    await popup.waitForClose();
  });
});

function openPopups(): number {
  const { extension } = (globalThis as unknown as { chrome: { extension: { getViews(how: object): unknown[] } } })
    .chrome;
  return extension.getViews({ type: 'popup' }).length;
}

function closePopups(): void {
  const { extension } = (globalThis as unknown as { chrome: { extension: { getViews(how: object): Window[] } } })
    .chrome;
  for (const popup of extension.getViews({ type: 'popup' })) popup.close();
}
