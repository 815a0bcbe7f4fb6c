import { foldLetters, isAscii, unifyWidths } from './fold.ts';

/** Stands before every word of a marked text, and can't be part of one. */
export const MARK = '|';
const FIELD_END = '\n';

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
const NEEDLESS_MARKS = /\|+(?=[|\n])/g;
const LEADING_MARKS = /^\|+/;

/**
 * The folded words of a text without what stands between them, each behind a `MARK`; every line of the text ends with a
 * line feed. So one `indexOf` finds a word's beginning, and what comes behind it tells whether it is the whole word.
 */
export function markWords(text: string): string {
  const even = unifyWidths(text);
  const begun = even.replace(CAMEL, MARK);
  const all = isAscii(begun) ? begun : begun.replace(SCRIPTS, MARK);
  const marked = foldLetters(all)
    .replace(SEPARATORS, MARK)
    .replaceAll(FIELD_END, FIELD_END + MARK);
  return `${MARK}${marked}${FIELD_END}`.replace(NEEDLESS_MARKS, '');
}

/** What to look for in a marked text to find where a folded word begins; undefined for a word of separators alone. */
export function wordKey(folded: string): string | undefined {
  const key = `${MARK}${folded.replace(SEPARATORS, MARK)}`.replace(LEADING_MARKS, MARK);
  return key === MARK ? undefined : key;
}

/** Whether a marked text has a word's end at a place. */
export function endsWord(marked: string, at: number): boolean {
  const next = marked.charAt(at);
  return next === MARK || next === FIELD_END;
}

/** Whether a unit of a folded text belongs to a word; all beyond ASCII is taken for such. */
export function isWordUnit(unit: number): boolean {
  return unit >= 0x80 || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}
