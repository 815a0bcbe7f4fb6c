import { expect, it } from 'vitest';
import { clickOn } from '../browsers/click-still.ts';
import { find, waitForShadow } from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, MENU, openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig } from './harness.ts';

const PICTURE = 'https://us-east-1.console.aws.amazon.com/stand-in/picture.svg';
const NO_PICTURE = 'https://us-east-1.console.aws.amazon.com/stand-in/page.css';
const TEXT = `[pictured]
role_arn = arn:aws:iam::333333333333:role/Developer
image = "${PICTURE}"

[not-a-picture]
role_arn = arn:aws:iam::333333333333:role/ReadOnly
image = ${NO_PICTURE}
`;

inBothBrowsers('a picture named by https URL', (world) => {
  it('is fetched once, by click, kept as data, and never asked for by the console’s page', async () => {
    await saveConfig(world(), TEXT);
    const before = await openConsole(world());
    expect(find(await openMenu(before), { tag: 'img', hidden: true })).toBeUndefined();
    await before.close();

    const options = await world().rig.openExtensionPage('src/options/index.html');
    const button = '.pictures button';
    await options.waitForSelector(button);
    await clickOn(options, button);
    await options.waitForFunction(() => document.body.textContent?.includes('Fetched 1 of 2 pictures.'));
    const kept = await world().rig.evaluateInExtension(
      async () => (await (globalThis as unknown as ExtensionGlobals).chrome.storage.local.get('pictures')).pictures,
    );
    expect(kept).toEqual({ v: 1, data: { [PICTURE]: expect.stringMatching(/^data:image\/svg\+xml;base64,/) } });
    await options.close();

    const page = await openConsole(world());
    await openMenu(page);
    await waitForShadow(page, MENU, (tree) =>
      find(tree, { tag: 'img' })?.attributes.src?.startsWith('data:image/svg+xml'),
    );
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(asked).not.toContain(PICTURE);
  });
});
