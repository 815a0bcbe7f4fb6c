/*
 * Browsers write the JSON text that they charge for differently. This counts what the dearer one does, so that nothing
 * which fits here is refused there. Measured in Chromium 156 and Firefox 153; `test/e2e/quota.test.ts` holds it against
 * both.
 */

/** Bytes of one item, which may be up to `SYNC_QUOTA.itemBytes`: the key's, and those of the value's JSON text. */
export function itemBytes(key: string, value: unknown): number {
  return utf8Length(key) + valueBytes(value);
}

/**
 * Bytes that items take together, which may be up to `SYNC_QUOTA.totalBytes`. Chromium adds up the items' own; Firefox
 * holds the JSON text of all of them against its quota, which has four characters more for each, and a fifth.
 */
export function chargedBytes(items: Readonly<Record<string, unknown>>): number {
  const entries = Object.entries(items);
  const perItem = '"":,'.length;
  return entries.reduce((sum, [key, value]) => sum + itemBytes(key, value) + perItem, '{}'.length - 1);
}

/** Chromium escapes these three with six characters each. */
const ESCAPED_BY_CHROMIUM = /[<\u2028\u2029]/g;
const ESCAPE_LENGTH = '\\u003C'.length;

function valueBytes(value: unknown): number {
  let longerNumbers = 0;
  // No JSON text at all: the browser drops the item, or stores it as null.
  const text: string | undefined = JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'number') longerNumbers += Math.max(0, chromiumNumber(part).length - String(part).length);
    return part;
  });
  return utf8Length((text ?? 'null').replace(ESCAPED_BY_CHROMIUM, 'x'.repeat(ESCAPE_LENGTH))) + longerNumbers;
}

/**
 * How Chromium writes a number: with an exponent from 10¹² on, which makes a time in milliseconds five characters
 * longer, and with `.0` where it is whole but no 32-bit integer.
 */
function chromiumNumber(number: number): string {
  if (Math.abs(number) >= 1e12) return number.toExponential();
  return Number.isInteger(number) && (number | 0) !== number ? `${number}.0` : String(number);
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
