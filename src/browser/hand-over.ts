import { chargedBytes } from '../core/saved/charged-bytes.ts';
import { knowsAll, type Personal } from '../core/saved/personal.ts';
import { SYNC_QUOTA } from '../core/saved/replica.ts';
import type { SavedConfig } from '../core/saved/saved-config.ts';
import { PUSH_PAUSE_MS, retryTime, type SyncStatus } from '../core/saved/sync-status.ts';
import { knowsAllSettings, type SavedSettings } from '../core/settings/settings.ts';
import { type SyncArea, toConfigItems, toPersonalItems, writeSyncArea } from './sync-area.ts';

/** What this device has. */
export interface Local {
  readonly config: SavedConfig;
  readonly personal: Personal;
  readonly settings: SavedSettings;
  readonly status: SyncStatus;
}

/**
 * Hands over what storage.sync does not hold yet: by one `set`, not too often, and of a text that is too large nothing.
 * Never rejects for what sync refuses.
 */
export async function handOver(local: Local, area: SyncArea, now: number): Promise<SyncStatus> {
  const { config } = local;
  const isThere = config.id === '' || (area.config.kind === 'found' && area.config.config.id === config.id);
  const text = isThere ? {} : await toConfigItems(config, area);
  const personal = await personalItems(local, area);
  const bytes = chargedBytes({ ...area.items, ...text, ...personal });
  if (bytes > SYNC_QUOTA.totalBytes) {
    const status = await write(local.status, personal, now);
    return status.state === 'synced' ? { ...status, state: 'too-large', bytes } : status;
  }
  const status = await write(local.status, { ...text, ...personal }, now);
  if (status.state !== 'synced') return { ...status, bytes };
  return config.id === '' ? { ...status, state: 'never', bytes } : { ...status, bytes, syncedId: config.id };
}

/** Hands over pins, uses and settings alone: while the text waits for a decision of the user. */
export async function handOverPersonal(local: Local, area: SyncArea, now: number): Promise<SyncStatus> {
  return write(local.status, await personalItems(local, area), now);
}

/** The item of pins, uses and settings, where these know more than the one that is there. */
async function personalItems({ personal, settings }: Local, area: SyncArea): Promise<Record<string, unknown>> {
  const isThere = knowsAll(area.personal, personal) && knowsAllSettings(area.settings, settings);
  return isThere ? {} : toPersonalItems(personal, settings);
}

/** Writes the items, if there are any and it is time. */
async function write(status: SyncStatus, items: Record<string, unknown>, now: number): Promise<SyncStatus> {
  const calm = { ...status, attempts: 0, retryAt: 0 };
  if (Object.keys(items).length === 0) return { ...calm, state: 'synced' };
  if (status.state === 'failed' && now < status.retryAt) return status;
  const nextAt = status.pushedAt + PUSH_PAUSE_MS;
  if (now < nextAt) return { ...calm, state: 'waiting', retryAt: nextAt };
  try {
    await writeSyncArea(items);
  } catch (error) {
    console.warn('Hatrack: the browser did not take the configuration for sync.', error);
    const attempts = status.attempts + 1;
    return { ...calm, state: 'failed', attempts, retryAt: retryTime(attempts, now) };
  }
  return { ...calm, state: 'synced', pushedAt: now };
}
