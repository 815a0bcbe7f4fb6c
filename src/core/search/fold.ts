/** Combining marks of Latin, Greek and Cyrillic letters. Those of kana are others: が is no か. */
const ACCENTS = /[\u0300-\u036f]/g;
const DASHES = /[_\u2010-\u2015\u2212]/g;
const KATAKANA = /[ァ-ヶ]+/g;
const KATAKANA_TO_HIRAGANA = 0x60;
/** What is typed for the long mark: a dash or a wave behind kana. */
const LONG_MARK = /(?<=[ぁ-ゖー])[-~〜]/g;
const BLANKS = /[^\S\n]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, which is folded faster
const ASCII = /^[\x00-\x7f]*$/;

/**
 * One spelling for what a person takes for the same: case, accents, full and half width, katakana and hiragana, dashes and
 * underscores, long marks, runs of blanks. Line feeds stay.
 */
export function fold(text: string): string {
  return foldLetters(unifyWidths(text));
}

/** The first half of `fold`: what can be done without losing where words begin. */
export function unifyWidths(text: string): string {
  return isAscii(text) ? text : text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
}

/** The second half. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower.replaceAll('_', '-').replace(BLANKS, ' ');
  return joinUp(lower.replace(DASHES, '-').replace(KATAKANA, toHiragana)).replace(BLANKS, ' ');
}

/** A folded text, and where each of its UTF-16 units stands in the original. */
export interface FoldedText {
  readonly text: string;
  /** The first unit of the original that it comes from. */
  readonly from: readonly number[];
  /** The unit behind the last one. */
  readonly to: readonly number[];
}

/** A character with the marks behind it, which may become one with it; half-width kana have theirs as characters. */
const CHARACTERS = /(?:[^\S\n]+|.)[\p{M}\uff9e\uff9f]*/gsu;

/** The same text as `fold` gives, slower, with its places: for the few rows that are shown. */
export function foldWithPlaces(original: string): FoldedText {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: character, index } of original.matchAll(CHARACTERS)) {
    // Two blanks become one also where an accent stood between them, which goes.
    const folded = text.endsWith(' ') ? fold(character).replace(/^ /, '') : fold(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) {
      from.push(index);
      to.push(index + character.length);
    }
  }
  return { text: joinUp(text), from, to };
}

/** The one rule that needs the character before. */
function joinUp(text: string): string {
  return text.replace(LONG_MARK, 'ー');
}

function toHiragana(run: string): string {
  let hiragana = '';
  for (let at = 0; at < run.length; at++) hiragana += String.fromCharCode(run.charCodeAt(at) - KATAKANA_TO_HIRAGANA);
  return hiragana;
}

export function isAscii(text: string): boolean {
  return ASCII.test(text);
}
