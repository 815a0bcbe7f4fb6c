import { type Correction, placeOf } from './corrections.ts';
import { phrasePoints } from './phrase-points.ts';
import { isLiteral } from './points.ts';
import { pointsOf } from './points-of.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * How well a row fits all words together; 0 where one of them finds nothing in it.
 *
 * @param seen told for each word whether it stands in the row as it was typed
 */
export function scoreRow(index: SearchIndex, row: number, words: readonly QueryWord[], seen: boolean[]): number {
  let total = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    const points = pointsOf(index, row, word);
    if (isLiteral(points)) seen[at] = true;
    const best = points > 0 ? points : correctedPoints(index, row, word.corrections);
    if (best === 0) return 0;
    total += best;
  }
  return words.length > 1 ? total + phrasePoints(index, row, words, total) : total;
}

/** A little more at the beginning of the name, a little less outside of it. */
function correctedPoints(index: SearchIndex, row: number, corrections: readonly Correction[]): number {
  const letters = index.letters[row] ?? 0;
  for (const correction of corrections) {
    if ((correction.letters & ~letters) !== 0) continue;
    const place = placeOf(correction, index.nameWords[row] ?? '');
    if (place >= 0) return correction.points + (place === 0 ? 1 : 0);
    if (placeOf(correction, index.otherWords[row] ?? '') >= 0) return correction.points - 1;
  }
  return 0;
}
