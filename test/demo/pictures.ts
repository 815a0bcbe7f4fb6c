// `npm run pictures`: the README's and the guide's pictures, of the built extension in real browsers.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { SYNC_QUOTA } from '../../src/core/saved/replica.ts';
import { openMenu, putConfig } from '../browsers/hatrack.ts';
import { type BrowserKind, launchBrowser, type Popup, type Rig } from '../browsers/launch.ts';
import { type StandIn, startConsole } from '../console/stand-in.ts';
import { openEc2Tab, settleMenu } from './console-tab.ts';
import { readSampleConfig } from './sample-config.ts';
import { settle } from './settle.ts';

interface Look {
  readonly browser: BrowserKind;
  readonly colorMode: 'light' | 'dark';
  readonly language: 'en' | 'ja';
}

const LOOKS: readonly Look[] = [
  { browser: 'chromium', colorMode: 'light', language: 'en' },
  { browser: 'chromium', colorMode: 'dark', language: 'en' },
  { browser: 'firefox', colorMode: 'light', language: 'en' },
  { browser: 'firefox', colorMode: 'dark', language: 'en' },
  { browser: 'chromium', colorMode: 'light', language: 'ja' },
];

const VIEWPORT = { width: 1280, height: 800 };

/** What the options page's pictures are to show a problem with: an unknown key near a known one. */
const MISSPELT = { right: 'color = #d92d20', wrong: 'colour = #d92d20' };

async function takeAll(look: Look): Promise<void> {
  const standIn = await startConsole();
  try {
    const rig = await launchBrowser({
      browser: look.browser,
      extensionDir: look.browser === 'chromium' ? 'dist/chrome' : 'dist/firefox',
      proxyPort: standIn.proxyPort,
      language: look.language,
      colorScheme: look.colorMode,
      viewport: VIEWPORT,
      // Without a window Firefox knows no desktop theme and draws wide white scroll bars; this is what people see.
      firefoxPrefs: { 'ui.useOverlayScrollbars': 1 },
    });
    try {
      const sample = await readSampleConfig();
      await putConfig(rig, sample);
      await takeConsole(rig, standIn, look);
      await putConfig(rig, sample.replace(MISSPELT.right, MISSPELT.wrong));
      await takeOptions(rig, look);
    } finally {
      await rig.close();
    }
  } finally {
    await standIn.close();
  }
}

/** The menu in the console page, then the popup over it. */
async function takeConsole(rig: Rig, standIn: StandIn, look: Look): Promise<void> {
  const page = await openEc2Tab(rig, standIn, { colorMode: look.colorMode });
  await openMenu(page);
  await settleMenu(page);
  await rig.screenshot(page, pathOf(look, 'menu'));
  const popup = await rig.openPopup(page);
  await popup.waitFor('[role="option"]');
  await popup.evaluate(settle);
  if (rig.kind === 'chromium') await takeChromiumPopup(rig, popup, pathOf(look, 'popup'));
  else await popup.screenshot(pathOf(look, 'popup'));
  await page.close();
}

/**
 * Without a window Chromium 156 gives every popup 430 x 510 pixels, and refuses to have it resized. With one, and in
 * Firefox, it is as large as its page: here the page gets as high as the popup, and the picture as wide as the page.
 */
async function takeChromiumPopup(rig: Rig, popup: Popup, path: string): Promise<void> {
  const { url, width, height } = await popup.evaluate(() => {
    const panel = document.querySelector<HTMLElement>('.panel');
    if (panel) panel.style.height = `${innerHeight}px`;
    return { url: location.href, width: document.body.offsetWidth, height: innerHeight };
  });
  await popup.evaluate(settle);
  const page = await rig.browser
    .targets()
    .find((target) => target.url() === url)
    ?.asPage();
  if (!page) throw new Error('The popup closed before it could be pictured.');
  await page.screenshot({
    path: path as `${string}.png`,
    clip: { x: 0, y: 0, width, height },
    captureBeyondViewport: false,
  });
}

async function takeOptions(rig: Rig, look: Look): Promise<void> {
  const page = await rig.openExtensionPage('src/options/index.html');
  await page.waitForSelector('.problem');
  // A real save, so that the page tells how much of the browser's sync the text takes.
  await page.waitForSelector('.cm-content:not([aria-readonly])');
  await page.click('.edit-foot .primary');
  await page.waitForFunction(
    (quota) =>
      document.querySelector('.save-notice')?.textContent !== '' &&
      document.body.textContent?.includes(quota.toLocaleString()),
    {},
    SYNC_QUOTA.totalBytes,
  );
  // The click has scrolled to the button.
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await page.evaluate(settle);
  await rig.screenshot(page, pathOf(look, 'options'));
  await page.close();
}

function pathOf({ browser, colorMode, language }: Look, subject: 'menu' | 'popup' | 'options'): string {
  const suffix = language === 'en' ? '' : `-${language}`;
  return `docs/pictures/${browser}-${colorMode}-${subject}${suffix}.png`;
}

/** Without one, Japanese is drawn as empty boxes, and nothing fails. */
function hintAtJapaneseFont(): void {
  if (process.platform !== 'linux') return;
  const fonts = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
  if (fonts.stdout?.trim()) return;
  console.warn('No Japanese font was found; for right pictures: sudo apt-get install fonts-noto-cjk');
}

hintAtJapaneseFont();
for (const look of LOOKS) {
  await takeAll(look);
  console.log(`✓ ${pathOf(look, 'menu').replace('menu', '{menu,popup,options}')}`);
}
