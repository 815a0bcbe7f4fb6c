import { describe, expect, it } from 'vitest';
import { chargedBytes, itemBytes } from '../../../src/core/saved/charged-bytes.ts';

describe('what storage.sync is charged', () => {
  it.each([
    ['plain text with its quotation marks', 'k', 'text', 1 + 6],
    ['a key as UTF-8, without quotation marks', 'キー', '', 6 + 2],
    ['two characters for what JSON escapes', 'k', '"\\\n', 1 + 8],
    ['six for what Chromium escapes', 'k', '<\u2028', 1 + 14],
    ['UTF-8 for the rest', 'k', 'éあ😀', 1 + 2 + 2 + 3 + 4],
    ['a time as Chromium writes it', 'k', 1_760_000_000_123, 1 + '1.760000000123e+12'.length],
    ['a round time as Firefox writes it', 'k', 1_760_000_000_000, 1 + 13],
    ['a whole number beyond 32 bits as Chromium writes it', 'k', 5e9, 1 + '5000000000.0'.length],
    ['numbers in the depth', 'k', { a: [1, 5e9] }, 1 + '{"a":[1,5000000000.0]}'.length],
    ['nothing that JSON knows', 'k', undefined, 1 + 4],
  ])('counts %s', (_name, key, value, bytes) => {
    expect(itemBytes(key, value)).toBe(bytes);
  });

  it('adds what Firefox counts beside the items: the JSON text of all', () => {
    const items = { a: 'x', b: [1, 2], c: { d: '' } };
    expect(chargedBytes(items)).toBe(JSON.stringify(items).length);
    expect(chargedBytes({})).toBeLessThanOrEqual(2);
  });
});
