import { FAULT_KINDS, type Fault, type FaultKind } from '../fakes/faults.ts';
import { judge } from './judge.ts';
import { type Device, FakeDevice, type StartEngine } from './profile.ts';
import { allScenarios, NOW, type Scenario } from './scenarios.ts';

/** One run: a step of the engine with a fault at one of its storage calls. */
export interface Place {
  readonly scenario: number;
  readonly kind: number;
  readonly call: number;
}

export interface LoopResult {
  readonly runs: number;
  /** What did not hold, and where; empty is what one wants. */
  readonly complaints: readonly string[];
  /** Where to go on; undefined where every place had its turn. */
  readonly next: Place | undefined;
}

export const FIRST_PLACE: Place = { scenario: 0, kind: 0, call: 1 };

/**
 * Takes every step of the engine with every fault at its first storage call, its second, and so on until the step ends
 * without having met it.
 * @param isEnough asked after each run; where it says so, the rest is for another call
 */
export async function loopOverFaults(
  startEngine: StartEngine,
  device: Device,
  from: Place = FIRST_PLACE,
  isEnough: () => boolean = () => false,
): Promise<LoopResult> {
  const scenarios = await allScenarios(startEngine);
  const complaints: string[] = [];
  const judged = new Set<string>();
  let runs = 0;
  let place: Place | undefined = from;
  while (place && !(runs > 0 && isEnough())) {
    const scenario: Scenario | undefined = scenarios[place.scenario];
    const kind: FaultKind | undefined = FAULT_KINDS[place.kind];
    if (!scenario) return { runs, complaints, next: undefined };
    const run = kind && (await runOnce(startEngine, device, scenario, { kind, call: place.call }, judged));
    if (run) runs += 1;
    complaints.push(...(run?.complaints ?? []));
    if (run?.isMet) place = { ...place, call: place.call + 1 };
    else if (kind) place = { ...place, kind: place.kind + 1, call: 1 };
    else place = { scenario: place.scenario + 1, kind: 0, call: 1 };
  }
  return { runs, complaints, next: place };
}

/** @param judged the ends that were looked at before: what lies in storage is all that is left of a dead worker */
async function runOnce(
  startEngine: StartEngine,
  device: Device,
  scenario: Scenario,
  fault: Fault,
  judged: Set<string>,
): Promise<{ isMet: boolean; complaints: string[] }> {
  await device.restore(scenario.here);
  const worker = device.start(fault);
  const dead = new Promise<'killed'>((resolve) => worker.faults.onDeath(() => resolve('killed')));
  const done = scenario.run(startEngine(worker), NOW).then(
    () => 'done' as const,
    () => 'refused' as const,
  );
  const outcome = await Promise.race([done, dead]);
  worker.faults.kill();
  const { isMet, calls } = worker.faults;
  const end = JSON.stringify([scenario.name, outcome, await device.stored()]);
  if (judged.has(end)) return { isMet, complaints: [] };
  judged.add(end);
  const other = new FakeDevice(() => NOW);
  await other.restore(scenario.there);
  const found = await judge(startEngine, { here: device, there: other }, scenario, outcome).catch((error: unknown) => [
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ]);
  const where = `${scenario.name}, ${fault.kind} at ${fault.call}. ${calls[fault.call - 1] ?? 'none'}, ${outcome}`;
  return { isMet, complaints: found.map((complaint) => `${where}: ${complaint}`) };
}
