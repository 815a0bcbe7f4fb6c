/** The configuration as it is kept: the one text, and when it was saved. */
export interface SavedConfig {
  readonly text: string;
  /** Milliseconds since 1970 on the clock of the device that saved it; 0 = never. The newer text wins. */
  readonly savedAt: number;
}

export const NOTHING_SAVED: SavedConfig = { text: '', savedAt: 0 };

/** Takes whatever storage holds; what is not a configuration counts as none. */
export function parseSavedConfig(data: unknown): SavedConfig {
  if (typeof data !== 'object' || data === null) return NOTHING_SAVED;
  const { text, savedAt } = data as { text?: unknown; savedAt?: unknown };
  if (typeof text !== 'string') return NOTHING_SAVED;
  return { text, savedAt: typeof savedAt === 'number' && Number.isFinite(savedAt) ? savedAt : 0 };
}

/** How the last attempt to carry the text to the other devices ended. */
export interface SyncStatus {
  readonly state: 'never' | 'synced' | 'too-large' | 'failed';
  /** Bytes that the replica takes of the quota. */
  readonly bytes: number;
  readonly quota: number;
}

export function parseSyncStatus(data: unknown): SyncStatus {
  const { state, bytes, quota } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return {
    state: state === 'synced' || state === 'too-large' || state === 'failed' ? state : 'never',
    bytes: typeof bytes === 'number' ? bytes : 0,
    quota: typeof quota === 'number' ? quota : 0,
  };
}
