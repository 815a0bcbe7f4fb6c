import { initialsOf, partsIn } from './initials.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { endsWord, isWordUnit } from './words.ts';

/** How well a word fits a row: the better kind of match always counts more. */
export const POINTS = {
  exactName: 90,
  exactProfile: 85,
  namePrefix: 70,
  profilePrefix: 60,
  nameWord: 50,
  otherWord: 35,
  inName: 20,
  inOther: 10,
  allInitials: 9,
  firstInitials: 8,
  nameParts: 7,
  otherParts: 6,
} as const;
/** Added where the word is a whole one of the row's. */
const WHOLE = 5;

/** The best that one word finds in a row, typing mistakes aside; 0 where it finds nothing. */
export function pointsOf(index: SearchIndex, row: number, word: QueryWord): number {
  if ((word.letters & ~(index.letters[row] ?? 0)) !== 0) return 0;
  const name = index.names[row] ?? '';
  const at = name.indexOf(word.text);
  const inName = nameBeginning(name, index.nameWords[row] ?? '', word, at);
  if (inName > 0) return inName;
  const other = index.others[row] ?? '';
  const beginning = otherBeginning(other, index.otherWords[row] ?? '', word);
  if (beginning > 0) return beginning;
  if (at >= 0) return POINTS.inName;
  if (isInOther(other, index.notes[row] ?? '', word)) return POINTS.inOther;
  return word.hasInitials ? initialPoints(index, row, word.text) : 0;
}

/** Whether the points are for letters that stand together in the row as they were typed. */
export function isLiteral(points: number): boolean {
  return points >= POINTS.inOther;
}

function nameBeginning(name: string, words: string, { text, key, line }: QueryWord, at: number): number {
  const whole = (end: number) => (isWordUnit(name.charCodeAt(end)) ? 0 : WHOLE);
  if (at === 0) {
    if (isLineEnd(name, text.length)) return POINTS.exactName;
    return POINTS.namePrefix + (wholeWord(words, key) || whole(text.length));
  }
  const profile = at > 0 ? name.indexOf(line) : -1;
  if (profile > 0) {
    const end = profile + line.length;
    return isLineEnd(name, end) ? POINTS.exactProfile : POINTS.profilePrefix + whole(end);
  }
  if (key !== undefined && words.includes(key)) return POINTS.nameWord + wholeWord(words, key);
  return at > 0 && !isWordUnit(name.charCodeAt(at - 1)) ? POINTS.nameWord + whole(at + text.length) : 0;
}

function otherBeginning(other: string, words: string, { key, digits, text }: QueryWord): number {
  if (digits !== undefined && isAccountEnd(other, digits)) {
    return POINTS.otherWord + (digits.length === ACCOUNT_DIGITS ? WHOLE : 0);
  }
  if (key !== undefined && words.includes(key)) return POINTS.otherWord + wholeWord(words, key);
  const at = key === undefined ? -1 : other.indexOf(text);
  return at > 0 && !isWordUnit(other.charCodeAt(at - 1)) ? POINTS.otherWord : 0;
}

const ACCOUNT_DIGITS = 12;

/** People know an account by its first digits or its last ones. */
function isAccountEnd(other: string, digits: string): boolean {
  if (!isLineEnd(other, ACCOUNT_DIGITS)) return false;
  return other.startsWith(digits) || other.startsWith(digits, ACCOUNT_DIGITS - digits.length);
}

function isInOther(other: string, note: string, { text, digits }: QueryWord): boolean {
  return other.includes(text) || note.includes(text) || (digits !== undefined && other.includes(digits));
}

function initialPoints(index: SearchIndex, row: number, text: string): number {
  const words = index.nameWords[row] ?? '';
  if (partsIn(words, text)) {
    const initials = initialsOf(words);
    if (initials === text) return POINTS.allInitials;
    return initials.startsWith(text) ? POINTS.firstInitials : POINTS.nameParts;
  }
  return partsIn(index.otherWords[row] ?? '', text) ? POINTS.otherParts : 0;
}

/** More where the first place that has the key, which is mostly the only one, has the whole word. */
function wholeWord(words: string, key: string | undefined): number {
  return key !== undefined && endsWord(words, words.indexOf(key) + key.length) ? WHOLE : 0;
}

function isLineEnd(text: string, at: number): boolean {
  return at === text.length || text.charCodeAt(at) === LINE_FEED;
}

const LINE_FEED = 10;
