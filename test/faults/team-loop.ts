// A team's update with a fault at each of its storage calls: on the fake browser, and in a page on the real storage.
import { newSource, type TeamSource } from '../../src/core/team/team-source.ts';
import type { FakeWorker } from '../fakes/fake-browser.ts';
import { FAULT_KINDS, type Fault } from '../fakes/faults.ts';
import type { Device } from './profile.ts';

export type TeamEngine = typeof import('./team.ts');

/** Runs the modules anew, as a worker that has just started. */
export type StartTeamEngine = (world: { readonly browser: object; readonly navigator: object }) => TeamEngine;

const URL_OF_TEAM = 'https://config.example/team.ini';
export const SENDER = 'a'.repeat(32);
export const HEADER = { name: 'Authorization', value: 'token x' };
export const OLD = '[old]\nrole_arn = arn:aws:iam::333333333333:role/Old\n';
export const NEW = '[new]\nrole_arn = arn:aws:iam::333333333333:role/New\n';

export const SOURCES = {
  url: newSource({ kind: 'url', url: URL_OF_TEAM }, { update: 'automatic', interval: 15, header: HEADER }),
  sender: newSource({ kind: 'sender', extensionId: SENDER }),
};

type Kind = keyof typeof SOURCES;

const UPDATE: Readonly<Record<Kind, (engine: TeamEngine) => Promise<boolean>>> = {
  url: async ({ checkTeams }) => {
    await checkTeams(() => true);
    return true;
  },
  sender: async ({ receiveConfig }) =>
    (await receiveConfig({ action: 'updateConfig', dataType: 'ini', data: NEW }, SENDER))?.result === 'success',
};

/** A new worker, with the little of the extension API that the fake browser has not. */
export function startTeam(
  startEngine: StartTeamEngine,
  device: Device,
  fault?: Fault,
): { readonly worker: FakeWorker; readonly engine: TeamEngine } {
  const worker = device.start(fault);
  const others = { permissions: { contains: async () => true }, i18n: { getMessage: (key: string) => key } };
  return { worker, engine: startEngine({ browser: { ...worker.browser, ...others }, navigator: worker.navigator }) };
}

/** A browser in which the old text is in use, from an address or from another extension. */
export async function beginTeam(startEngine: StartTeamEngine, device: Device, source: TeamSource): Promise<void> {
  await device.restore({ local: {}, sync: {} });
  const { engine } = startTeam(startEngine, device);
  const used = await engine.toCopy({ kind: 'text', text: OLD, usable: 1, secrets: 0 }, 1);
  await engine.writeItem(engine.teamItem, { sources: [{ ...source, used }], asking: undefined });
}

/** The server's answer to every request: the new text. */
export async function answerNew(url: string): Promise<Response> {
  const answer = new Response(NEW, { headers: { 'content-type': 'text/plain', etag: '"new"' } });
  return Object.defineProperty(answer, 'url', { value: url });
}

/**
 * Updates from an address and from another extension, with every fault at the first storage call, the second, and so on
 * until the update ends without having met it. `fetch` must answer as `answerNew` does.
 * @returns what did not hold, and where
 */
export async function loopOverTeamFaults(
  startEngine: StartTeamEngine,
  device: Device,
): Promise<{ readonly runs: number; readonly complaints: readonly string[] }> {
  const complaints: string[] = [];
  let runs = 0;
  for (const source of ['url', 'sender'] as const) {
    for (const kind of FAULT_KINDS) {
      for (let call = 1; ; call++) {
        await beginTeam(startEngine, device, SOURCES[source]);
        const { isMet, isDone } = await updateWith(startEngine, device, source, { kind, call });
        if (!isMet) break;
        runs += 1;
        const found = await judgeTeam(startEngine, device, source, isDone);
        complaints.push(...found.map((complaint) => `${source}, ${kind} at ${call}: ${complaint}`));
      }
    }
  }
  return { runs, complaints };
}

/** Updates once with a fault; afterwards no worker lives. */
async function updateWith(
  startEngine: StartTeamEngine,
  device: Device,
  source: Kind,
  fault: Fault,
): Promise<{ readonly isMet: boolean; readonly isDone: boolean }> {
  const { worker, engine } = startTeam(startEngine, device, fault);
  const dead = new Promise<boolean>((resolve) => worker.faults.onDeath(() => resolve(false)));
  const isDone = await Promise.race([UPDATE[source](engine).catch(() => false), dead]);
  worker.faults.kill();
  return { isMet: worker.faults.isMet, isDone };
}

/** What a worker finds that starts afterwards: the old text or the new one, all settings, and the way to go on. */
async function judgeTeam(
  startEngine: StartTeamEngine,
  device: Device,
  source: Kind,
  isDone: boolean,
): Promise<string[]> {
  const { worker, engine } = startTeam(startEngine, device);
  const complaints: string[] = [];
  const expectThat = (holds: boolean, complaint: string) => holds || complaints.push(complaint);
  const found = await textsInUse(engine);
  expectThat(found.length === 1 && [OLD, NEW].includes(found[0] ?? ''), `in use are ${JSON.stringify(found)}`);
  const { sources: kept } = await engine.readItem(engine.teamItem);
  const settings = ({ from, header, interval }: TeamSource) => JSON.stringify([from, header, interval]);
  expectThat(
    kept.length === 1 && kept.every((one) => settings(one) === settings(SOURCES[source])),
    'the source has changed',
  );
  // What was promised is there; where the background ended before, something brings it back.
  if (source === 'sender' && isDone) expectThat(found[0] === NEW, 'it was promised, and is not there');
  if (source === 'url') expectThat((await worker.browser.alarms.get('team')) !== undefined, 'no alarm is set');
  await UPDATE[source](engine);
  expectThat((await textsInUse(engine)).join() === NEW, 'the next update does not bring it');
  return complaints;
}

export async function textsInUse({ readTeamLayers }: TeamEngine): Promise<string[]> {
  return (await readTeamLayers()).map(({ text }) => text);
}
