import { expect, it } from 'vitest';
import { itemBytes } from '../../src/core/saved/charged-bytes.ts';
import { FakeBrowser } from '../fakes/fake-browser.ts';
import { QUOTA_STEPS, RATE_STEPS, takeSteps } from '../fakes/quota-steps.ts';
import { inBothBrowsers, type World } from './harness.ts';

/** Values that the browsers write and charge differently. */
const VALUES: readonly unknown[] = [
  ...['', 'plain', '"', '\\', '\n', '\t', '\u0001', '\u007f', '<', '>', '&', '\u2028', '\u2029', 'é', 'あ', '😀'],
  ...[0, -1, 1.5, 1e-7, 2 ** 31 - 1, 2 ** 31, 5e9, 999_999_999_999, 1e12, 1_760_000_000_123, 1e15, -1.5e12, 1e21],
  ...[null, true, [], {}, [1, 'a', null], { v: 1, data: { text: 'a<b', at: 1_760_000_000_123 }, list: [[], {}] }],
];

const ITEMS: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(VALUES.map((value, index) => [`value${index}`, value])),
  ...Object.fromEntries(['config.0', 'é', 'あ', '😀', '<"\\'].map((key) => [key, 'x'])),
};

/** Writes the items one by one, and answers with the bytes that each is charged. */
async function charges(
  items: Readonly<Record<string, unknown>>,
  area = (globalThis as unknown as Page).browser.storage.sync,
): Promise<Record<string, number>> {
  await area.set(items);
  const bytes = await Promise.all(Object.keys(items).map(async (key) => [key, await area.getBytesInUse(key)]));
  await area.clear();
  return Object.fromEntries(bytes);
}

interface Page {
  readonly browser: {
    readonly storage: {
      readonly sync: {
        set(items: Record<string, unknown>): Promise<void>;
        getBytesInUse(key: string): Promise<number>;
        clear(): Promise<void>;
      };
    };
  };
}

function fakeSync({ kind }: World) {
  return new FakeBrowser({ kind, now: () => 1_760_000_000_000 }).start().browser.storage.sync;
}

inBothBrowsers('the quota of storage.sync', (world) => {
  it('is charged as the fake charges it, and never more than Hatrack reckons with', async () => {
    const charged = await world().rig.evaluateInExtension(charges, ITEMS);
    expect(charged).toEqual(await charges(ITEMS, fakeSync(world())));
    for (const [key, value] of Object.entries(ITEMS)) {
      expect(charged[key], `${key} ${JSON.stringify(value)}`).toBeLessThanOrEqual(itemBytes(key, value));
    }
  });

  it('takes the last byte and the last item and refuses one more, as the fake does', async () => {
    const outcomes = await world().rig.evaluateInExtension(takeSteps, QUOTA_STEPS);
    expect(outcomes).toEqual(await takeSteps(QUOTA_STEPS, fakeSync(world())));
  });
});

inBothBrowsers('the write rate of storage.sync', (world) => {
  it('ends at 120 writes a minute in Chromium and nowhere in Firefox, as in the fake', async () => {
    const outcomes = await world().rig.evaluateInExtension(takeSteps, RATE_STEPS);
    expect(outcomes).toEqual(await takeSteps(RATE_STEPS, fakeSync(world())));
    const refused = outcomes.flatMap(({ said }, index) => (said === 'done' ? [] : [index + 1]));
    expect(refused).toEqual(world().kind === 'chromium' ? [121, 123] : []);
  });
});
