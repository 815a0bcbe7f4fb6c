/** A text as it was saved once. */
export interface SavedVersion {
  /** Packed as storage.sync's copy is: plain ASCII, about a quarter of the text. */
  readonly packed: string;
  /** Milliseconds since 1970 on the device that saved it. */
  readonly savedAt: number;
  /** Where it was saved: here, or on another device. */
  readonly origin: 'here' | 'sync';
}

export const VERSION_LIMIT = 20;

/** The versions with one more, the newest first; the oldest go. Saving the same text again adds none. */
export function withVersion(versions: readonly SavedVersion[], version: SavedVersion): readonly SavedVersion[] {
  return versions[0]?.packed === version.packed ? versions : [version, ...versions].slice(0, VERSION_LIMIT);
}

/** Takes whatever storage holds; what is not a version is left out. */
export function parseVersions(data: unknown): readonly SavedVersion[] {
  if (!Array.isArray(data)) return [];
  return data.flatMap((entry: unknown) => {
    const { packed, savedAt, origin } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >;
    if (typeof packed !== 'string' || typeof savedAt !== 'number') return [];
    return [{ packed, savedAt, origin: origin === 'sync' ? ('sync' as const) : ('here' as const) }];
  });
}

/** What was typed and not saved yet. */
export interface Draft {
  readonly text: string;
  /** When it was typed, in milliseconds since 1970. */
  readonly typedAt: number;
  /** `savedAt` of the text that it changes. */
  readonly basedOn: number;
}

export function parseDraft(data: unknown): Draft | undefined {
  const { text, typedAt, basedOn } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (typeof text !== 'string' || typeof typedAt !== 'number') return undefined;
  return { text, typedAt, basedOn: typeof basedOn === 'number' ? basedOn : 0 };
}
