import type { Use } from '../saved/personal.ts';

const DAY = 24 * 60 * 60 * 1000;
/** After so long a use counts half: about the pace at which people change what they work on. */
const HALF_LIFE_DAYS = 14;

/**
 * How recently and how often a role was used, as one number above 0: the times count by their logarithm, and fade. Used
 * once today is worth about as much as fifteen times four weeks ago.
 *
 * @param now in milliseconds since 1970; a use that a wrong clock put later counts as just now
 */
export function frecency({ at, count }: Pick<Use, 'at' | 'count'>, now: number): number {
  const days = Math.max(0, now - at) / DAY;
  return Math.log2(1 + count) * 2 ** (-days / HALF_LIFE_DAYS);
}
