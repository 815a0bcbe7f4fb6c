import { type Ancestry, parseAncestry } from './ancestry.ts';

/** Another device's text that changes what this one has changed too: both are kept until the user has decided. */
export interface SyncConflict extends Ancestry {
  readonly text: string;
  readonly savedAt: number;
  /** The last text that both were made of; empty where it is not kept any more. */
  readonly base: string;
}

export function parseSyncConflict(data: unknown): SyncConflict | undefined {
  const found = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  const ancestry = parseAncestry(found.id, found.ancestors);
  const { text, savedAt, base } = found;
  if (!ancestry || typeof text !== 'string' || typeof savedAt !== 'number') return undefined;
  return { ...ancestry, text, savedAt, base: typeof base === 'string' ? base : '' };
}
