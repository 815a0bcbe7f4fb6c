import { expect, it } from 'vitest';
import { workerScript, workerStarter } from '../../fakes/worker-script.ts';
import { loopOverFaults } from '../../faults/fault-loop.ts';
import { type Engine, FakeDevice } from '../../faults/profile.ts';
import { NOW } from '../../faults/scenarios.ts';

it('nothing is lost wherever a storage call is refused or the worker is killed', async () => {
  const startEngine = workerStarter<Engine>(await workerScript('test/faults/storage.ts'));
  const { runs, complaints } = await loopOverFaults(startEngine, new FakeDevice(() => NOW));
  expect(complaints).toEqual([]);
  expect(runs).toBeGreaterThan(300);
});
