import { PROPOSABLE_KEYS } from './keys.ts';

const MAX_TYPOS = 2;
const MIN_PART = 3;

/**
 * The known key that an unknown one was probably meant to be: one that a typo or two make of it (`colour`), else one
 * that it is a part of (`source_`, `account_id`) or that is a part of it (`my_region`). Undefined where none is near.
 */
export function nearestKey(key: string): string | undefined {
  return closest(key, typos) ?? closest(key, missingLetters);
}

type Distance = (a: string, b: string) => number;

function closest(key: string, distance: Distance): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of PROPOSABLE_KEYS) {
    const found = distance(key, candidate);
    if (found < least) [best, least] = [candidate, found];
  }
  return best;
}

/** Levenshtein's distance, or infinity above MAX_TYPOS or where it would change most of a short key. */
export function typos(a: string, b: string): number {
  const most = Math.min(MAX_TYPOS, Math.floor(Math.min(a.length, b.length) / 3));
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      const [left = 0, up = 0, corner = 0] = [current[column - 1], above[column], above[column - 1]];
      current.push(Math.min(left + 1, up + 1, corner + change));
    }
    above = current;
  }
  const distance = above[b.length] ?? 0;
  return distance > most ? Number.POSITIVE_INFINITY : distance;
}

/** How many letters one has more than the other that it holds as a whole. */
function missingLetters(a: string, b: string): number {
  const [part, whole] = a.length < b.length ? [a, b] : [b, a];
  return part.length >= MIN_PART && whole.includes(part) ? whole.length - part.length : Number.POSITIVE_INFINITY;
}
