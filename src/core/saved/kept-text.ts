import { recordOf } from '../record.ts';

/** A text as it is stored: as it is, or packed into plain ASCII, see `pack`. */
export type KeptText = { readonly text: string } | { readonly packed: string };

/**
 * In characters. Browsers take many times longer to write a long text than it takes to pack it; a short one is stored as
 * it is, for whoever looks into the storage.
 */
export const LONG_TEXT = 50_000;

/** Takes whatever storage holds; undefined where it is neither form. */
export function parseKeptText(data: unknown): KeptText | undefined {
  const { text, packed } = recordOf(data);
  if (typeof text === 'string') return { text };
  return typeof packed === 'string' ? { packed } : undefined;
}
