import { idOfUnnamed, isVersionId, type VersionId } from './ancestry.ts';

/** A text as it was saved once. */
export interface SavedVersion {
  readonly id: VersionId;
  /** Packed into plain ASCII, about a quarter of the text. */
  readonly packed: string;
  /** Milliseconds since 1970 on the device that saved it. */
  readonly savedAt: number;
  /** Where it was saved: here, or on another device. */
  readonly origin: 'here' | 'sync';
}

export const VERSION_LIMIT = 20;

/**
 * The versions with one more, the newest first; the oldest go, but never the one that is still compared with. Saving the
 * same text again adds none: it takes the newer name.
 */
export function withVersion(
  versions: readonly SavedVersion[],
  version: SavedVersion,
  compared: VersionId,
): readonly SavedVersion[] {
  const [newest, ...older] = versions;
  const rest = newest?.packed === version.packed && newest.id !== compared ? older : versions;
  const all = [version, ...rest.filter(({ id }) => id !== version.id)];
  const kept = all.slice(0, VERSION_LIMIT);
  const base = all.slice(VERSION_LIMIT).find(({ id }) => id === compared);
  return base ? [...kept.slice(0, -1), base] : kept;
}

/** Takes whatever storage holds; what is not a version is left out. */
export function parseVersions(data: unknown): readonly SavedVersion[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown) => {
    const { id, packed, savedAt, origin } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >;
    if (typeof packed !== 'string' || typeof savedAt !== 'number' || !isVersionId(id)) return [];
    return [{ id, packed, savedAt, origin: origin === 'sync' ? ('sync' as const) : ('here' as const) }];
  });
}

/** Version 1 had no ids. */
export function nameVersions(data: unknown): unknown {
  if (!Array.isArray(data)) return data;
  return data.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return entry;
    const { savedAt } = entry as { savedAt?: unknown };
    return { ...entry, id: typeof savedAt === 'number' ? idOfUnnamed(Math.max(1, savedAt)) : '' };
  });
}
