import type { Page } from 'puppeteer-core';
import { clickIn, inShadow, waitForNoShadow } from '../browsers/closed-shadow.ts';
import { BUTTON, MENU, waitForButton } from '../browsers/hatrack.ts';
import { AESR, SIZES } from './aesr.ts';
import type { Bench, Row } from './bench.ts';
import { makeProbed } from './extensions.ts';
import { type Finding, toRow } from './finding.ts';
import { takeTurns } from './take-turns.ts';
import { type BenchWorld, giveRoles, inBenchWorld, listPainted } from './world.ts';

const TURNS = 9;
/** Up to a thousand roles. */
const BOUND = { first: 50, asleep: 150, again: 50 } as const;
const MOST_BOUND_ROLES = 1000;

/** From the click on the button to the frame that shows the menu's list and can be typed into. */
export const menuBench: Bench = {
  name: 'menu',
  tables: {
    'menu in the navigation bar (ms)': () => inBenchWorld(makeProbed(), measured),
  },
};

async function measured(world: BenchWorld): Promise<Row[]> {
  const findings: Finding[] = [];
  const page = await world.hatrack.newPage();
  for (const roles of SIZES) {
    await giveRoles(world, roles);
    const turns = await takeTurns(TURNS, () => takeTurn(world, page));
    for (const [state, what] of Object.entries(TITLES) as [keyof typeof TITLES, string][]) {
      const bound = roles <= MOST_BOUND_ROLES ? { bound: BOUND[state] } : {};
      findings.push({ what, roles, values: turns.map((turn) => turn[state]), ...bound });
    }
    const aesr = roles === 10_000 ? { aesr: AESR.nodesOfTenThousand } : {};
    findings.push({ what: 'elements in the menu', roles, values: turns.map(({ nodes }) => nodes), ...aesr });
  }
  return findings.map(toRow);
}

const TITLES = {
  first: 'first opening in a page, worker awake',
  asleep: 'first opening in a page, worker asleep',
  again: 'opened again, worker awake',
} as const;

async function takeTurn({ hatrack, standIn }: BenchWorld, page: Page) {
  await openPage(page, standIn.signInUrl());
  await hatrack.stopBackground();
  const asleep = await open(page);
  await openPage(page, standIn.signInUrl());
  const first = await open(page);
  await page.keyboard.press('Escape');
  await waitForNoShadow(page, MENU);
  const again = await open(page);
  const nodes = await inShadow(page, MENU, (root) => root.querySelectorAll('*').length);
  return { asleep, first, again, nodes: Number(nodes) };
}

/** A console page anew, at rest. */
async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle0' });
  await waitForButton(page);
}

async function open(page: Page): Promise<number> {
  await page.evaluate(() => performance.clearMeasures());
  await clickIn(page, BUTTON, { tag: 'button' });
  return listPainted(page);
}
