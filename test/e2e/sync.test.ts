import { expect, it } from 'vitest';
import { checksumOf, pack, unpack } from '../../src/browser/pack.ts';
import { toReplica } from '../../src/core/saved/replica.ts';
import { type ExtensionGlobals, labels, openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';

/** A text with this one role. */
function textOf(profile: string): string {
  return `[${profile}]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n`;
}

/** What another device puts into storage.sync when it saves. */
async function replicaOf(text: string, savedAt: number): Promise<Record<string, unknown>> {
  const packed = await pack(text);
  return toReplica(packed, savedAt, await checksumOf(packed));
}

/** Brings items the way the browser's sync does: the background hears of it. */
async function bring({ rig }: World, items: Record<string, unknown>): Promise<void> {
  await rig.evaluateInExtension(async (brought) => {
    await (globalThis as unknown as ExtensionGlobals).chrome.storage.sync.set(brought);
  }, items);
}

/** The saved text with its date, and the texts of the kept versions, the newest first. */
async function stored({ rig }: World): Promise<{ config: unknown; versions: string[] }> {
  const { config, packed } = await rig.evaluateInExtension(async () => {
    const items = await (globalThis as unknown as ExtensionGlobals).chrome.storage.local.get(null);
    const { data: saved } = items.config as { data: unknown };
    const { data: versions = [] } = (items.versions ?? {}) as { data?: { packed: string }[] };
    return { config: saved, packed: versions.map((version) => version.packed) };
  });
  return { config, versions: await Promise.all(packed.map(unpack)) };
}

inBothBrowsers('what sync brings', (world) => {
  it('is taken over where it is newer, without its credentials, and the text before it is kept', async () => {
    await saveConfig(world(), textOf('here'));
    await bring(world(), await replicaOf(`${textOf('there')}aws_secret_access_key = verysecretvalue\n`, 2));
    await expect
      .poll(() => stored(world()))
      .toEqual({
        config: { text: textOf('there'), savedAt: 2 },
        versions: [textOf('there'), textOf('here')],
      });
    const page = await openConsole(world());
    expect(labels(await openMenu(page))).toEqual(['there']);
    await page.close();
  });

  const ignored: [string, () => Promise<Record<string, unknown>>][] = [
    [
      'whose chunks are of another save',
      async () => ({ ...(await replicaOf(textOf('torn'), 9)), config: (await replicaOf(textOf('other'), 9)).config }),
    ],
    ['that is not newer', () => replicaOf(textOf('older'), 1)],
  ];
  it.each(ignored)('changes nothing: a copy %s', async (_name, items) => {
    await saveConfig(world(), textOf('here'));
    await bring(world(), await items());
    const page = await openConsole(world());
    expect(labels(await openMenu(page))).toEqual(['here']);
    await page.close();
    // It has left no later date behind either: the next whole copy is taken.
    await bring(world(), await replicaOf(textOf('whole'), 5));
    await expect.poll(() => stored(world())).toMatchObject({ config: { text: textOf('whole'), savedAt: 5 } });
  });
});
