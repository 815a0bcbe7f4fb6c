import { type Ancestry, idOfUnnamed, parseAncestry, type VersionId } from './ancestry.ts';
import { itemBytes } from './charged-bytes.ts';

/**
 * The shape of the copy in storage.sync: one head and as many chunks as the text needs, all written by one `set`.
 *
 * Another device may see the items one by one, in any order, and two devices may write at the same time. The chunks' keys
 * have the version's name: chunks of two saves are never joined, nor does one save's take the place of another's,
 * whichever head remains. The head has the checksum of the whole.
 */
export const SYNC_QUOTA = {
  /** What both browsers allow; Firefox has the limits without the constants (measured, stack.md §2 and §4). */
  totalBytes: 102_400,
  itemBytes: 8_192,
} as const;

export const REPLICA_HEAD_KEY = 'config';
export const REPLICA_VERSION = 2;

export interface Replica extends Ancestry {
  /** Milliseconds since 1970 on the device that saved it. */
  readonly savedAt: number;
  /** Of the packed text. */
  readonly checksum: string;
  /** Plain ASCII. */
  readonly packed: string;
  readonly encoding: 'base64' | 'base91';
}

export type SyncItems = Readonly<Record<string, unknown>>;

/** What lies in storage.sync. Damaged and not yet whole look the same. */
export type FoundReplica =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly replica: Replica }
  | { readonly kind: 'incomplete' }
  /** A newer Hatrack wrote it: it is left alone. */
  | { readonly kind: 'newer' };

/** Lays a packed text out as items. The text must be plain ASCII without `"`, `\` and `<`: one byte a character. */
export function toReplicaItems(replica: Omit<Replica, 'encoding'>): Record<string, unknown> {
  const { id, ancestors, savedAt, checksum, packed } = replica;
  const chunks = chunksOf(packed, id);
  const head = [REPLICA_VERSION, id, savedAt, Object.keys(chunks).length, checksum, ancestors.join(' ')];
  return { [REPLICA_HEAD_KEY]: head, ...chunks };
}

/** Reads the head and joins the chunks. Whether the checksum is right, is for the caller to see. */
export function findReplica(items: SyncItems): FoundReplica {
  const written = items[REPLICA_HEAD_KEY];
  if (written === undefined) return { kind: 'none' };
  const head = parseHead(written);
  if (head === 'newer') return { kind: 'newer' };
  if (!head) return { kind: 'incomplete' };
  const { chunkCount, ...about } = head;
  const id = head.encoding === 'base64' ? undefined : head.id;
  const chunks = Array.from({ length: chunkCount }, (_, index) => items[chunkKey(index, id)]);
  if (!chunks.every((chunk) => typeof chunk === 'string')) return { kind: 'incomplete' };
  return { kind: 'found', replica: { ...about, packed: chunks.join('') } };
}

/**
 * Empty values for the chunks of other texts: they go in by the same `set`, so that there is room for the new one and no
 * moment without a whole one.
 */
export function emptiedChunks(before: SyncItems, after: SyncItems): Record<string, ''> {
  const left = Object.keys(before).filter((key) => CHUNK_KEY.test(key) && !Object.hasOwn(after, key));
  return Object.fromEntries(left.map((key) => [key, '' as const]));
}

const CHUNK_KEY = /^config\.(?:[0-9a-z]+\.[0-9a-f]+\.)?\d{1,3}$/;

/** @param id of the version; the first Hatrack had none in its keys */
function chunkKey(index: number, id?: VersionId): string {
  return [REPLICA_HEAD_KEY, ...(id === undefined ? [] : [id]), index].join('.');
}

function chunksOf(packed: string, id: VersionId): Record<string, string> {
  const chunks: Record<string, string> = {};
  for (let start = 0, index = 0; start < packed.length; index += 1) {
    const key = chunkKey(index, id);
    const length = SYNC_QUOTA.itemBytes - itemBytes(key, '');
    chunks[key] = packed.slice(start, start + length);
    start += length;
  }
  return chunks;
}

interface Head extends Omit<Replica, 'packed'> {
  readonly chunkCount: number;
}

function parseHead(value: unknown): Head | 'newer' | undefined {
  const [v, id, savedAt, chunkCount, checksum, ancestors] = Array.isArray(value) ? value : firstHead(value);
  if (typeof v === 'number' && v > REPLICA_VERSION) return 'newer';
  const isHead =
    typeof savedAt === 'number' &&
    Number.isFinite(savedAt) &&
    typeof chunkCount === 'number' &&
    // More chunks than the quota can hold are nobody's save.
    Number.isInteger(chunkCount) &&
    chunkCount >= 0 &&
    chunkCount <= SYNC_QUOTA.totalBytes / 100 &&
    typeof checksum === 'string';
  if (!isHead) return undefined;
  const ancestry = parseAncestry(
    v === 1 ? idOfUnnamed(savedAt) : id,
    typeof ancestors === 'string' ? ancestors.split(' ') : [],
  );
  return ancestry && { ...ancestry, savedAt, chunkCount, checksum, encoding: v === 1 ? 'base64' : 'base91' };
}

/** Version 1 wrote an object, without an id, and packed with an alphabet of its own. */
function firstHead(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const { v, savedAt, chunkCount, checksum } = value as Record<string, unknown>;
  return [v, undefined, savedAt, chunkCount, checksum, undefined];
}
