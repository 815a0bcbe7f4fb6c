import { openConsoleTab } from '../browsers/hatrack.ts';
import type { Rig } from '../browsers/launch.ts';
import { AESR, SIZES } from './aesr.ts';
import type { Bench, Row } from './bench.ts';
import { makeProbed } from './extensions.ts';
import { aboveFloor, type Finding, toRow } from './finding.ts';
import { summary } from './measure.ts';
import { takeTurns } from './take-turns.ts';
import { type BenchWorld, giveRoles, inBenchWorld, listPainted } from './world.ts';

const TURNS = 15;
/** A frame, and what starting a worker may take. */
const BOUND = { warm: 16, asleep: 40 } as const;
const GROWTH_BOUND = 10;

const TITLES = { warm: 'worker awake', asleep: 'worker asleep' } as const;
const NODES = 'elements in the popup';

interface Opening {
  readonly painted: number;
  /** Elements in the popup once its list is there. */
  readonly nodes: number;
}

type Open = (rig: Rig) => Promise<Opening>;

/** From the popup's navigation to the frame that shows its list and can be typed into. */
export const popupBench: Bench = {
  name: 'popup',
  tables: {
    'real popup over a console tab (ms)': () =>
      inBenchWorld(makeProbed(), async (world) => {
        const tabs = new Map([
          [world.hatrack, await openConsoleTab(world.hatrack, world.standIn, {})],
          [world.floor, await world.floor.newPage()],
        ]);
        await tabs.get(world.floor)?.goto(world.standIn.signInUrl());
        return measured(world, async (rig) => {
          const tab = tabs.get(rig);
          if (!tab) throw new Error('This browser has no tab.');
          const popup = await rig.openPopup(tab);
          const painted = await listPainted(popup);
          const nodes = await popup.evaluate(() => document.querySelectorAll('*').length);
          await popup.evaluate(() => void setTimeout(() => window.close()));
          await popup.waitForClose();
          return { painted, nodes };
        });
      }),
    'popup page off the console (ms)': () =>
      inBenchWorld(makeProbed(), (world) =>
        measured(world, async (rig) => {
          const page = await rig.openExtensionPage('src/popup/index.html');
          const painted = await listPainted(page);
          const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
          await page.close();
          return { painted, nodes };
        }),
      ),
  },
};

async function measured(world: BenchWorld, open: Open): Promise<Row[]> {
  const findings: Finding[] = [];
  for (const roles of SIZES) {
    await giveRoles(world, roles);
    const turns = await takeTurns(TURNS, () => takeTurn(world, open));
    const floor = turns.map((turn) => turn.floor.painted);
    for (const state of ['warm', 'asleep'] as const) {
      const values = turns.map((turn) => turn[state].painted);
      const aesr = state === 'warm' ? { aesr: AESR.listPainted[roles] } : {};
      findings.push({ what: TITLES[state], roles, values, floor, boundAboveFloor: BOUND[state], ...aesr });
    }
    findings.push({ what: NODES, roles, values: turns.map(({ warm }) => warm.nodes) });
  }
  return [...findings, ...growth(findings)].map(toRow);
}

/** The worker that the opening before the last has woken answers the warm one. */
async function takeTurn({ hatrack, floor }: BenchWorld, open: Open) {
  const floorOpening = await open(floor);
  const warm = await open(hatrack);
  await hatrack.stopBackground();
  return { floor: floorOpening, warm, asleep: await open(hatrack) };
}

/** What ten thousand roles cost more: in time than ten, in elements than those that fill the popup already. */
function growth(findings: readonly Finding[]): Finding[] {
  const medianOf = (what: string, roles: number): number => {
    const { values = [], floor } = findings.find((finding) => finding.what === what && finding.roles === roles) ?? {};
    return summary(floor ? aboveFloor(values, floor) : values).median;
  };
  const grown = (what: string, from: number) => [medianOf(what, 10_000) - medianOf(what, from)];
  return [
    ...Object.values(TITLES).map((title) => ({
      what: `${title}: 10,000 roles more than 10`,
      values: grown(title, 10),
      bound: GROWTH_BOUND,
    })),
    {
      what: 'elements: 10,000 roles more than 200',
      values: grown(NODES, 200),
      bound: 0,
      aesr: AESR.nodesOfTenThousand,
    },
  ];
}
