import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDisplayName } from '../../../src/core/roles/role-label.ts';

const ACCOUNT = '111122223333';
const SUFFIX = `  |  ${ACCOUNT}`;
const FAMILY = '👨‍👩‍👧‍👦';

describe('toDisplayName', () => {
  it.each<[string, string, string | undefined, string]>([
    ['a label alone', 'Admin', undefined, 'Admin'],
    ['a label and its account', 'Admin', ACCOUNT, `Admin${SUFFIX}`],
    ['any script', '本番 🏦', ACCOUNT, `本番 🏦${SUFFIX}`],
    ['64 units fit', 'x'.repeat(64), undefined, 'x'.repeat(64)],
    ['65 units do not', 'x'.repeat(65), undefined, `${'x'.repeat(63)}…`],
    ['the account is kept', 'x'.repeat(65), ACCOUNT, `${'x'.repeat(46)}…${SUFFIX}`],
    [
      'a long alias leaves room for the label',
      'x'.repeat(65),
      'y'.repeat(63),
      `${'x'.repeat(15)}…  |  ${'y'.repeat(42)}…`,
    ],
    ['no blank before the ellipsis', `${'x'.repeat(62)} yy`, undefined, `${'x'.repeat(62)}…`],
    ['a surrogate pair is whole or gone', `${'x'.repeat(62)}🏦x`, undefined, `${'x'.repeat(62)}…`],
    ['a family is whole', `${'x'.repeat(52)}${FAMILY}x`, undefined, `${'x'.repeat(52)}${FAMILY}x`],
    ['a family is gone', `${'x'.repeat(53)}${FAMILY}x`, undefined, `${'x'.repeat(53)}…`],
    ['an accent stays on its letter', `${'x'.repeat(62)}e\u0301x`, undefined, `${'x'.repeat(62)}…`],
    ['a thumb keeps its colour or goes', `${'x'.repeat(61)}👍🏽x`, undefined, `${'x'.repeat(61)}…`],
    ['control characters are gone', 'a\u0000b\nc\u009bd\u2028e\u202ef', undefined, 'abcdef'],
    ['one endless character', `a${'\u0301'.repeat(100)}`, undefined, '…'],
    ['an empty label', ' \n', ACCOUNT, ACCOUNT],
    ['nothing at all', '', undefined, '-'],
    ['an empty account', 'Admin', '', 'Admin'],
  ])('%s', (_, label, account, expected) => {
    expect(toDisplayName(label, account)).toBe(expected);
  });

  it('is never empty, never too long and never ends in half a character', () => {
    const label = fc.string({ unit: 'grapheme', maxLength: 90 });
    fc.assert(
      fc.property(label, fc.option(label, { nil: undefined }), (text, account) => {
        const name = toDisplayName(text, account);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(64);
        expect(name).not.toMatch(/\p{Cs}|\p{Cc}/u);
      }),
    );
  });

  it('takes a label of a million units at once', () => {
    const start = performance.now();
    expect(toDisplayName('e\u0301'.repeat(500_000), ACCOUNT)).toHaveLength(64);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
