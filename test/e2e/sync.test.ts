import { expect, it } from 'vitest';
import { checksumOf, pack, packTight } from '../../src/browser/pack.ts';
import { toReplicaItems } from '../../src/core/saved/replica.ts';
import { retryTime } from '../../src/core/saved/sync-status.ts';
import { type ExtensionGlobals, keptTexts, labels, openMenu } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World } from './harness.ts';

/** A text with this one role. */
function textOf(profile: string): string {
  return `[${profile}]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n`;
}

/** What another device puts into storage.sync when it saves a text that was made from these. */
async function replicaOf(text: string, id: string, ancestors: readonly string[]): Promise<Record<string, unknown>> {
  const packed = await packTight(text);
  return toReplicaItems({ id, ancestors, savedAt: Date.now(), checksum: await checksumOf(packed), packed });
}

/** Brings items the way the browser's sync does: the background hears of it. */
async function bring({ rig }: World, items: Record<string, unknown>): Promise<void> {
  await rig.evaluateInExtension(async (brought) => {
    await (globalThis as unknown as ExtensionGlobals).chrome.storage.sync.set(brought);
  }, items);
}

interface Stored {
  readonly id: string;
  readonly text: string;
  readonly versions: string[];
  readonly state: string | undefined;
  /** The version that lies in storage.sync. */
  readonly synced: string | undefined;
}

async function stored({ rig }: World): Promise<Stored> {
  const found = await rig.evaluateInExtension(async () => {
    const { local, sync } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    const items = await local.get(null);
    const { config } = await sync.get('config');
    const { data: saved } = items.config as { data: { id: string; text: string } };
    const { data: status } = (items.syncStatus ?? {}) as { data?: { state: string } };
    return {
      id: saved.id,
      text: saved.text,
      state: status?.state,
      synced: Array.isArray(config) ? String(config[1]) : undefined,
    };
  });
  return { ...found, versions: await keptTexts(rig) };
}

/** Saves, and waits until storage.sync has it. */
async function saveAndSync(world: World, text: string): Promise<Stored> {
  await saveConfig(world, text);
  return handedOver(world);
}

/** Waits until storage.sync has what is saved, and the background has noted so. */
async function handedOver(world: World): Promise<Stored> {
  const stateNow = async () => {
    const { id, synced, state } = await stored(world);
    return synced === id ? state : `${id} is here, ${synced} there: ${state}`;
  };
  // A browser may refuse the first time; then it is tried again.
  await expect.poll(stateNow, { timeout: retryTime(1, 0) + 15_000 }).toBe('synced');
  return stored(world);
}

inBothBrowsers('what sync brings', (world) => {
  it('is taken over where it was made from this text, without its credentials, and the text before it is kept', async () => {
    const { id } = await saveAndSync(world(), textOf('here'));
    const theirs = `${textOf('there')}aws_secret_access_key = verysecretvalue\n`;
    await bring(world(), await replicaOf(theirs, '9.aa', [id]));
    await expect.poll(() => stored(world())).toMatchObject({ id: '9.aa', text: textOf('there') });
    expect((await stored(world())).versions.slice(0, 2)).toEqual([textOf('there'), textOf('here')]);
    const page = await openConsole(world());
    expect(labels(await openMenu(page))).toEqual(['there']);
  });

  it('is joined where both were changed, and the joined text goes back', async () => {
    const { id } = await saveAndSync(world(), `${textOf('first')}\n${textOf('last')}`);
    // Not synced yet: what was saved here and what comes from there know nothing of each other.
    await saveConfig(world(), `${textOf('first')}\n${textOf('here')}\n${textOf('last')}`);
    await bring(world(), await replicaOf(`${textOf('first')}color = red\n\n${textOf('last')}`, '9.bb', [id]));
    await expect
      .poll(async () => (await stored(world())).text, { timeout: 20_000 })
      .toBe(`${textOf('first')}color = red\n\n${textOf('here')}\n${textOf('last')}`);
    await handedOver(world());
  });

  it('waits for the rest where it is not whole, and takes it then', async () => {
    const { id, text } = await saveAndSync(world(), textOf('here'));
    const items = await replicaOf(textOf('whole'), '9.cc', [id]);
    await bring(world(), { config: items.config });
    await expect.poll(() => stored(world())).toMatchObject({ text, state: 'incomplete' });
    await bring(world(), items);
    await expect.poll(() => stored(world())).toMatchObject({ text: textOf('whole'), id: '9.cc' });
  });

  it('is replaced where it is older than what is here', async () => {
    const older = await saveAndSync(world(), textOf('older'));
    const newer = await saveAndSync(world(), textOf('newer'));
    await bring(world(), await replicaOf(textOf('older'), older.id, []));
    await expect
      .poll(() => stored(world()), { timeout: 20_000 })
      .toMatchObject({ text: textOf('newer'), synced: newer.id });
  });

  it('is read as the first version wrote it', async () => {
    await saveAndSync(world(), textOf('here'));
    const packed = await pack(textOf('first-version'));
    await bring(world(), {
      config: { v: 1, savedAt: 5, chunkCount: 1, checksum: await checksumOf(packed) },
      'config.0': packed,
    });
    // Nothing tells which of the two is newer: no role is lost.
    await expect.poll(async () => (await stored(world())).text).toContain('[first-version]');
    expect((await stored(world())).text).toContain('[here]');
  });

  it('gets the last of many saves, however fast they come', async () => {
    await saveAndSync(world(), textOf('here'));
    // Chromium refuses the 121st write of a minute.
    for (let save = 1; save <= 130; save++) await saveConfig(world(), textOf(`save-${save}`));
    expect(await handedOver(world())).toMatchObject({ text: textOf('save-130') });
  });

  it('is left alone where a newer Hatrack wrote it', async () => {
    await saveAndSync(world(), textOf('here'));
    await bring(world(), { config: [3, 'in a format of the future'] });
    await expect.poll(() => stored(world())).toMatchObject({ text: textOf('here'), state: 'newer' });
    await saveConfig(world(), textOf('later'));
    const page = await openConsole(world());
    expect(labels(await openMenu(page))).toEqual(['later']);
    await page.close();
    const head = await world().rig.evaluateInExtension(
      async () => (await (globalThis as unknown as ExtensionGlobals).chrome.storage.sync.get('config')).config,
    );
    expect(head).toEqual([3, 'in a format of the future']);
  });
});
