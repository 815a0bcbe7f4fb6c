import { type Ancestry, idOfUnnamed, NO_ANCESTRY, parseAncestry } from './ancestry.ts';
import { type KeptText, parseKeptText } from './kept-text.ts';

/** The configuration: the one text, and where it comes from. */
export interface SavedConfig extends Ancestry {
  readonly text: string;
  /** Milliseconds since 1970 on the clock of the device that saved it; 0 = never. */
  readonly savedAt: number;
  /** `sync`: taken over whole from another device; it holds nothing of this one's own. */
  readonly origin: 'here' | 'sync';
  /** Of the text. Undefined where it was saved before texts had checksums. */
  readonly checksum: string | undefined;
}

/** The same as it is stored. */
export type StoredConfig = Omit<SavedConfig, 'text'> & KeptText;

export const NOTHING_SAVED: SavedConfig = {
  ...NO_ANCESTRY,
  text: '',
  savedAt: 0,
  origin: 'here',
  checksum: undefined,
};

/** Takes whatever storage holds; undefined where it is no configuration. Never saved is `NOTHING_SAVED`. */
export function parseSavedConfig(data: unknown): StoredConfig | undefined {
  if (data === undefined) return NOTHING_SAVED;
  if (typeof data !== 'object' || data === null) return undefined;
  const { savedAt, origin, checksum, id, ancestors } = data as Partial<Record<keyof SavedConfig, unknown>>;
  const ancestry = parseAncestry(id, ancestors);
  const kept = parseKeptText(data);
  if (!kept || typeof savedAt !== 'number' || !Number.isFinite(savedAt) || !ancestry) return undefined;
  return {
    ...ancestry,
    ...kept,
    savedAt,
    origin: origin === 'sync' ? 'sync' : 'here',
    checksum: typeof checksum === 'string' ? checksum : undefined,
  };
}

/** Version 1 had neither ids nor checksums. */
export function nameSavedConfig(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const { savedAt } = data as { savedAt?: unknown };
  const at = typeof savedAt === 'number' && savedAt > 0 && Number.isFinite(savedAt) ? savedAt : 1;
  return { ...data, savedAt: at, id: idOfUnnamed(at), ancestors: [] };
}

/** Version 2 had every text as it is. */
export function allowPacked(data: unknown): unknown {
  return data;
}

/** A stored configuration that could not be read, kept aside so that a human can look into it. */
export interface DamagedConfig {
  /** When it was noticed, in milliseconds since 1970. */
  readonly noticedAt: number;
  /** What was found under the configuration's key. */
  readonly found: unknown;
  /** When the version that took its place was saved; 0 = there was none. */
  readonly replacedBy: number;
}

export function parseDamagedConfig(data: unknown): DamagedConfig | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { noticedAt, found, replacedBy } = data as Partial<Record<keyof DamagedConfig, unknown>>;
  if (typeof noticedAt !== 'number') return undefined;
  return { noticedAt, found, replacedBy: typeof replacedBy === 'number' ? replacedBy : 0 };
}
