import { environmentNames, parseEnvironment } from '../config/environment.ts';
import { editDistance } from './edit-distance.ts';
import { lettersOf } from './letters.ts';
import { POINTS } from './points.ts';
import { endsWord, MARK } from './words.ts';

/** A word of the list that a word of the query may have been meant for. */
export interface Correction {
  /** Finds it in a marked text. */
  readonly key: string;
  readonly letters: number;
  /** How likely it is: less than any match without a mistake. */
  readonly points: number;
}

/** Words of so many letters may have one mistake, or two. */
const ONE_MISTAKE = 4;
const TWO_MISTAKES = 8;
/** Of more, none is the one that was meant. */
const MOST = 8;

/**
 * What may have been meant by a word that stands nowhere: words with a letter or two changed, or that begin so, and the
 * other names of an environment. A word with digits is never taken for a mistake: `team2` is not `team3`.
 */
export function correctionsOf(text: string, vocabulary: readonly string[]): readonly Correction[] {
  const environment = parseEnvironment(text);
  const names = environment === undefined ? [] : environmentNames(environment);
  const limit = mistakesIn(text);
  if (limit === 0 && names.length === 0) return [];
  const found: Correction[] = [];
  for (const word of vocabulary) {
    const points = names.includes(word) ? POINTS.otherNameOfEnvironment : likeness(text, word, limit);
    if (points > 0) found.push({ key: MARK + word, letters: lettersOf(word), points });
  }
  return found.sort((a, b) => b.points - a.points).slice(0, MOST);
}

/** Where a correction's word stands in a marked text, -1 where it doesn't: words that go on behind it are others. */
export function placeOf({ key }: Correction, marked: string): number {
  let at = marked.indexOf(key);
  while (at >= 0 && !endsWord(marked, at + key.length)) at = marked.indexOf(key, at + 1);
  return at;
}

function mistakesIn(text: string): number {
  if (text.length < ONE_MISTAKE || !/^[\p{L}\p{M}]+$/u.test(text)) return 0;
  return text.length < TWO_MISTAKES ? 1 : 2;
}

function likeness(text: string, word: string, limit: number): number {
  if (limit === 0 || (limit === 1 && !canBegin(text, word))) return 0;
  const distance = editDistance(text, word, limit);
  if (!distance) return 0;
  if (distance.whole <= limit) return distance.whole === 1 ? POINTS.mistake : POINTS.mistakes;
  // Too many words begin with three of four letters; all four in another order are a clear sign.
  if (text.length === ONE_MISTAKE && lettersOf(text) !== lettersOf(word.slice(0, ONE_MISTAKE))) return 0;
  return distance.prefix === 1 ? POINTS.mistakeInPrefix : POINTS.mistakesInPrefix;
}

/** Whether the first two letters leave room for one mistake: true of few words, and quickly asked. */
function canBegin(text: string, word: string): boolean {
  const [a, b, c, d] = [text.charCodeAt(0), text.charCodeAt(1), word.charCodeAt(0), word.charCodeAt(1)];
  return a === c || b === d || a === d || b === c;
}
