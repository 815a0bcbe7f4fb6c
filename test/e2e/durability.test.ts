import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { clickIn, find, waitForShadow } from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, labels, MENU, openMenu } from '../browsers/hatrack.ts';
import { editorText, openOptions, saveOptions, typeInEditor } from '../browsers/options-editor.ts';
import { inBothBrowsers, openConsole, saveConfig } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

inBothBrowsers('a saved configuration', (world) => {
  it('is there after the browser was closed and started again', async () => {
    const options = await openOptions(world().rig);
    await typeInEditor(
      options,
      '[jump]\naws_account_id = 111111111111\n[kept]\nrole_arn = arn:aws:iam::333333333333:role/Developer\nsource_profile = jump\n',
    );
    await saveOptions(options);
    await world().rig.restart();
    const page = await openConsole(world());
    expect(labels(await openMenu(page))).toEqual(['kept']);
    await page.close();
    const synced = await world().rig.evaluateInExtension(async () =>
      Object.keys(await (globalThis as unknown as ExtensionGlobals).chrome.storage.sync.get(null)),
    );
    expect(synced.sort()).toEqual(['config', expect.stringMatching(/^config\.1\.[0-9a-f]{10}\.0$/)]);
  });

  it('serves a menu whose background has ended between opening and choosing', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await openMenu(page);
    await world().rig.stopBackground();
    await page.bringToFront();
    await clickIn(page, MENU, { role: 'option', name: 'payments-dev' });
    const { status, form } = await world().standIn.waitForRequest(({ method }) => method === 'POST');
    expect(form?.account).toBe('333333333333');
    expect(status).toBe(302);
  });

  it('serves a menu that is opened while the background sleeps', async () => {
    await saveConfig(world(), SAMPLE_CONFIG);
    const page = await openConsole(world());
    await world().rig.stopBackground();
    await page.bringToFront();
    expect(labels(await openMenu(page))).toContain('payments-dev');
  });

  it('that changed under an open menu never switches to another role than the one that was seen', async () => {
    await saveConfig(world(), '[here]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n');
    const page = await openConsole(world());
    await openMenu(page);
    await saveConfig(world(), '[here]\nrole_arn = arn:aws:iam::222222222222:role/ReadOnly\n');
    await page.bringToFront();
    await clickIn(page, MENU, { role: 'option', name: 'here' });
    await waitForShadow(page, MENU, (tree) => find(tree, { text: 'This role is not in the configuration any more.' }));
    expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('that is damaged in the storage gives way to the last whole version, and the page says so', async () => {
    await saveConfig(world(), '[first]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n');
    await saveConfig(world(), '[last]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n');
    await world().rig.evaluateInExtension(async () => {
      const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
      const { config } = (await local.get('config')) as { config: { data: object } };
      // As if a part of the file had been overwritten: the text is another than the one that was saved.
      await local.set({ config: { ...config, data: { ...config.data, text: '[last]\nrole', checksum: '00' } } });
    });
    const page = await openConsole(world());
    expect(labels(await openMenu(page))).toEqual(['last']);
    await page.close();
    await world().rig.stopBackground();
    const options = await openOptions(world().rig);
    await options.waitForSelector('.page-notice');
    expect(await editorText(options)).toContain('[last]\nrole_arn');
    expect(await options.$eval('.page-notice', ({ textContent }) => textContent)).toContain('damaged');
    await clickOn(options, '.page-notice button:last-of-type');
    await options.waitForSelector('.page-notice', { hidden: true });
  });
});
