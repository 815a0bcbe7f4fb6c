import { describe, expect, it } from 'vitest';
import { highlights } from '../../../src/core/search/highlight.ts';
import { search } from '../../../src/core/search/search.ts';
import { buildIndex } from '../../../src/core/search/search-index.ts';

/** The texts of the one row there is, with what is highlighted in brackets. */
function shown(texts: readonly [label: string, account: string, roleName: string], query: string): string[] {
  const [label, account, roleName] = texts;
  const row = { id: 'x', label, account: account.replaceAll('-', ''), roleName, tags: [] };
  const { words } = search(buildIndex([row]), query);
  return highlights(texts, words).map((ranges, at) =>
    ranges.reduceRight((text, { from, to }) => {
      return `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
    }, texts[at] ?? ''),
  );
}

describe('what is highlighted', () => {
  const PAYMENTS = ['payments-dev-billing', '1234-5678-9012', 'team/PowerUserAccess'] as const;
  const DATA = ['ﾃﾞｰﾀ基盤（本番）', '1234-5678-9012', 'Admin'] as const;
  const cases: [typeof PAYMENTS | typeof DATA, string, string[]][] = [
    [PAYMENTS, 'dev', ['payments-[dev]-billing', '1234-5678-9012', 'team/PowerUserAccess']],
    [PAYMENTS, 'dev pay', ['[pay]ments-[dev]-billing', '1234-5678-9012', 'team/PowerUserAccess']],
    [PAYMENTS, 'dev.bill', ['payments-[dev-bill]ing', '1234-5678-9012', 'team/PowerUserAccess']],
    [PAYMENTS, 'ment', ['pay[ment]s-dev-billing', '1234-5678-9012', 'team/PowerUserAccess']],
    [PAYMENTS, 'dev evb', ['payments-[dev]-billing', '1234-5678-9012', 'team/PowerUserAccess']],
    [PAYMENTS, 'payments-dev s-d', ['[payments-dev]-billing', '1234-5678-9012', 'team/PowerUserAccess']],
    [PAYMENTS, 'pdb', ['[p]ayments-[d]ev-[b]illing', '1234-5678-9012', 'team/PowerUserAccess']],
    [PAYMENTS, 'paydevbil', ['[pay]ments-[dev]-[bil]ling', '1234-5678-9012', 'team/PowerUserAccess']],
    [PAYMENTS, 'pua', ['payments-dev-billing', '1234-5678-9012', 'team/[P]ower[U]ser[A]ccess']],
    [PAYMENTS, 'poweruser', ['payments-dev-billing', '1234-5678-9012', 'team/[PowerUser]Access']],
    [PAYMENTS, 'biling', ['payments-dev-[billing]', '1234-5678-9012', 'team/PowerUserAccess']],
    [PAYMENTS, '9012', ['payments-dev-billing', '1234-5678-[9012]', 'team/PowerUserAccess']],
    [PAYMENTS, '345678', ['payments-dev-billing', '12[34-5678]-9012', 'team/PowerUserAccess']],
    [PAYMENTS, '5678-9', ['payments-dev-billing', '1234-[5678-9]012', 'team/PowerUserAccess']],
    [PAYMENTS, '123456789012', ['payments-dev-billing', '[1234-5678-9012]', 'team/PowerUserAccess']],
    [PAYMENTS, 'a', ['p[a]yments-dev-billing', '1234-5678-9012', 'team/PowerUser[A]ccess']],
    [DATA, 'データ', ['[ﾃﾞｰﾀ]基盤（本番）', '1234-5678-9012', 'Admin']],
    [DATA, 'でーた 番', ['[ﾃﾞｰﾀ]基盤（本[番]）', '1234-5678-9012', 'Admin']],
    [DATA, '基盤(本番)', ['ﾃﾞｰﾀ[基盤（本番）]', '1234-5678-9012', 'Admin']],
    [DATA, 'ＡＤ', ['ﾃﾞｰﾀ基盤（本番）', '1234-5678-9012', '[Ad]min']],
    [DATA, '', ['ﾃﾞｰﾀ基盤（本番）', '1234-5678-9012', 'Admin']],
  ];
  it.each(cases)('in %s by “%s”', (texts, query, expected) => {
    expect(shown(texts, query)).toEqual(expected);
  });
});
