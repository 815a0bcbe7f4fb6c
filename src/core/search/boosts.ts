import type { Personal, RoleKey } from '../saved/personal.ts';
import { frecency } from './frecency.ts';
import type { Searchable } from './searchable.ts';

/** A pinned role stands beside one used three times today. */
const PINNED = 2;

/**
 * What puts rows before their equals in a search, row by row: how they were used from one base, and whether they are
 * pinned.
 *
 * @param bases the names of the account that one is signed in to, see `baseNames`; left out, the uses from all count
 * @param now in milliseconds since 1970
 */
export function boostsOf(
  rows: readonly Searchable[],
  personal: Personal,
  bases: readonly string[] | undefined,
  now: number,
): Float64Array {
  const used = new Map<RoleKey, number>();
  for (const use of personal.uses) {
    if (bases && !bases.includes(use.base)) continue;
    used.set(use.role, (used.get(use.role) ?? 0) + frecency(use, now));
  }
  return Float64Array.from(rows, (row) => {
    const worth = row.key === undefined ? 0 : (used.get(row.key) ?? 0);
    return worth + (isPinned(row, personal) ? PINNED : 0);
  });
}

/** What the user said last counts; where that is nothing, what the text says. */
export function isPinned({ key, favorite }: Searchable, { pins }: Personal): boolean {
  const pin = key !== undefined && Object.hasOwn(pins, key) ? pins[key] : undefined;
  return pin?.isPinned ?? favorite ?? false;
}
