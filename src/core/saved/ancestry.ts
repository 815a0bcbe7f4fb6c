/**
 * Which saved text was made of which: how two devices that have saved know whether one of them has seen the other's text.
 */

/** Names one saved text: its generation in base 36, a dot, and the start of a hash of all that it was made of. */
export type VersionId = string;

/** A saved text's name and the names of those that it was made of, the newest first. */
export interface Ancestry {
  /** Empty = never saved. */
  readonly id: VersionId;
  readonly ancestors: readonly VersionId[];
}

export const NO_ANCESTRY: Ancestry = { id: '', ancestors: [] };

/** How many ancestors are remembered: some 700 bytes of what storage.sync holds. */
export const ANCESTOR_LIMIT = 48;

const VERSION_ID = /^[0-9a-z]{1,8}\.[0-9a-f]{1,16}$/;

/** What a version's id is the hash of. The same parents and the same text give the same id on every device. */
export function idSource(parents: readonly Ancestry[], savedAt: number, checksum: string): string {
  return [...parents.map(({ id }) => id).sort(), savedAt, checksum].join('\n');
}

/** The ancestry of a text that was made of these; `hash` is that of `idSource`, in hex. */
export function descend(parents: readonly Ancestry[], hash: string): Ancestry {
  const known = new Set(parents.flatMap(({ id, ancestors }) => [id, ...ancestors]).filter((id) => id !== ''));
  const ancestors = [...known].sort(newestFirst).slice(0, ANCESTOR_LIMIT);
  const generation = generationOf(ancestors[0] ?? '') + 1;
  return { id: `${generation.toString(36)}.${hash.slice(0, 10)}`, ancestors };
}

/** What is to be done about a text that another device has put into storage.sync. */
export type SyncStep =
  /** It is this device's own. */
  | 'same'
  /** It knows this device's text: it takes its place. */
  | 'adopt'
  /** This device's text knows it: that takes its place over there. */
  | 'push'
  /** Both were changed: they are joined. */
  | 'merge';

interface Device extends Ancestry {
  /** Whether this device has saved something of its own since it last took a text over. */
  readonly hasOwnChanges: boolean;
  /** The text that lay in storage.sync when it was last this device's own. */
  readonly syncedId: VersionId;
}

/** Decides by ancestry alone. Where the remembered ancestors don't reach back far enough, the answer is `merge`. */
export function syncStep(mine: Device, theirs: Ancestry): SyncStep {
  if (theirs.id === mine.id) return 'same';
  if (mine.id === '' || theirs.ancestors.includes(mine.id)) return 'adopt';
  if (mine.ancestors.includes(theirs.id) || theirs.id === mine.syncedId) return 'push';
  // Nothing of this device's can be lost, and its text may be one of those that theirs no longer remembers.
  return !mine.hasOwnChanges && isBeyondMemory(mine.id, theirs) ? 'adopt' : 'merge';
}

/** Texts that both were made of, the newest first: the first one that is still kept is what they are compared with. */
export function commonVersions(mine: Ancestry, theirs: Ancestry): VersionId[] {
  const others = new Set([theirs.id, ...theirs.ancestors]);
  return [mine.id, ...mine.ancestors].filter((id) => id !== '' && others.has(id)).sort(newestFirst);
}

/** Takes whatever storage or another device says; undefined where it names no version. */
export function parseAncestry(id: unknown, ancestors: unknown): Ancestry | undefined {
  if (!isVersionId(id)) return undefined;
  const list = Array.isArray(ancestors) ? ancestors.slice(0, ANCESTOR_LIMIT).filter(isVersionId) : [];
  return { id, ancestors: list };
}

export function isVersionId(value: unknown): value is VersionId {
  return typeof value === 'string' && VERSION_ID.test(value);
}

/** The id of a text that was saved before texts had ids: the same on every device that it was synced to. */
export function idOfUnnamed(savedAt: number): VersionId {
  return `1.${Math.floor(savedAt).toString(16).slice(0, 16)}`;
}

function isBeyondMemory(id: VersionId, { ancestors }: Ancestry): boolean {
  const oldest = ancestors.at(-1);
  return ancestors.length === ANCESTOR_LIMIT && oldest !== undefined && generationOf(oldest) > generationOf(id);
}

function generationOf(id: VersionId): number {
  return id === '' ? 0 : Number.parseInt(id, 36);
}

/** By generation; those of one generation by their hash, so that every device has the same order. */
function newestFirst(a: VersionId, b: VersionId): number {
  return generationOf(b) - generationOf(a) || (a < b ? -1 : 1);
}
