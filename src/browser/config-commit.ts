import type { VersionId } from '../core/saved/ancestry.ts';
import type { SavedConfig } from '../core/saved/saved-config.ts';
import { type SavedVersion, withVersion } from '../core/saved/versions.ts';
import { configItem, versionsItem } from './items.ts';
import { checksumOf, pack } from './pack.ts';
import { envelope, readItem, writeTogether } from './stored-item.ts';

/** Raised where the browser said that it had written the configuration, and something else lies there. */
export class NotKeptError extends Error {}

/** A text with its name, before it is kept. */
export type NewConfig = Omit<SavedConfig, 'checksum'>;

interface Commit {
  readonly next: NewConfig;
  /** Texts to keep among the versions beside the new one: those that it takes the place of. */
  readonly alsoKept: readonly NewConfig[];
  /** The version that other devices' texts are compared with; it stays among the versions. */
  readonly compared: VersionId;
  /** What else belongs to this step, as `envelope` made it. */
  readonly together?: Record<string, unknown>;
}

/**
 * Puts a text in the place of the current one. Configuration, versions and what belongs to the step are one `set`: a
 * worker that is killed, a browser that crashes or a quota leave either the old or the new. Reads it back, and rejects
 * where it isn't there. Call it within the storage lock.
 */
export async function commitConfig({ next, alsoKept, compared, together = {} }: Commit): Promise<SavedConfig> {
  const config: SavedConfig = { ...next, checksum: await checksumOf(next.text) };
  const before = await readItem(versionsItem);
  // Packing takes longer than all the rest: what is kept already is not packed again.
  const missing = alsoKept.filter(({ id }) => !before.some((version) => version.id === id));
  const added = await Promise.all([...missing, next].map(toVersion));
  const kept = added.reduce((versions, version) => withVersion(versions, version, compared), before);
  await writeWithRoom({ ...together, ...envelope(configItem, config) }, kept);
  const written = await readItem(configItem);
  if (written?.id !== config.id || written.text !== config.text) throw new NotKeptError('not kept');
  return config;
}

async function toVersion({ id, text, savedAt, origin }: NewConfig): Promise<SavedVersion> {
  return { id, packed: await pack(text), savedAt, origin };
}

/** Where the browser's storage is full, the older half of the versions goes, and again; the configuration comes first. */
async function writeWithRoom(items: Record<string, unknown>, versions: readonly SavedVersion[]): Promise<void> {
  for (let count = versions.length; count >= 1; count = Math.floor(count / 2)) {
    try {
      await writeTogether({ ...items, ...envelope(versionsItem, versions.slice(0, count)) });
      return;
    } catch (error) {
      if (!isQuota(error)) throw error;
      console.warn(`Hatrack: no room for ${count} saved versions.`, error);
    }
  }
  await writeTogether(items);
}

/** The browsers have no error type in common for a full storage; their words for it all have this one. */
function isQuota(error: unknown): boolean {
  return /quota/i.test(String(error));
}
