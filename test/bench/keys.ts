import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyInput, Page } from 'puppeteer-core';
import { openConsoleTab, openMenu } from '../browsers/hatrack.ts';
import type { Rig } from '../browsers/launch.ts';
import { AESR, SIZES, type Size } from './aesr.ts';
import type { Bench, Row } from './bench.ts';
import { makeProbed } from './extensions.ts';
import { type Finding, toRow } from './finding.ts';
import { sumOf, type TraceEvent, trace } from './trace.ts';
import { type BenchWorld, giveRoles, inBenchWorld } from './world.ts';

/** What is typed and deleted again, letter by letter. */
const WORDS = ['prod', 'dev', 'pay', 'data', 'admin', 'web'] as const;
const ROUNDS = 2;
/** As long as somebody who types fast takes from key to key. */
const PAUSE_MS = 80;
const FRAME_BOUND = 16.7;
const BUSY_BOUND = 5;
/** The browser's tasks, and the probe's measures. */
const CATEGORIES = ['toplevel', 'blink.user_timing'];

const KINDS = ['first letter', 'later letters', 'deleting'] as const;
type Kind = (typeof KINDS)[number];

/** An open list whose search box has the focus. */
interface OpenList {
  /** A tab of its browser. */
  readonly page: Page;
  press(key: string): Promise<void>;
}

interface KeyTime {
  readonly kind: Kind;
  readonly painted: number;
  readonly busy: number;
}

/**
 * From a key's event to the frame that shows what it leaves of the list, and how long the main thread works in that
 * time: its tasks in the trace, in the thread's own time, which other programs don't lengthen. The floor is a search
 * box alone.
 */
export const keysBench: Bench = {
  name: 'keys',
  tables: {
    'keys in the popup (ms)': () =>
      inBenchWorld(makeProbed(), (world) => measured(world, (rig) => openPopupList(world, rig))),
    'keys in the menu (ms)': () =>
      inBenchWorld(makeProbed(), (world) =>
        // What does nothing has no menu; its popup is as good.
        measured(world, (rig) => (rig === world.floor ? openPopupList(world, rig) : openMenuList(world, rig))),
      ),
  },
};

async function measured(world: BenchWorld, open: (rig: Rig) => Promise<OpenList>): Promise<Row[]> {
  const findings: Finding[] = [];
  for (const roles of SIZES) {
    await giveRoles(world, roles);
    const floor = await timesOfKeys(await open(world.floor));
    const times = await timesOfKeys(await open(world.hatrack));
    for (const kind of KINDS) {
      const of = (all: readonly KeyTime[], what: 'painted' | 'busy') =>
        all.filter((time) => time.kind === kind).map((time) => time[what]);
      findings.push(
        {
          what: `${kind}, painted`,
          roles,
          values: of(times, 'painted'),
          floor: of(floor, 'painted'),
          bound: FRAME_BOUND,
          ...aesrOf(kind, roles),
        },
        {
          what: `${kind}, main thread busy`,
          roles,
          values: of(times, 'busy'),
          floor: of(floor, 'busy'),
          bound: BUSY_BOUND,
        },
      );
    }
    await Promise.all([world.hatrack.closePages(), world.floor.closePages()]);
  }
  return findings.map(toRow);
}

function aesrOf(kind: Kind, roles: Size): { aesr?: number } {
  if (kind === 'deleting') return {};
  return { aesr: kind === 'first letter' ? AESR.firstLetter[roles] : AESR.laterLetters[roles] };
}

/** Every key with what it took; the first round warms up. */
async function timesOfKeys({ page, press }: OpenList): Promise<readonly KeyTime[]> {
  const round = WORDS.flatMap(keysOf);
  const keys = Array.from({ length: ROUNDS }, () => round).flat();
  const type = async (typed: readonly { readonly key: string }[]) => {
    for (const { key } of typed) {
      await press(key);
      await sleep(PAUSE_MS);
    }
  };
  await type(round);
  const events = await trace(page, CATEGORIES, () => type(keys));
  const seen = keysSeen(events);
  if (seen.length !== keys.length) throw new Error(`${seen.length} of ${keys.length} keys were seen.`);
  return keys.map(({ kind }, index) => ({ kind, painted: 0, busy: 0, ...seen[index] }));
}

function keysOf(word: string): { key: string; kind: Kind }[] {
  const letters = [...word].map((key, index) => ({ key, kind: KINDS[index === 0 ? 0 : 1] }));
  return [...letters, ...letters.map(() => ({ key: 'Backspace', kind: KINDS[2] }))];
}

/** The frame after a key's first change of the list; of a key that leaves the list as it is, the next frame. */
function keysSeen(events: readonly TraceEvent[]): readonly Omit<KeyTime, 'kind'>[] {
  const named = (name: string) => events.filter((event) => event.name === name);
  const tasks = events.filter(({ name }) => name.endsWith('RunTask'));
  const filtered = named('bench:filtered');
  return named('bench:frame')
    .toSorted((a, b) => a.start - b.start)
    .map((frame) => {
      const key = filtered.find(({ start }) => Math.abs(start - frame.start) < 0.05) ?? frame;
      const during = tasks.filter(
        ({ thread, start, end }) => thread === key.thread && start < key.end && end > key.start,
      );
      return { painted: key.end - key.start, busy: sumOf(during) };
    });
}

async function openPopupList({ standIn }: BenchWorld, rig: Rig): Promise<OpenList> {
  const page = await rig.newPage();
  await page.goto(standIn.signInUrl());
  const popup = await rig.openPopup(page);
  await popup.waitFor('[role=option]');
  return { page, press: (key) => popup.press(key) };
}

async function openMenuList({ standIn }: BenchWorld, rig: Rig): Promise<OpenList> {
  const page = await openConsoleTab(rig, standIn, {});
  await openMenu(page);
  return { page, press: (key) => page.keyboard.press(key as KeyInput) };
}
