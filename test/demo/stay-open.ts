// The demo where somebody looks: what to try, and then nothing until the browser or the terminal ends it.
import process from 'node:process';
import { popupShortcut } from '../browsers/hatrack.ts';
import type { Rig } from '../browsers/launch.ts';

export async function stayOpen(rig: Rig): Promise<void> {
  const ended = untilEnded(rig);
  const shortcut = await popupShortcut(rig);
  await closeHelperTab(rig);
  console.log(whatToTry(rig, shortcut));
  await ended;
}

function whatToTry(rig: Rig, shortcut: string): string {
  const keys = shortcut === '' ? [] : [`  ${shortcut} opens the same list as a popup.`];
  return [
    '',
    'A stand-in for the AWS console is open, signed in as jo of the account 1111-1111-1111. Try:',
    '  Click “Roles” (ロール) in the bar at the top, type “check prod” or “在庫”, choose with the arrows, press Enter.',
    '  Open it again while switched: its first line leads back to jo.',
    '  acquired-startup shows what happens when AWS refuses.',
    ...keys,
    "  The popup is behind the browser's extensions button too; its slider icon opens the configuration:",
    `  ${rig.extensionOrigin}/src/options/index.html`,
    'Nothing here reaches AWS. Close the browser or press Ctrl-C to end.',
  ].join('\n');
}

/** The tab that the harness works through: nobody else has a use for it. */
async function closeHelperTab(rig: Rig): Promise<void> {
  const isHelper = (url: string): boolean => url === `${rig.extensionOrigin}/manifest.json`;
  for (const page of await rig.browser.pages()) if (isHelper(page.url())) await page.close();
}

function untilEnded({ browser }: Rig): Promise<void> {
  return new Promise((resolve) => {
    browser.once('disconnected', () => resolve());
    // On macOS a browser lives on without windows.
    browser.on('targetdestroyed', async () => {
      const pages = await browser.pages().catch(() => []); // it may be gone by now
      if (pages.length === 0) resolve();
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // puppeteer's own listeners would end this process with an error, before anything is cleaned up.
      process.removeAllListeners(signal);
      process.on(signal, () => resolve());
    }
  });
}
