import { foldLetters, isAscii, unifyWidths } from './fold.ts';

/** Stands before every word of a marked text, and can't be part of one. */
export const MARK = '|';

/** Where a word begins without a separator: `powerUser`, `IAMUser`, `データ基盤`, `本番prod`. Okurigana are no words. */
const CAMEL = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g;
const SCRIPTS = new RegExp(
  [
    '(?<=[\\p{sc=Latn}\\d])(?=[\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Han}])',
    '(?<=[\\p{sc=Kana}ー])(?=[\\p{sc=Hira}\\p{sc=Han}\\p{sc=Latn}\\d])',
    '(?<=\\p{sc=Han})(?=[\\p{sc=Kana}\\p{sc=Latn}\\d])',
    '(?<=\\p{sc=Hira})(?=[\\p{sc=Kana}\\p{sc=Han}\\p{sc=Latn}\\d])',
  ].join('|'),
  'gu',
);
const SEPARATORS = /[^\p{L}\p{N}\p{M}\n]+/gu;
const ASCII_SEPARATORS = /[^a-z\d\n]+/g;
const NEEDLESS_MARKS = /\|(?=[|\n])/g;

/**
 * The folded words of a text without what stands between them, each behind a `MARK`; every line of the text ends with a
 * line feed. So one `indexOf` finds a word's beginning, and what comes behind it tells whether it is the whole word.
 */
export function markWords(text: string): string {
  const even = unifyWidths(text);
  const begun = /[A-Z]/.test(even) ? even.replace(CAMEL, MARK) : even;
  const all = isAscii(begun) ? begun : begun.replace(SCRIPTS, MARK);
  const marked = markSeparators(foldLetters(all)).replaceAll('\n', `\n${MARK}`);
  return `${MARK}${marked}\n`.replace(NEEDLESS_MARKS, '');
}

/** What to look for in a marked text to find where a folded word begins; undefined for a word of separators alone. */
export function wordKey(folded: string): string | undefined {
  const key = `${MARK}${markSeparators(folded)}`.replace(NEEDLESS_MARKS, '');
  return key === MARK ? undefined : key;
}

/** In folded text. */
function markSeparators(folded: string): string {
  return folded.replace(isAscii(folded) ? ASCII_SEPARATORS : SEPARATORS, MARK);
}

/** Whether a marked text has a word's end at a place. */
export function endsWord(marked: string, at: number): boolean {
  const next = marked.charAt(at);
  return next === MARK || next === '\n';
}

/** Whether a unit of a folded text belongs to a word; all beyond ASCII is taken for such. */
export function isWordUnit(unit: number): boolean {
  return unit >= 0x80 || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}
