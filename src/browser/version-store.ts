import type { VersionId } from '../core/saved/ancestry.ts';
import type { SavedConfig } from '../core/saved/saved-config.ts';
import type { SavedVersion } from '../core/saved/versions.ts';
import { checksumOf, unpack } from './pack.ts';

/** The text of a kept version; undefined where it is damaged. */
export async function versionText({ packed }: SavedVersion): Promise<string | undefined> {
  try {
    return await unpack(packed);
  } catch (error) {
    console.warn('Hatrack: a kept version can not be unpacked.', error);
    return undefined;
  }
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
