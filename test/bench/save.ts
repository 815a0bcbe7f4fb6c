import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { clickOn } from '../browsers/click-still.ts';
import { openOptions, replaceText, SAVE, SAVE_NOTICE, typeInEditor } from '../browsers/options-editor.ts';
import { poll } from '../browsers/wait-until.ts';
import { AESR, SIZES } from './aesr.ts';
import type { Bench, Row } from './bench.ts';
import { BUILT } from './extensions.ts';
import { type Finding, toRow } from './finding.ts';
import { takeTurns } from './take-turns.ts';
import { type BenchWorld, inBenchWorld, textOf } from './world.ts';

/** With the warm-up as many as versions are kept: the last saves write all of them. */
const TURNS = 18;
const BOUND = 100;
/** After this the draft is stored, the list beside the editor is drawn and the sync of the save before is over. */
const REST_MS = 1200;

/** From the click on Save to the frame that says that it is saved, which the page says once it has read it back. */
export const saveBench: Bench = {
  name: 'save',
  tables: {
    'saving on the options page (ms)': () => inBenchWorld(BUILT, measured),
  },
};

async function measured({ hatrack }: BenchWorld): Promise<Row[]> {
  const findings: Finding[] = [];
  for (const roles of SIZES) {
    const page = await openOptions(hatrack);
    await replaceText(page, textOf(roles));
    const values = await takeTurns(TURNS, () => timeOfSave(page));
    findings.push({ what: 'saved and said', roles, values, bound: BOUND, aesr: AESR.save[roles] });
    await page.close();
  }
  return findings.map(toRow);
}

async function timeOfSave(page: Page): Promise<number> {
  await typeInEditor(page, '\n');
  await sleep(REST_MS);
  await page.evaluate((notice) => {
    performance.clearMeasures();
    const status = document.querySelector(notice);
    const before = status?.textContent;
    addEventListener(
      'click',
      ({ timeStamp: start }) => {
        const said = new MutationObserver(() => {
          if (status?.textContent === before) return;
          said.disconnect();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => performance.measure('bench:saved', { start, end: performance.now() });
          // The message comes after the frame has been painted.
          requestAnimationFrame(() => port2.postMessage(undefined));
        });
        if (status) said.observe(status, { childList: true, characterData: true, subtree: true });
      },
      { capture: true, once: true },
    );
  }, SAVE_NOTICE);
  await clickOn(page, SAVE);
  const time = await poll(60_000, () => page.evaluate(() => performance.getEntriesByName('bench:saved')[0]?.duration));
  const said = await page.$eval(SAVE_NOTICE, ({ textContent }) => textContent);
  if (said !== 'Saved.' || time === undefined) throw new Error(`It was not saved: ${said}`);
  return time;
}
