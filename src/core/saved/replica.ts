/**
 * The shape of the copy in storage.sync: one head and as many chunks as the text needs, all written by one `set`.
 *
 * Another device may see the items one by one, in any order: the head names its chunks' generation and the checksum of
 * the whole, so that a reader never joins chunks of two saves.
 */
export const SYNC_QUOTA = {
  /** What both browsers allow; Firefox has the limits without the constants (measured, stack.md §2 and §4). */
  totalBytes: 102_400,
  itemBytes: 8_192,
} as const;

export const REPLICA_HEAD_KEY = 'config';
export const REPLICA_VERSION = 1;

export interface ReplicaHead {
  readonly v: typeof REPLICA_VERSION;
  /** Milliseconds since 1970 on the saving device; names the generation as well. */
  readonly savedAt: number;
  readonly chunkCount: number;
  /** Of the packed text. */
  readonly checksum: string;
}

export type ReplicaItems = Readonly<Record<string, unknown>>;

/** Lays a packed text out as items. The text must be plain ASCII without `"`, `\` and `<`: one byte a character. */
export function toReplica(packed: string, savedAt: number, checksum: string): Record<string, unknown> {
  const chunks = chunksOf(packed);
  const head: ReplicaHead = { v: REPLICA_VERSION, savedAt, chunkCount: chunks.length, checksum };
  return { [REPLICA_HEAD_KEY]: head, ...Object.fromEntries(chunks.map((chunk, index) => [chunkKey(index), chunk])) };
}

/** The head and the joined chunks; undefined where there is none, it is newer than this version, or a chunk misses. */
export function parseReplica(items: ReplicaItems): { head: ReplicaHead; packed: string } | undefined {
  const head = parseHead(items[REPLICA_HEAD_KEY]);
  if (!head) return undefined;
  const chunks = Array.from({ length: head.chunkCount }, (_, index) => items[chunkKey(index)]);
  return chunks.every((chunk) => typeof chunk === 'string') ? { head, packed: chunks.join('') } : undefined;
}

/** Keys of chunks that an earlier, longer text has left behind. */
export function leftoverKeys(items: ReplicaItems, chunkCount: number): string[] {
  return Object.keys(items).filter((key) => {
    const index = CHUNK_KEY.exec(key)?.[1];
    return index !== undefined && Number(index) >= chunkCount;
  });
}

/** Bytes that the browser charges for these items: the key's and the JSON text's. */
export function chargedBytes(items: ReplicaItems): number {
  return Object.entries(items).reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);
}

const CHUNK_KEY = /^config\.(\d+)$/;

function chunkKey(index: number): string {
  return `${REPLICA_HEAD_KEY}.${index}`;
}

function chunksOf(packed: string): string[] {
  const chunks: string[] = [];
  for (let start = 0; start < packed.length; ) {
    const quotes = 2;
    const length = SYNC_QUOTA.itemBytes - chunkKey(chunks.length).length - quotes;
    chunks.push(packed.slice(start, start + length));
    start += length;
  }
  return chunks;
}

function parseHead(value: unknown): ReplicaHead | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, savedAt, chunkCount, checksum } = value as Partial<Record<keyof ReplicaHead, unknown>>;
  const isHead =
    v === REPLICA_VERSION &&
    typeof savedAt === 'number' &&
    typeof chunkCount === 'number' &&
    // More chunks than the quota can hold are nobody's save.
    Number.isInteger(chunkCount) &&
    chunkCount >= 0 &&
    chunkCount <= SYNC_QUOTA.totalBytes / 100 &&
    typeof checksum === 'string';
  return isHead ? { v, savedAt, chunkCount, checksum } : undefined;
}
