/**
 * Bytes as text that costs one byte a character in the JSON of both browsers' storage.sync: printable ASCII without the
 * space, `"`, `\` and `<` (Chromium writes that one as `\u003C`). Thirteen or fourteen bits go into two characters, as
 * in basE91 (https://base91.sourceforge.net); only the alphabet differs.
 */
const ALPHABET = Uint8Array.from(
  Array.from({ length: 0x7f - 0x21 }, (_, index) => 0x21 + index).filter(
    (code) => !'"\\<'.includes(String.fromCharCode(code)),
  ),
);
const BASE = ALPHABET.length;

const NOT_IN_ALPHABET = 255;
const DIGITS = new Uint8Array(128).fill(NOT_IN_ALPHABET);
ALPHABET.forEach((code, digit) => {
  DIGITS[code] = digit;
});

/** Thirteen bits go into two characters; where they are few, a fourteenth still fits: 91² is 2¹³ + 89. */
const FOURTEEN_BITS_UP_TO = BASE * BASE - 2 ** 13 - 1;

/** Raised where a text holds a character that `toBase91` never writes: it is damaged, or not ours. */
export class Base91Error extends Error {
  /** @param index of the character in the text */
  constructor(readonly index: number) {
    super(`no base91 digit at ${index}`);
  }
}

/** Writes bytes as ASCII text, about 1.23 characters a byte. */
export function toBase91(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil((bytes.length * 8) / 13) * 2);
  let length = 0;
  let waiting = 0;
  let bits = 0;
  for (const byte of bytes) {
    waiting |= byte << bits;
    bits += 8;
    if (bits <= 13) continue;
    const taken = (waiting & 0x1fff) > FOURTEEN_BITS_UP_TO ? 13 : 14;
    const pair = waiting & (2 ** taken - 1);
    waiting >>= taken;
    bits -= taken;
    codes[length++] = ALPHABET[pair % BASE] ?? 0;
    codes[length++] = ALPHABET[(pair / BASE) | 0] ?? 0;
  }
  if (bits > 0) codes[length++] = ALPHABET[waiting % BASE] ?? 0;
  if (bits > 7 || waiting >= BASE) codes[length++] = ALPHABET[(waiting / BASE) | 0] ?? 0;
  return new TextDecoder().decode(codes.subarray(0, length));
}

/** The bytes that `toBase91` has written. @throws {Base91Error} */
export function fromBase91(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((text.length * 7) / 8));
  let length = 0;
  let waiting = 0;
  let bits = 0;
  for (let index = 0; index + 1 < text.length; index += 2) {
    const pair = digitAt(text, index) + digitAt(text, index + 1) * BASE;
    waiting |= pair << bits;
    bits += (pair & 0x1fff) > FOURTEEN_BITS_UP_TO ? 13 : 14;
    for (; bits > 7; bits -= 8) {
      bytes[length++] = waiting;
      waiting >>= 8;
    }
  }
  if (text.length % 2 === 1) bytes[length++] = waiting | (digitAt(text, text.length - 1) << bits);
  return bytes.subarray(0, length);
}

function digitAt(text: string, index: number): number {
  const digit = DIGITS[text.charCodeAt(index)] ?? NOT_IN_ALPHABET;
  if (digit === NOT_IN_ALPHABET) throw new Base91Error(index);
  return digit;
}
