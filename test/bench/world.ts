import { putConfig } from '../browsers/hatrack.ts';
import { launchBrowser, type Rig } from '../browsers/launch.ts';
import { poll } from '../browsers/wait-until.ts';
import { type StandIn, startConsole } from '../console/stand-in.ts';
import { WORLD } from '../console/world.ts';
import { ACCOUNT_LISTS, BASES } from './account-lists.ts';
import { makeFloor } from './extensions.ts';

/** Hatrack and an extension that does nothing, each in a browser of its own, at one stand-in console. */
export interface BenchWorld {
  readonly standIn: StandIn;
  readonly hatrack: Rig;
  readonly floor: Rig;
}

/** Measures in both browsers, and closes them. @param extension the folder of Hatrack, as built or with the probe */
export async function inBenchWorld<Result>(
  extension: string,
  measure: (world: BenchWorld) => Promise<Result>,
): Promise<Result> {
  const standIn = await startConsole();
  const opened: Rig[] = [];
  const launch = async (extensionDir: string): Promise<Rig> => {
    const rig = await launchBrowser({ browser: 'chromium', extensionDir, proxyPort: standIn.proxyPort });
    opened.push(rig);
    return rig;
  };
  try {
    return await measure({ standIn, hatrack: await launch(extension), floor: await launch(makeFloor()) });
  } finally {
    for (const rig of opened) await rig.close();
    await standIn.close();
  }
}

/** Saves a text with so many roles, all of which the stand-in's session is offered. */
export function giveRoles({ hatrack }: BenchWorld, roles: number): Promise<void> {
  return putConfig(hatrack, textOf(roles));
}

/** So many roles, four in each account, and the bases that they name, which are all the stand-in's account. */
export function textOf(roles: number): string {
  const bases = BASES.map((base) => `[${base}]\naws_account_id = ${WORLD.aws.jump.id}\n\n`);
  return `${bases.join('')}${ACCOUNT_LISTS.B(roles)}`;
}

/** Where the probe's measures are read: a page, or the popup. */
export interface Probed {
  evaluate<Result>(fn: () => Result): Promise<Awaited<Result>>;
}

/** Waits for the probe to have seen the list painted with the focus in its search box; gives the milliseconds. */
export async function listPainted(probed: Probed): Promise<number> {
  const painted = await poll(30_000, () =>
    probed.evaluate(() => performance.getEntriesByName('bench:list').at(-1)?.duration),
  );
  if (painted === undefined) throw new Error('No list was painted.');
  return painted;
}
