import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/config/text-edit.ts';
import { leastChanges } from '../../../src/options/editor/least-changes.ts';

describe('the least changes', () => {
  it.each([
    ['nothing', 'a\nb\n', 'a\nb\n', []],
    ['a first text', '', 'a\n', [{ from: 0, to: 0, insert: 'a\n' }]],
    ['a letter', 'one\ntwo\n', 'one\ntoo\n', [{ from: 5, to: 6, insert: 'o' }]],
    [
      'lines taken out in two places',
      'a\nkey = 1\nb\nsecret = 2\nc\n',
      'a\nb\nc\n',
      [
        { from: 2, to: 10, insert: '' },
        { from: 12, to: 23, insert: '' },
      ],
    ],
    [
      'lines put in in two places',
      'a\nb\nc\n',
      'a\nx\nb\ny\nc\n',
      [
        { from: 2, to: 2, insert: 'x\n' },
        { from: 4, to: 4, insert: 'y\n' },
      ],
    ],
    ['a section at the end', '[a]\n', '[a]\n\n[b]\n', [{ from: 4, to: 4, insert: '\n[b]\n' }]],
  ])('of %s', (_name, before, after, changes) => {
    expect(leastChanges(before, after)).toEqual(changes);
  });

  it('make the one text of the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'ab', '\n', 'x\n', ''), { maxLength: 16 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, leastChanges(before, after))).toBe(after);
      }),
      { numRuns: 5_000 },
    );
  });
});
