import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FAULT_KINDS } from '../../fakes/faults.ts';
import { workerScript, workerStarter } from '../../fakes/worker-script.ts';
import { type Happening, Household } from '../../faults/household.ts';
import type { Engine } from '../../faults/profile.ts';

const startEngine = workerStarter<Engine>(await workerScript('test/faults/storage.ts'));

const HOUR = 3_600_000;
const on = fc.nat(2);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), on }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('recolor' as const), on, section: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('use', 'switch', 'remove', 'resolve', 'restart'), on }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('reconcile' as const), on, minutes: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('killed' as const),
      on,
      call: fc.integer({ min: 1, max: 12 }),
      kind: fc.constantFrom(...FAULT_KINDS),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('collect' as const), on, taken: fc.nat(15) }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('deliver' as const), on, pick: fc.nat(9), isAgain: fc.boolean() }),
  },
);

/** Lets everything arrive; what is asked, the user answers; then all have the same and nothing is lost. */
async function expectAgreement(household: Household): Promise<void> {
  for (let questions = 0; ; questions++) {
    await household.settle();
    const views = await household.views();
    for (const { text, conflict, synced } of views) {
      if (synced.kind !== 'found') throw new Error(`storage.sync is ${synced.kind}`);
      // Whoever has another text than the others is asked about theirs.
      expect(text === synced.config.text || conflict?.text === synced.config.text).toBe(true);
    }
    const asked = views.findIndex(({ conflict }) => conflict !== undefined);
    if (asked < 0) break;
    expect(questions).toBeLessThan(10);
    await household.resolve(asked);
  }
  const views = await household.views();
  const [first] = views;
  for (const { text, personal, settings } of views) {
    expect([text, personal, settings]).toEqual([first?.text, first?.personal, first?.settings]);
  }
  for (const name of household.added) expect(first?.text).toContain(`[${name}]`);
  expect(first?.personal.uses.map(({ role }) => role).sort()).toEqual([...household.used].sort());
  const everywhere = views.flatMap(({ text, kept }) => [text, ...kept]).join('');
  for (const color of household.colors) expect(everywhere).toContain(color);
}

it.each([
  [2, 60],
  [3, 60],
])('%i devices have the same in the end, and nothing is lost, whatever sync does', async (devices, numRuns) => {
  const clocks = fc.array(fc.integer({ min: -HOUR, max: HOUR }), { minLength: devices, maxLength: devices });
  await fc.assert(
    fc.asyncProperty(clocks, fc.array(happening, { maxLength: 40, size: 'max' }), async (ahead, happenings) => {
      const household = new Household(startEngine, ahead);
      await household.begin();
      for (const event of happenings) await household.happen(event);
      await expectAgreement(household);
    }),
    { numRuns },
  );
});
