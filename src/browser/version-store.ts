import type { VersionId } from '../core/saved/ancestry.ts';
import type { SavedConfig } from '../core/saved/saved-config.ts';
import { freeSlots, type SavedVersion } from '../core/saved/versions.ts';
import { slotItem, versionsItem } from './items.ts';
import { wholeText } from './kept-text.ts';
import { checksumOf, pack } from './pack.ts';
import { withStorageLock } from './storage-lock.ts';
import { envelope, readItem, removeItems, writeTogether } from './stored-item.ts';

/** The text of a kept version; undefined where it is damaged. */
export async function versionText({ place, checksum }: SavedVersion): Promise<string | undefined> {
  const kept = place.kind === 'inline' ? place : await readItem(slotItem(place.slot));
  return kept && wholeText(kept, checksum);
}

/** The newest version that is whole, as a saved configuration; undefined where there is none. */
export async function newestWhole(versions: readonly SavedVersion[]): Promise<SavedConfig | undefined> {
  for (const version of versions) {
    const text = await versionText(version);
    if (text === undefined) continue;
    const { id, savedAt, origin } = version;
    return { id, ancestors: [], text, savedAt, origin, checksum: await checksumOf(text) };
  }
  return undefined;
}

/** The text of the first of these versions that is kept whole; undefined where none is. */
export async function firstKept(
  versions: readonly SavedVersion[],
  ids: readonly VersionId[],
): Promise<string | undefined> {
  for (const id of ids) {
    const version = versions.find((kept) => kept.id === id);
    const text = version && (await versionText(version));
    if (text !== undefined) return text;
  }
  return undefined;
}

/**
 * Packs the texts that saves have left as they were, being short, one `set` each, and gives back the room of slots that
 * nobody needs. For the background, once a save is done.
 */
export async function packVersions(): Promise<void> {
  for (let isLeft = true; isLeft; ) isLeft = await withStorageLock(packNext);
  await withStorageLock(async () => emptySlots(freeSlots(await readItem(versionsItem))));
}

/** @returns whether there was one to pack */
async function packNext(): Promise<boolean> {
  const versions = await readItem(versionsItem);
  const unpacked = versions.find(({ place }) => place.kind === 'slot' && !place.isPacked);
  if (unpacked?.place.kind !== 'slot') return false;
  const { slot } = unpacked.place;
  const kept = await readItem(slotItem(slot));
  const packed = kept && 'text' in kept ? { packed: await pack(kept.text) } : kept;
  const place = { kind: 'slot', slot, isPacked: true } as const;
  const placed = versions.map((version) => (version === unpacked ? { ...version, place } : version));
  await writeTogether({ ...envelope(slotItem(slot), packed), ...envelope(versionsItem, placed) });
  return true;
}

/** Call it within the storage lock, with slots that no stored version's text is in. */
export async function emptySlots(slots: readonly number[]): Promise<void> {
  await removeItems(slots.map(slotItem));
}
