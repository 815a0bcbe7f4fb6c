import type { Page } from 'puppeteer-core';
import { hoverIn } from '../browsers/closed-shadow.ts';
import { MENU, openMenu, waitForButton } from '../browsers/hatrack.ts';
import { waitUntil } from '../browsers/wait-until.ts';
import { AESR, SIZES } from './aesr.ts';
import type { Bench, Row } from './bench.ts';
import { BUILT } from './extensions.ts';
import { type Finding, toRow } from './finding.ts';
import { takeTurns } from './take-turns.ts';
import { type BenchWorld, giveRoles, inBenchWorld } from './world.ts';

const TURNS = 9;
const BOUND = 20;

/** From the choice, as the driver sends it, to the request that the browser sends; the worker is awake. */
export const postBench: Bench = {
  name: 'post',
  tables: {
    'choice to POST (ms)': () => inBenchWorld(BUILT, measured),
  },
};

async function measured(world: BenchWorld): Promise<Row[]> {
  const findings: Finding[] = [];
  const page = await world.hatrack.newPage();
  const posts = await watchPosts(page);
  for (const roles of SIZES) {
    await giveRoles(world, roles);
    const turns = await takeTurns(TURNS, async () => ({
      menu: await timeOf(world, page, posts, () => chooseInMenu(page)),
      popup: await timeOf(world, page, posts, () => chooseInPopup(world, page)),
    }));
    findings.push(
      { what: 'click in the menu', roles, values: turns.map(({ menu }) => menu), bound: BOUND, aesr: AESR.clickToPost },
      { what: 'Enter in the popup', roles, values: turns.map(({ popup }) => popup), bound: BOUND },
    );
  }
  return findings.map(toRow);
}

/** When the page's POSTs were sent, in milliseconds since 1970. */
async function watchPosts(page: Page): Promise<number[]> {
  const posts: number[] = [];
  const session = await page.createCDPSession();
  session.on('Network.requestWillBeSent', ({ request, wallTime }) => {
    if (request.method === 'POST' && request.url.endsWith('/switchrole')) posts.push(wallTime * 1000);
  });
  await session.send('Network.enable');
  return posts;
}

/** @param choose chooses, and gives the time right before */
async function timeOf(
  { standIn }: BenchWorld,
  page: Page,
  posts: number[],
  choose: () => Promise<number>,
): Promise<number> {
  posts.length = 0;
  await page.goto(standIn.signInUrl(), { waitUntil: 'networkidle0' });
  await waitForButton(page);
  const chosenAt = await choose();
  await waitUntil('the switch to be posted', () => posts.length > 0);
  return (posts[0] ?? Number.NaN) - chosenAt;
}

async function chooseInMenu(page: Page): Promise<number> {
  await openMenu(page);
  await hoverIn(page, MENU, { role: 'option' });
  await page.mouse.down();
  const chosenAt = now();
  // Not waited for: a page that leaves may take the answer with it.
  page.mouse.up().catch(() => undefined);
  return chosenAt;
}

async function chooseInPopup({ hatrack }: BenchWorld, page: Page): Promise<number> {
  const popup = await hatrack.openPopup(page);
  await popup.waitFor('[role=option]');
  const chosenAt = now();
  await popup.press('Enter');
  return chosenAt;
}

/** Milliseconds since 1970, finer than `Date.now`. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
