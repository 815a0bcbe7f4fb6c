import { type Correction, placeOf } from './corrections.ts';
import { isLiteral, POINTS } from './points.ts';
import { pointsOf } from './points-of.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { isWordUnit } from './words.ts';

/** More than the words of any row can have together that is not called so. */
const EXACT = 100;
const EXACT_BUT_SEPARATORS = 95;
const BEGINS_SO = 10;
const HAS_SO = 5;

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
  return words.length > 1
    ? total + phrasePoints(index.texts[row] ?? '', index.nameEnds[row] ?? 0, words, total)
    : total;
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

/** What is added where the words stand in the name as they were typed, one behind the other. */
function phrasePoints(text: string, nameEnd: number, words: readonly QueryWord[], total: number): number {
  // A row that is called so has every word in its name.
  if (total < words.length * POINTS.inName) return 0;
  const from = text.indexOf(words[0]?.text ?? '');
  if (from < 0 || from >= nameEnd) return 0;
  let end = from - 1;
  let areBlanks = true;
  for (const word of words) {
    if (isWordUnit(text.charCodeAt(end)) || !text.startsWith(word.text, end + 1)) return 0;
    if (end >= from && text.charAt(end) !== ' ') areBlanks = false;
    end += 1 + word.text.length;
  }
  if (from > 0) return HAS_SO;
  const isAll = end === nameEnd || text.charAt(end) === '\n';
  return isAll ? words.length * (areBlanks ? EXACT : EXACT_BUT_SEPARATORS) : BEGINS_SO;
}
