import { POINTS } from './points.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { isWordUnit, MARK } from './words.ts';

/** More than the words of any row can have together that is not called so. */
const EXACT = 100;
const EXACT_BUT_SEPARATORS = 95;
/** Each begins one of the name's, in any order, and none of those is left. */
const ALL_WORDS = 20;
const BEGINS_SO = 10;
const HAS_SO = 5;

/** What is added where the name is the words, or begins with them, or has them in the order in which they were typed. */
export function phrasePoints(index: SearchIndex, row: number, words: readonly QueryWord[], total: number): number {
  // Such a row has every word in its name.
  if (total < words.length * POINTS.inName) return 0;
  const text = index.texts[row] ?? '';
  const nameEnd = index.nameEnds[row] ?? 0;
  const points = inOrder(text, nameEnd, words);
  const mayBeAll = total >= words.length * POINTS.nameWord;
  return mayBeAll && points <= BEGINS_SO && areAllWords(index.nameWords[row] ?? '', words) ? ALL_WORDS : points;
}

function inOrder(text: string, nameEnd: number, words: readonly QueryWord[]): number {
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

/** Whether the words begin those of the name, and there are as many of them. */
function areAllWords(marked: string, words: readonly QueryWord[]): boolean {
  const name = marked.slice(0, marked.indexOf('\n'));
  let count = 0;
  for (let at = 0; at >= 0; at = name.indexOf(MARK, at + 1)) count++;
  return count === words.length && words.every(({ key }) => key !== undefined && name.includes(key));
}
