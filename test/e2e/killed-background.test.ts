import { expect, it } from 'vitest';
import { checksumOf, packTight } from '../../src/browser/pack.ts';
import { toReplicaItems } from '../../src/core/saved/replica.ts';
import { type ExtensionGlobals, keptTexts } from '../browsers/hatrack.ts';
import { inBothBrowsers, type World } from './harness.ts';

/** A browser may take a while to start its background again. */
const SOON = { timeout: 10_000 };

interface Background {
  readonly chrome: Api;
  readonly browser?: Api;
  hangs?: boolean;
}
interface Api {
  readonly storage: Record<'local' | 'sync', Record<'get' | 'set' | 'remove', (...args: unknown[]) => unknown>>;
}

/** From now on the storage call of that number, and all after it, are never answered; `isDone`: it takes effect though. */
function hangAt(background: object, wanted: number, isDone: boolean): void {
  const scope = background as Background;
  const { storage } = scope.browser ?? scope.chrome;
  scope.hangs = false;
  let calls = 0;
  for (const area of [storage.local, storage.sync]) {
    for (const method of ['get', 'set', 'remove'] as const) {
      const real = area[method].bind(area);
      area[method] = (...args) => {
        calls += 1;
        if (calls < wanted) return real(...args);
        const [items, callback] = args;
        if (calls === wanted && isDone) void (callback ? real(items, () => undefined) : real(items));
        scope.hangs = true;
        return new Promise(() => undefined);
      };
    }
  }
}

function textOf(index: number): string {
  return `[role-${index}]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n`;
}

/** What another device puts into storage.sync: a text that was made from the one before. */
async function replicaOf(index: number): Promise<Record<string, unknown>> {
  const packed = await packTight(textOf(index));
  const ancestors = index === 0 ? [] : [idOf(index - 1)];
  return toReplicaItems({ id: idOf(index), ancestors, savedAt: 1, checksum: await checksumOf(packed), packed });
}

function idOf(index: number): string {
  return `${(index + 1).toString(36)}.abc`;
}

async function bring({ rig }: World, items: Record<string, unknown>): Promise<void> {
  await rig.evaluateInExtension(async (brought) => {
    await (globalThis as unknown as ExtensionGlobals).chrome.storage.sync.set(brought);
  }, items);
}

async function alarms({ rig }: World): Promise<string[]> {
  const all = await rig.evaluateInExtension(() => (globalThis as unknown as ExtensionGlobals).chrome.alarms.getAll());
  return all.map(({ name }) => name);
}

interface Stored {
  readonly text: string;
  readonly isWhole: boolean;
  readonly versions: readonly string[];
  readonly syncedId: string | undefined;
}

async function stored({ rig }: World): Promise<Stored> {
  const { config, syncStatus } = await rig.evaluateInExtension(async () => {
    const items = await (globalThis as unknown as ExtensionGlobals).chrome.storage.local.get(null);
    return items as {
      config?: { data: { text: string; checksum: string } };
      syncStatus?: { data: { syncedId: string } };
    };
  });
  const { text, checksum } = config?.data ?? { text: '', checksum: '' };
  return {
    text,
    isWhole: checksum === (await checksumOf(text)),
    versions: await keptTexts(rig),
    syncedId: syncStatus?.data.syncedId,
  };
}

/** How the background met a text that sync has brought; `another`: one that knows nothing of the fault took it. */
async function outcome(world: World, index: number): Promise<'hangs' | 'done' | 'another' | undefined> {
  const hangs = await world.rig.evaluateInBackground((scope) => (scope as Background).hangs);
  if (hangs) return 'hangs';
  if ((await stored(world)).syncedId !== idOf(index)) return undefined;
  return hangs === undefined ? 'another' : 'done';
}

inBothBrowsers('a background that is really killed', (world) => {
  it('at any storage call, leaves the old or the new, and the next one goes on', { timeout: 120_000 }, async () => {
    let index = 0;
    await bring(world(), await replicaOf(index));
    await expect.poll(() => stored(world()), SOON).toMatchObject({ text: textOf(index), syncedId: idOf(index) });
    for (const isDone of [false, true]) {
      // As long as it runs, Chromium takes 120 writes into storage.sync a minute: both halves need about that many. And
      // a worker that is stopped right after the extension's first installation is at times never started again.
      if (world().kind === 'chromium') await world().rig.restart();
      let kills = 0;
      for (let came: Awaited<ReturnType<typeof outcome>>; came !== 'done'; kills += came === 'hangs' ? 1 : 0) {
        index += 1;
        await world().rig.evaluateInBackground(hangAt, kills + 1, isDone);
        await bring(world(), await replicaOf(index));
        await expect
          .poll(async () => {
            came = await outcome(world(), index);
            return came;
          }, SOON)
          .toBeDefined();
        await world().rig.stopBackground();
        const { text, isWhole, syncedId } = await stored(world());
        expect([textOf(index - 1), textOf(index)]).toContain(text);
        expect(isWhole).toBe(true);
        // Where nothing else happens, that will start the next one.
        if (syncedId !== idOf(index)) expect(await alarms(world())).toContain('sync');
        // Anything that sync brings starts the next one.
        await bring(world(), { somethingElse: index });
        await expect.poll(() => stored(world()), SOON).toMatchObject({ text: textOf(index), syncedId: idOf(index) });
        expect((await stored(world())).versions.slice(0, 2)).toEqual([textOf(index), textOf(index - 1)]);
      }
      expect(kills).toBeGreaterThan(5);
    }
  });
});
