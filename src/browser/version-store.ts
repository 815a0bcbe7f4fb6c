import type { SavedConfig } from '../core/saved/saved-config.ts';
import { type SavedVersion, withVersion } from '../core/saved/versions.ts';
import { versionsItem } from './items.ts';
import { pack, unpack } from './pack.ts';
import { readItem, writeItem } from './stored-item.ts';

/**
 * Keeps a saved text among the last ones. Never rejects: where the browser's storage is full the older half goes, and
 * if even that does not help the configuration itself is still saved.
 */
export async function keepVersion({ text, savedAt }: SavedConfig, origin: SavedVersion['origin']): Promise<void> {
  const version: SavedVersion = { packed: await pack(text), savedAt, origin };
  const versions = withVersion(await readItem(versionsItem), version);
  for (let count = versions.length; count >= 1; count = Math.floor(count / 2)) {
    try {
      await writeItem(versionsItem, versions.slice(0, count));
      return;
    } catch (error) {
      console.warn(`Hatrack: no room for ${count} saved versions.`, error);
    }
  }
}

/** The text of a kept version; undefined where it is damaged. */
export async function versionText({ packed }: SavedVersion): Promise<string | undefined> {
  try {
    return await unpack(packed);
  } catch (error) {
    console.warn('Hatrack: a kept version can not be unpacked.', error);
    return undefined;
  }
}
