import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rig } from '../browsers/launch.ts';
import { AESR } from './aesr.ts';
import type { Bench, Row } from './bench.ts';
import { BUILT, contentScripts } from './extensions.ts';
import { type Finding, toRow } from './finding.ts';
import { takeTurns } from './take-turns.ts';
import { taskMilliseconds, taskTimer } from './task-time.ts';
import { holds, outermost, sumOf, type TraceEvent, trace } from './trace.ts';
import { type BenchWorld, giveRoles, inBenchWorld } from './world.ts';

const TURNS = 15;
const SCRIPT_BOUND = 5;
const KILOBYTES_BOUND = 60;
const CHANGES = 1000;
const CATEGORIES = ['devtools.timeline'];
const AT_REST = { waitUntil: 'networkidle0' } as const;
/** After this nothing waits any more for a navigation bar that comes late. */
const LONG_AFTER_MS = 10_000;

/** What a console page pays for Hatrack as long as nobody uses it there. */
export const pageBench: Bench = {
  name: 'page',
  tables: {
    'a console page that Hatrack is not used in': () => inBenchWorld(BUILT, measured),
  },
};

async function measured(world: BenchWorld): Promise<Row[]> {
  await giveRoles(world, 1000);
  const turns = await takeTurns(TURNS, async () => ({
    scripts: await scriptTimes(world),
    without: await pageTimes(world, world.floor),
    whole: await pageTimes(world, world.hatrack),
  }));
  const bytes = contentFiles().reduce((sum, file) => sum + statSync(`${BUILT}/${file}`).size, 0);
  const findings: Finding[] = [
    ...(['next', 'first'] as const).flatMap((page) => [
      {
        what: `content scripts in ${PAGES[page]} (ms)`,
        values: turns.map(({ scripts }) => scripts[page].all),
        bound: SCRIPT_BOUND,
        aesr: AESR.pageScript,
      },
      { what: 'of it layout that they ask for (ms)', values: turns.map(({ scripts }) => scripts[page].layout) },
      {
        what: `everything on the main thread of ${PAGES[page]} (ms)`,
        values: turns.map(({ whole }) => whole[page]),
        floor: turns.map(({ without }) => without[page]),
      },
    ]),
    { what: 'code in the page (kB)', values: [bytes / 1000], bound: KILOBYTES_BOUND },
    {
      what: `calls of Hatrack while the page changes ${CHANGES} times`,
      values: [await callsWhileChanging(world)],
      bound: 0,
    },
  ];
  return findings.map(toRow);
}

/** A tab's first page starts a process, which has everything to learn; its next ones, as one goes about, do not. */
const PAGES = { first: "a tab's first page", next: "a tab's next page" } as const;
type ByPage<Value> = Readonly<Record<keyof typeof PAGES, Value>>;

interface ScriptTime {
  readonly all: number;
  readonly layout: number;
}

/** The thread's own time in our scripts, from their compilation on, and how much of it is layout that they force. */
async function scriptTimes({ hatrack, standIn }: BenchWorld): Promise<ByPage<ScriptTime>> {
  const page = await hatrack.newPage();
  const timeOf = async (open: () => Promise<unknown>): Promise<ScriptTime> => {
    const events = await trace(page, CATEGORIES, open);
    const ours = outermost(callsOf(hatrack, events));
    const layouts = events.filter(({ name }) => name === 'Layout' || name === 'UpdateLayoutTree');
    const forced = layouts.filter((layout) => ours.some((call) => holds(call, layout)));
    return { all: sumOf(ours), layout: sumOf(forced) };
  };
  const first = await timeOf(() => page.goto(standIn.signInUrl(), AT_REST));
  const next = await timeOf(() => page.reload(AT_REST));
  await page.close();
  return { first, next };
}

/** The thread's own time for everything that the page's process does on its main thread. */
async function pageTimes({ standIn }: BenchWorld, rig: Rig): Promise<ByPage<number>> {
  const page = await rig.newPage();
  const session = await taskTimer(page);
  await page.goto(standIn.signInUrl(), AT_REST);
  const first = await taskMilliseconds(session);
  await page.reload(AT_REST);
  const next = await taskMilliseconds(session);
  await page.close();
  return { first, next };
}

/** How often any of our functions is called while the console's own application changes its part of the page. */
async function callsWhileChanging({ hatrack, standIn }: BenchWorld): Promise<number> {
  const page = await hatrack.newPage();
  await page.goto(standIn.signInUrl(), AT_REST);
  await sleep(LONG_AFTER_MS);
  const events = await trace(page, CATEGORIES, () => page.evaluate(changeApplication, CHANGES));
  await page.close();
  return callsOf(hatrack, events).length;
}

/** Runs in the page: elements, texts and attributes, each change in a task of its own; then the frames that follow. */
async function changeApplication(changes: number): Promise<void> {
  const application = document.querySelector('main');
  for (let change = 0; change < changes; change += 1) {
    const added = document.createElement('p');
    added.textContent = `${change}`;
    if (change % 3 === 0) application?.lastElementChild?.remove();
    else application?.append(added);
    application?.setAttribute('data-change', `${change}`);
    await new Promise((done) => setTimeout(done));
  }
  for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
}

/** What ran of the extension's content scripts. */
function callsOf({ extensionOrigin }: Rig, events: readonly TraceEvent[]): readonly TraceEvent[] {
  const urls = new Set(contentFiles().map((file) => `${extensionOrigin}/${file}`));
  return events.filter(({ name, url }) => /^(FunctionCall|EvaluateScript|v8\.compile)$/.test(name) && urls.has(url));
}

function contentFiles(): readonly string[] {
  return contentScripts().flatMap(({ js }) => js);
}
