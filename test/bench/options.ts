import type { Page } from 'puppeteer-core';
import { putConfig } from '../browsers/hatrack.ts';
import { launchBrowser, type Rig } from '../browsers/launch.ts';
import { EDITOR, moveTo } from '../browsers/options-editor.ts';
import { startConsole } from '../console/stand-in.ts';
import type { Bench, Row } from './bench.ts';
import { summary } from './measure.ts';

const SIZES = [10, 200, 2000] as const;
const OPENINGS = 9;
const KEYS = 60;

/** How long the options page takes to open, and how long from a key in its editor to the frame that shows it. */
export const optionsBench: Bench = {
  name: 'options',
  tables: {
    'options page in Chromium, built extension (ms, medians)': async () => {
      const standIn = await startConsole();
      const rig = await launchBrowser({
        browser: 'chromium',
        extensionDir: 'dist/chrome',
        proxyPort: standIn.proxyPort,
      });
      try {
        const rows: Row[] = [];
        for (const roles of SIZES) rows.push(await measured(rig, roles));
        return rows;
      } finally {
        await rig.close();
        await standIn.close();
      }
    },
  },
};

async function measured(rig: Rig, roles: number): Promise<Row> {
  await putConfig(rig, textOf(roles));
  const openings: number[] = [];
  for (let turn = 0; turn < OPENINGS; turn += 1) openings.push(await timeOfOpening(rig));
  const keys = await timesOfKeys(rig);
  return {
    roles,
    'open to editable': summary(openings).median,
    'key to paint': summary(keys).median,
    'worst key': Math.max(...keys),
  };
}

/** From the page's navigation to the editor that can be typed into and the list that shows roles. */
async function timeOfOpening(rig: Rig): Promise<number> {
  const page = await rig.openExtensionPage('src/options/index.html');
  const shown = await page.waitForFunction(
    (editor) => {
      const isShown =
        document.querySelector(`${editor}:not([aria-readonly])`) && document.querySelector('.preview [role=option]');
      return isShown ? performance.now() : undefined;
    },
    { polling: 'raf' },
    EDITOR,
  );
  const time = await shown.jsonValue();
  await page.close();
  return time ?? Number.NaN;
}

/** Real keys, typed into a line in the middle of the text; each from its event to the frame after it. */
async function timesOfKeys(rig: Rig): Promise<readonly number[]> {
  const page: Page = await rig.openExtensionPage('src/options/index.html');
  await page.waitForSelector('.preview [role=option]');
  await page.waitForSelector(`${EDITOR}:not([aria-readonly])`);
  await moveTo(page, 20);
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    addEventListener(
      'keydown',
      (event) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => times.push(performance.now() - event.timeStamp);
        // The message comes after the frame has been painted.
        requestAnimationFrame(() => channel.port2.postMessage(undefined));
      },
      true,
    );
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 10 === 9 ? 'Enter' : 'x');
    await page.waitForFunction(
      (count) => (window as unknown as { times: number[] }).times.length >= count,
      {},
      key + 1,
    );
  }
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
  await page.close();
  return times;
}

function textOf(roles: number): string {
  const sections = Array.from(
    { length: roles },
    (_, index) =>
      `[team-${index % 40}-service-${index}]\nrole_arn = arn:aws:iam::${String(100_000_000_000 + index * 7919)}:role/Developer\nsource_profile = jump\ncolor = 1f77b4\n`,
  );
  return `[jump]\naws_account_id = 111111111111\n\n${sections.join('\n')}`;
}
