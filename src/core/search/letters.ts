const FIRST = 0x61;
const LAST = 0x7a;
/** As many as an engine holds in a small integer. Kanji and kana share all of them, also with letters. */
const BITS = 30;

/**
 * The letters of a folded text as bits. A text that lacks one of a word's can't hold the word, and a whole list is asked
 * so in no time. Digits are left out: every row has an account number.
 */
export function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST && unit <= LAST) letters |= 1 << (unit - FIRST);
    else if (unit >= 0x80) letters |= 1 << (unit % BITS);
  }
  return letters;
}
