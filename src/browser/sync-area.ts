import { removeSecrets } from '../core/config/secrets.ts';
import type { Ancestry } from '../core/saved/ancestry.ts';
import { chargedBytes, itemBytes } from '../core/saved/charged-bytes.ts';
import { type Personal, parsePersonalReplica, toPersonalReplica } from '../core/saved/personal.ts';
import { emptiedChunks, findReplica, SYNC_QUOTA, type SyncItems, toReplicaItems } from '../core/saved/replica.ts';
import type { SavedConfig } from '../core/saved/saved-config.ts';
import { parseSettings, type SavedSettings, sharedSettings } from '../core/settings/settings.ts';
import { browser } from './extension-api.ts';
import { checksumOf, packTight, unpack, unpackTight } from './pack.ts';

/** Settings and what was used, as one item beside the text's. */
const PERSONAL_KEY = 'personal';

/** A text that another device, or this one, has put into storage.sync. */
export interface SyncedConfig extends Ancestry {
  readonly text: string;
  readonly savedAt: number;
}

/** What lies in storage.sync. */
export interface SyncArea {
  readonly items: SyncItems;
  readonly config:
    | { readonly kind: 'none' | 'incomplete' | 'newer' }
    | { readonly kind: 'found'; readonly config: SyncedConfig };
  readonly personal: Personal;
  readonly settings: SavedSettings;
}

/** Reads what sync has brought. Rejects where the browser gives extensions no storage.sync. */
export async function readSyncArea(): Promise<SyncArea> {
  const items: SyncItems = await browser.storage.sync.get();
  const { personal, settings } = parsePersonalReplica(await readPersonal(items[PERSONAL_KEY]));
  return { items, config: await readReplica(items), personal, settings: parseSettings(settings) };
}

/** The items that hold a text for other devices; empty ones take the room from the text of before. */
export async function toConfigItems(
  config: SavedConfig,
  before: Pick<SyncArea, 'items' | 'config'>,
): Promise<Record<string, unknown>> {
  const { text, id, ancestors, savedAt } = config;
  const packed = await packTight(text);
  const items = toReplicaItems({ id, ancestors, savedAt, checksum: await checksumOf(packed), packed });
  // Chunks whose head is on its way may belong to a device that is just saving: where there is room, they stay.
  const fits = chargedBytes({ ...before.items, ...items }) <= SYNC_QUOTA.totalBytes;
  return before.config.kind === 'incomplete' && fits ? items : { ...items, ...emptiedChunks(before.items, items) };
}

/** The item that holds settings and what was used: the latest of it, as much as one item has room for. */
export async function toPersonalItems(personal: Personal, settings: SavedSettings): Promise<Record<string, unknown>> {
  const room = SYNC_QUOTA.itemBytes - itemBytes(PERSONAL_KEY, '');
  for (let share = 1; ; share = share > 0.01 ? share / 2 : 0) {
    const part = latestOf(personal, share);
    const packed = await packTight(JSON.stringify(toPersonalReplica(part, sharedSettings(settings))));
    if (packed.length <= room || share === 0) return { [PERSONAL_KEY]: packed };
  }
}

/** Puts the items into storage.sync by one `set`: all of them or none. Rejects when the browser refuses. */
export async function writeSyncArea(items: Record<string, unknown>): Promise<void> {
  await browser.storage.sync.set(items);
  const emptied = Object.keys(items).filter((key) => items[key] === '');
  if (emptied.length > 0) await browser.storage.sync.remove(emptied);
}

/** Calls back when sync has brought something. Register it synchronously at start-up. */
export function onSyncAreaChange(onChange: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'sync') onChange();
  });
}

async function readReplica(items: SyncItems): Promise<SyncArea['config']> {
  const found = findReplica(items);
  if (found.kind !== 'found') return found;
  const { id, ancestors, savedAt, packed, checksum, encoding } = found.replica;
  if ((await checksumOf(packed)) !== checksum) return { kind: 'incomplete' };
  try {
    const text = await (encoding === 'base64' ? unpack(packed) : unpackTight(packed));
    // A device with another version, or another program, may have put anything there.
    return { kind: 'found', config: { id, ancestors, savedAt, text: removeSecrets(text).text } };
  } catch (error) {
    console.warn('Hatrack: the synced configuration can not be unpacked; the local one stays.', error);
    return { kind: 'incomplete' };
  }
}

/** Of pins twice the share, because they were set by hand. */
function latestOf({ pins, uses }: Personal, share: number): Personal {
  const all = Object.entries(pins);
  return {
    pins: Object.fromEntries(all.slice(0, Math.ceil(all.length * Math.min(1, share * 2)))),
    uses: uses.slice(0, Math.ceil(uses.length * share)),
  };
}

async function readPersonal(value: unknown): Promise<unknown> {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(await unpackTight(value));
  } catch (error) {
    console.warn('Hatrack: the synced favourites and settings can not be read.', error);
    return undefined;
  }
}
