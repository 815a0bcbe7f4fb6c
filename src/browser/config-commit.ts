import type { VersionId } from '../core/saved/ancestry.ts';
import type { SavedConfig, StoredConfig } from '../core/saved/saved-config.ts';
import { freeSlots, type SavedVersion, withVersion } from '../core/saved/versions.ts';
import { configItem, slotItem, versionsItem } from './items.ts';
import { type CheckedText, isSameKept, toKept } from './kept-text.ts';
import { envelope, readItem, writeTogether } from './stored-item.ts';
import { emptySlots } from './version-store.ts';

/** Raised where the browser said that it had written the configuration, and something else lies there. */
export class NotKeptError extends Error {}

/** A text with its name, before it is kept; what is stored of it is made where it was not made before. */
export type NewConfig = Omit<SavedConfig, 'checksum'> & { readonly made?: CheckedText };

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
  const stored = await toStored(next);
  const before = await readItem(versionsItem);
  // What is kept already is not written again.
  const missing = alsoKept.filter(({ id }) => !before.some((version) => version.id === id));
  const added = await Promise.all(missing.map(toStored));
  await writeWithRoom({ ...together, ...envelope(configItem, stored) }, withAll(before, [...added, stored], compared));
  const written = await readItem(configItem);
  if (written?.id !== stored.id || !isSameKept(written, stored)) throw new NotKeptError('not kept');
  const { id, ancestors, text, savedAt, origin } = next;
  return { id, ancestors, text, savedAt, origin, checksum: stored.checksum };
}

async function toStored({ id, ancestors, text, savedAt, origin, made }: NewConfig): Promise<StoredConfig> {
  const { kept, checksum } = made ?? (await toKept(text));
  return { id, ancestors, savedAt, origin, checksum, ...kept };
}

/** The versions, and the texts of those of them that are new, as `envelope` made them. */
interface Versions {
  readonly list: readonly SavedVersion[];
  readonly texts: ReadonlyMap<VersionId, Record<string, unknown>>;
}

/** The versions with these texts, in slots that none of the others has: there the short ones are packed later. */
function withAll(before: readonly SavedVersion[], configs: readonly StoredConfig[], compared: VersionId): Versions {
  const texts = new Map<VersionId, Record<string, unknown>>();
  let list = before;
  for (const { id, checksum, savedAt, origin, ...kept } of configs) {
    const known = before.find((version) => version.id === id);
    const [slot = 0] = freeSlots([...before, ...list]);
    const place = { kind: 'slot', slot, isPacked: 'packed' in kept } as const;
    list = withVersion(list, known ?? { id, place, checksum, savedAt, origin }, compared);
    if (!known)
      texts.set(id, envelope(slotItem(slot), 'packed' in kept ? { packed: kept.packed } : { text: kept.text }));
  }
  return { list, texts };
}

/** Where the browser's storage is full, the older half of the versions goes, and again; the configuration comes first. */
async function writeWithRoom(items: Record<string, unknown>, { list, texts }: Versions): Promise<void> {
  for (let count = list.length; count >= 1; count = Math.floor(count / 2)) {
    const kept = list.slice(0, count);
    const added = Object.assign({}, ...kept.map(({ id }) => texts.get(id)));
    try {
      await writeTogether({ ...items, ...added, ...envelope(versionsItem, kept) });
      return;
    } catch (error) {
      if (!isQuota(error)) throw error;
      console.warn(`Hatrack: no room for ${count} saved versions.`, error);
    }
    await forgetAllBut(list.slice(0, Math.floor(count / 2)).filter(({ id }) => !texts.has(id)));
  }
  await writeTogether(items);
}

/** Makes room: first the list lets go of them, so that it never names a text that isn't there. */
async function forgetAllBut(kept: readonly SavedVersion[]): Promise<void> {
  await writeTogether(envelope(versionsItem, kept));
  await emptySlots(freeSlots(kept));
}

/** The browsers have no error type in common for a full storage; their words for it all have this one. */
function isQuota(error: unknown): boolean {
  return /quota/i.test(String(error));
}
