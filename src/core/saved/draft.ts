import { isVersionId, type VersionId } from './ancestry.ts';

/** What was typed and not saved yet. */
export interface Draft {
  readonly text: string;
  /** When it was typed, in milliseconds since 1970. */
  readonly typedAt: number;
  /** The saved text that it changes; empty where none was saved or it is not known any more. */
  readonly basedOn: VersionId;
}

export function parseDraft(data: unknown): Draft | undefined {
  const { text, typedAt, basedOn } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (typeof text !== 'string' || typeof typedAt !== 'number') return undefined;
  return { text, typedAt, basedOn: isVersionId(basedOn) ? basedOn : '' };
}
