import { expect, it } from 'vitest';
import { workerScript } from '../fakes/worker-script.ts';
import { bareExtension } from '../faults/bare-extension.ts';
import { FIRST_PLACE, type LoopResult, type Place } from '../faults/fault-loop.ts';
import type { StartEngine } from '../faults/profile.ts';
import { inBothBrowsers, type World } from './harness.ts';

interface Page {
  startEngine: StartEngine;
  faults: typeof import('../faults/page-loop.ts');
}

const [engine, loop] = await Promise.all(
  ['test/faults/storage.ts', 'test/faults/page-loop.ts'].map((entry) => workerScript(entry)),
);
const SCRIPT = `globalThis.startEngine = (world) => (${engine})(world.browser, world.navigator);
globalThis.faults = (${loop})(globalThis.browser, globalThis.navigator);`;

async function loopFrom({ rig }: World, place: Place): Promise<LoopResult> {
  await rig.runInExtension(SCRIPT);
  return rig.evaluateInExtension((from) => {
    const { faults, startEngine } = globalThis as unknown as Page;
    return faults.loopInPage(startEngine, from);
  }, place);
}

inBothBrowsers(
  'nothing is lost in the real storage',
  (world) => {
    it('wherever a call is refused or the worker is killed', { timeout: 180_000 }, async () => {
      const complaints: string[] = [];
      let runs = 0;
      for (let place: Place | undefined = FIRST_PLACE; place; ) {
        const result: LoopResult = await loopFrom(world(), place);
        complaints.push(...result.complaints);
        runs += result.runs;
        place = result.next;
        // The browser counts the writes of a minute as long as it runs.
        if (place && world().kind === 'chromium') await world().rig.restart();
      }
      expect(complaints).toEqual([]);
      expect(runs).toBeGreaterThan(300);
    });
  },
  { extensionDir: await bareExtension() },
);
