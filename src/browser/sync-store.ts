import { chargedBytes, leftoverKeys, parseReplica, SYNC_QUOTA, toReplica } from '../core/saved/replica.ts';
import type { SavedConfig, SyncStatus } from '../core/saved/saved-config.ts';
import { browser } from './extension-api.ts';
import { checksumOf, pack, unpack } from './pack.ts';

/**
 * Puts the text where the browser's own sync carries it to the other devices. One `set` writes all of it or nothing;
 * a text that does not fit is not begun. Never rejects: the text is safe in storage.local whatever happens here.
 */
export async function writeReplica(config: SavedConfig): Promise<SyncStatus> {
  const packed = await pack(config.text);
  const items = toReplica(packed, config.savedAt, await checksumOf(packed));
  const bytes = chargedBytes(items);
  const quota = SYNC_QUOTA.totalBytes;
  if (bytes > quota) return { state: 'too-large', bytes, quota };
  try {
    const before = await browser.storage.sync.get();
    const leftover = leftoverKeys(before, Object.keys(items).length - 1);
    // While a much longer older text still lies there, the new one may not fit beside it.
    const staying = chargedBytes({ ...before, ...items });
    if (staying > quota) await browser.storage.sync.remove(leftover);
    await browser.storage.sync.set(items);
    if (leftover.length > 0) await browser.storage.sync.remove(leftover);
    return { state: 'synced', bytes, quota };
  } catch (error) {
    console.warn('Hatrack: the browser did not take the configuration for sync.', error);
    return { state: 'failed', bytes, quota };
  }
}

/** The text that sync has brought; undefined where there is none or it is not whole yet. */
export async function readReplica(): Promise<SavedConfig | undefined> {
  const replica = parseReplica(await browser.storage.sync.get());
  if (!replica || (await checksumOf(replica.packed)) !== replica.head.checksum) return undefined;
  try {
    return { text: await unpack(replica.packed), savedAt: replica.head.savedAt };
  } catch (error) {
    console.warn('Hatrack: the synced configuration can not be unpacked; the local one stays.', error);
    return undefined;
  }
}

/** Calls back when sync has brought something. Register it synchronously at start-up. */
export function onReplicaChange(onChange: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'sync') onChange();
  });
}
