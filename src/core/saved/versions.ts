import { recordOf } from '../record.ts';
import { idOfUnnamed, isVersionId, type VersionId } from './ancestry.ts';

/** Where a version's text is: a text of a few hundred kilobytes must not be written again with every later save. */
export type VersionPlace =
  /** In a slot, a stored value of its own: as it is until the background packs it. */
  | { readonly kind: 'slot'; readonly slot: number; readonly isPacked: boolean }
  /** Beside its name, packed into plain ASCII: saved before there were slots. */
  | { readonly kind: 'inline'; readonly packed: string };

/** A text as it was saved once. */
export interface SavedVersion {
  readonly id: VersionId;
  readonly place: VersionPlace;
  /** Of the text; undefined where it was saved before versions had one. */
  readonly checksum: string | undefined;
  /** Milliseconds since 1970 on the device that saved it. */
  readonly savedAt: number;
  /** Where it was saved: here, or on another device. */
  readonly origin: 'here' | 'sync';
}

export const VERSION_LIMIT = 20;

/** One more than the versions that a save keeps and those that it adds at most: its own, the one before, a device's. */
export const SLOT_COUNT = VERSION_LIMIT + 4;

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
  const isSame = newest?.checksum !== undefined && newest.checksum === version.checksum;
  const rest = isSame && newest.id !== compared ? older : versions;
  const all = [version, ...rest.filter(({ id }) => id !== version.id)];
  const kept = all.slice(0, VERSION_LIMIT);
  const base = all.slice(VERSION_LIMIT).find(({ id }) => id === compared);
  return base ? [...kept.slice(0, -1), base] : kept;
}

/** The slots that no version's text is in, the lowest first. */
export function freeSlots(versions: readonly SavedVersion[]): number[] {
  const taken = new Set(versions.map(({ place }) => (place.kind === 'slot' ? place.slot : undefined)));
  return Array.from({ length: SLOT_COUNT }, (_, slot) => slot).filter((slot) => !taken.has(slot));
}

/** Takes whatever storage holds; what is not a version is left out. */
export function parseVersions(data: unknown): readonly SavedVersion[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown) => {
    const { id, place: found, checksum, savedAt, origin } = recordOf(entry);
    const place = parsePlace(found);
    if (!place || typeof savedAt !== 'number' || !isVersionId(id)) return [];
    return [
      {
        id,
        place,
        checksum: typeof checksum === 'string' ? checksum : undefined,
        savedAt,
        origin: origin === 'sync' ? ('sync' as const) : ('here' as const),
      },
    ];
  });
}

function parsePlace(data: unknown): VersionPlace | undefined {
  const { kind, slot, isPacked, packed } = recordOf(data);
  if (kind === 'inline') return typeof packed === 'string' ? { kind, packed } : undefined;
  const isSlot =
    kind === 'slot' && typeof slot === 'number' && Number.isInteger(slot) && slot >= 0 && slot < SLOT_COUNT;
  return isSlot ? { kind, slot, isPacked: isPacked === true } : undefined;
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

/** Version 2 had every text beside its name. */
export function placeVersions(data: unknown): unknown {
  if (!Array.isArray(data)) return data;
  return data.map((entry: unknown) => {
    const { packed, ...rest } = recordOf(entry);
    return packed === undefined ? entry : { ...rest, place: { kind: 'inline', packed } };
  });
}
