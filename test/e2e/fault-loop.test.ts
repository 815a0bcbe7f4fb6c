import { expect, it } from 'vitest';
import { workerScript } from '../fakes/worker-script.ts';
import { bareExtension } from '../faults/bare-extension.ts';
import { FIRST_PLACE, type LoopResult, type Place } from '../faults/fault-loop.ts';
import type { StartEngine } from '../faults/profile.ts';
import type { StartTeamEngine } from '../faults/team-loop.ts';
import { inBothBrowsers, type World } from './harness.ts';

interface Page {
  startEngine: StartEngine;
  faults: typeof import('../faults/page-loop.ts');
  startTeamEngine: StartTeamEngine;
  teamFaults: typeof import('../faults/team-page-loop.ts');
}

const [engine, loop] = await Promise.all(
  ['test/faults/storage.ts', 'test/faults/page-loop.ts'].map((entry) => workerScript(entry)),
);
const SCRIPT = `globalThis.startEngine = (world) => (${engine})(world.browser, world.navigator);
globalThis.faults = (${loop})(globalThis.browser, globalThis.navigator);`;

const [teamEngine, teamLoop] = await Promise.all(
  ['test/faults/team.ts', 'test/faults/team-page-loop.ts'].map((entry) => workerScript(entry)),
);
const TEAM_SCRIPT = `globalThis.startTeamEngine = (world) => (${teamEngine})(world.browser, world.navigator);
globalThis.teamFaults = (${teamLoop})(globalThis.browser, globalThis.navigator);`;

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

    it('while a team’s configuration is updated', { timeout: 180_000 }, async () => {
      const { rig } = world();
      await rig.runInExtension(TEAM_SCRIPT);
      const { runs, complaints } = await rig.evaluateInExtension(() => {
        const { teamFaults, startTeamEngine } = globalThis as unknown as Page;
        return teamFaults.loopInPage(startTeamEngine);
      });
      expect(complaints).toEqual([]);
      expect(runs).toBeGreaterThan(32);
    });
  },
  { extensionDir: await bareExtension() },
);
