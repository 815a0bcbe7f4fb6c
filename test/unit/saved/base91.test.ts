import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Base91Error, fromBase91, toBase91 } from '../../../src/core/saved/base91.ts';

const bytes = fc.uint8Array({ maxLength: 5000 });

describe('base91', () => {
  it('brings every byte back', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(fromBase91(toBase91(data))).toEqual(data);
      }),
      { numRuns: 1000 },
    );
  });

  it('brings back bytes that fill every pair and bytes that fill none', () => {
    for (const value of [0, 88, 89, 255]) {
      for (let length = 0; length < 64; length++) {
        const data = new Uint8Array(length).fill(value);
        expect(fromBase91(toBase91(data))).toEqual(data);
      }
    }
  });

  it('writes characters that cost one byte each in the JSON text of both browsers', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(toBase91(data)).toMatch(/^[!#-;=-[\]-~]*$/);
      }),
    );
    const everyByte = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 256);
    expect(new Set(toBase91(everyByte)).size).toBe(91);
  });

  it('takes at most 16 characters for 13 bytes, and a last pair', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(toBase91(data).length).toBeLessThanOrEqual(Math.ceil((data.length * 16) / 13) + 1);
      }),
    );
  });

  it.each([
    ['a quotation mark', 'ab"d', 2],
    ['a backslash', '\\', 0],
    ['an angle bracket', 'abc<', 3],
    ['a space', 'ab cd', 2],
    ['a line break', 'abcde\n', 5],
    ['a letter beyond ASCII', 'aé', 1],
    ['half of an emoji', 'ab\ud83d', 2],
  ])('refuses %s and says where', (_name, text, index) => {
    expect(() => fromBase91(text)).toThrow(new Base91Error(index));
  });

  it('reads any text of its alphabet without end or error, as bytes no more than it has room for', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!#-;=-[\]-~]{0,200}$/), (text) => {
        expect(fromBase91(text).length).toBeLessThanOrEqual(Math.ceil((text.length * 7) / 8));
      }),
    );
  });
});
