import { POINTS, WHOLE_WORD } from './points.ts';
import type { QueryWord } from './query.ts';
import { FIELD_END, type SearchIndex } from './search-index.ts';
import { endsWord, isWordUnit } from './words.ts';

/** The best place where a word stands in a row as it was typed; 0 where there is none. */
export function literalPoints(index: SearchIndex, row: number, word: QueryWord): number {
  if ((word.letters & ~(index.letters[row] ?? 0)) !== 0) return 0;
  const text = index.texts[row] ?? '';
  const at = text.indexOf(word.text);
  // Most rows end here: what stands nowhere in their text is found only where separators or dashes are others.
  if (at < 0 && !word.hasSeparators && word.digits === undefined) return 0;
  const nameEnd = index.nameEnds[row] ?? 0;
  const isInName = at >= 0 && at < nameEnd;
  return (
    (isInName || word.hasSeparators ? namePoints(text, at, nameEnd, index.nameWords[row] ?? '', word) : 0) ||
    otherPoints(text, at, nameEnd, index.otherWords[row] ?? '', word) ||
    (isInName ? POINTS.inName : 0) ||
    (at >= 0 || (word.digits !== undefined && text.includes(word.digits, nameEnd)) ? POINTS.inOther : 0)
  );
}

/** For a name that begins with the word, or has one that does. */
function namePoints(text: string, at: number, nameEnd: number, words: string, { text: typed, key, line }: QueryWord) {
  if (at === 0) {
    if (isFieldEnd(text, typed.length)) return POINTS.exactName;
    return POINTS.namePrefix + (wholeWord(words, key) || wholeAt(text, typed.length));
  }
  const profile = text.indexOf(line);
  if (profile > 0 && profile < nameEnd) {
    const end = profile + line.length;
    return isFieldEnd(text, end) ? POINTS.exactProfile : POINTS.profilePrefix + wholeAt(text, end);
  }
  const place = key === undefined ? -1 : words.indexOf(key);
  // At the beginning, but with separators of another kind.
  if (key !== undefined && place === 0) {
    return words.charAt(key.length) === '\n' ? POINTS.exactProfile : POINTS.namePrefix + wholeWord(words, key);
  }
  if (place > 0) return POINTS.nameWord + wholeWord(words, key);
  return at < nameEnd && isBeginning(text, at) ? POINTS.nameWord + wholeAt(text, at + typed.length) : 0;
}

/** For anything else, the note aside, that begins with the word or has one that does. */
function otherPoints(
  text: string,
  at: number,
  nameEnd: number,
  words: string,
  { text: typed, key, digits }: QueryWord,
) {
  if (digits !== undefined && isEndOfAccount(text, nameEnd + 1, digits)) {
    return POINTS.otherWord + (digits.length === ACCOUNT_DIGITS ? WHOLE_WORD : 0);
  }
  if (key !== undefined && words.includes(key)) return POINTS.otherWord + wholeWord(words, key);
  if (key === undefined || digits !== undefined) return 0;
  const other = at > nameEnd ? at : text.indexOf(typed, nameEnd);
  return isBeginning(text, other) && other < text.lastIndexOf(FIELD_END) ? POINTS.otherWord : 0;
}

const ACCOUNT_DIGITS = 12;
const FEWEST_DIGITS = 3;

/** People know an account by its first digits or its last ones; of fewer than three every tenth account has some. */
function isEndOfAccount(text: string, from: number, digits: string): boolean {
  const { length } = digits;
  if (!isFieldEnd(text, from + ACCOUNT_DIGITS) || length > ACCOUNT_DIGITS || length < FEWEST_DIGITS) return false;
  return text.startsWith(digits, from) || text.startsWith(digits, from + ACCOUNT_DIGITS - length);
}

/** For the first place that has the key: mostly there is no other. */
function wholeWord(words: string, key: string | undefined): number {
  return key !== undefined && endsWord(words, words.indexOf(key) + key.length) ? WHOLE_WORD : 0;
}

function wholeAt(text: string, end: number): number {
  return isWordUnit(text.charCodeAt(end)) ? 0 : WHOLE_WORD;
}

/** Whether a word begins there that goes on where another is marked to begin: `poweruser` in `PowerUserAccess`. */
function isBeginning(text: string, at: number): boolean {
  return at > 0 && !isWordUnit(text.charCodeAt(at - 1));
}

function isFieldEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === TAB || unit === LINE_FEED;
}

const TAB = 9;
const LINE_FEED = 10;
