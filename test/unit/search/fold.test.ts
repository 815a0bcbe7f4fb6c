import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/search/fold.ts';
import { markWords } from '../../../src/core/search/words.ts';

describe('fold', () => {
  it.each([
    ['Payments_Prod', 'payments-prod'],
    ['ＰＲＯＤ　１２', 'prod 12'],
    ['データ', 'でーた'],
    ['ﾃﾞｰﾀ', 'でーた'],
    ['デ-タ', 'でーた'],
    ['デ—タ', 'でーた'],
    ['サ〜バ', 'さーば'],
    ['dev–test', 'dev-test'],
    ['Zürich', 'zurich'],
    ['がか', 'がか'],
    ['か\u3099', 'が'],
    ['本番 ― 請求', '本番 - 請求'],
    ['㍿', '株式会社'],
    ['a \t b\nc', 'a b\nc'],
  ])('makes “%s” “%s”', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('markWords', () => {
  it.each([
    ['payments-prod', '|payments|prod\n'],
    ['team/PowerUserAccess', '|team|power|user|access\n'],
    ['AWSReservedSSO_Admin', '|aws|reserved|sso|admin\n'],
    ['DBAdmin2Prod', '|db|admin2|prod\n'],
    [' (prod) ', '|prod\n'],
    ['データ基盤', '|でーた|基盤\n'],
    ['決済prod本番', '|決済|prod|本番\n'],
    ['支払いシステム', '|支払い|しすてむ\n'],
    ['a|b', '|a|b\n'],
    ['one two\nthree', '|one|two\n|three\n'],
    ['', '\n'],
  ])('marks the words of “%s”', (text, marked) => {
    expect(markWords(text)).toBe(marked);
  });
});
