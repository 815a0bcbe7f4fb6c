const FIRST = 0x61;
const LAST = 0x7a;
/** Kanji and kana share what is left of 30 bits, as many as an engine holds in a small integer. */
const OTHER_BITS = 4;

/**
 * The letters of a folded text as bits. A text that lacks one of a word's letters can't hold the word, and a whole list
 * is asked so in no time. Digits are left out: every row has an account number.
 */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST && unit <= LAST) letters |= 1 << (unit - FIRST);
    else if (unit >= 0x80) letters |= 1 << (LAST - FIRST + 1 + (unit % OTHER_BITS));
  }
  return letters;
}
