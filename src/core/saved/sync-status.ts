import { isVersionId, type VersionId } from './ancestry.ts';

const STATES = [
  /** Nothing was saved yet. */
  'never',
  /** The user has switched it off. */
  'off',
  /** storage.sync holds what this device has. */
  'synced',
  /** A change waits for its turn: the browsers allow so many writes a minute. */
  'waiting',
  /** It does not fit; what others save still arrives. */
  'too-large',
  /** The browser refused; it is tried again. */
  'failed',
  /** The browser gives extensions no storage.sync. */
  'unavailable',
  /** What another device saved has arrived in part. */
  'incomplete',
  /** Another device's Hatrack is newer and writes what this one can't read. */
  'newer',
  /** Two devices have changed the same: the user decides. */
  'conflict',
] as const;

export type SyncState = (typeof STATES)[number];

/** How things stand with the other devices. */
export interface SyncStatus {
  readonly state: SyncState;
  /** Bytes that text, settings and what was used take of the quota, or would take. */
  readonly bytes: number;
  /** When this device last handed something over, in milliseconds since 1970; 0 = never. */
  readonly pushedAt: number;
  /** When something of another device last arrived; 0 = never. */
  readonly receivedAt: number;
  /** How often in a row it has gone wrong. */
  readonly attempts: number;
  /** When it is tried again; 0 = not of itself. */
  readonly retryAt: number;
  /** The text that lay in storage.sync when it was last this device's own. */
  readonly syncedId: VersionId;
}

/** Takes whatever storage holds. */
export function parseSyncStatus(data: unknown): SyncStatus {
  const found = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  const number = (key: keyof SyncStatus) => {
    const value = found[key];
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : 0;
  };
  return {
    state: STATES.find((state) => state === found.state) ?? 'never',
    bytes: number('bytes'),
    pushedAt: number('pushedAt'),
    receivedAt: number('receivedAt'),
    attempts: number('attempts'),
    retryAt: number('retryAt'),
    syncedId: isVersionId(found.syncedId) ? found.syncedId : '',
  };
}

/** The least time between two writes: 1,200 an hour, where Chromium allows 1,800 and 120 a minute. */
export const PUSH_PAUSE_MS = 3_000;

const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 60 * 60_000;

/** When to try again after so many failures in a row. */
export function retryTime(attempts: number, now: number): number {
  return now + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(20, attempts - 1));
}
