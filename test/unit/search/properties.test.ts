import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithPlaces } from '../../../src/core/search/fold.ts';
import { highlights } from '../../../src/core/search/highlight.ts';
import { type Found, search } from '../../../src/core/search/search.ts';
import { buildIndex } from '../../../src/core/search/search-index.ts';
import type { Searchable } from '../../../src/core/search/searchable.ts';
import { COMPANY_ROLES } from '../../fixtures/company-roles.ts';

const INDEX = buildIndex(COMPANY_ROLES);

const anyRole = fc.constantFrom(...COMPANY_ROLES);
/** Words of a role's texts, and parts of them. */
const wordsOfRole = anyRole.chain((role) => {
  const texts = [role.label, role.account, role.roleName, role.group ?? '', role.region ?? '', role.note ?? ''];
  const words = [...texts, ...role.tags].join(' ').split(' ').filter(Boolean);
  const part = fc
    .tuple(fc.constantFrom(...words), fc.nat(8), fc.integer({ min: 1, max: 9 }))
    .map(([word, from, length]) => [...word].slice(from, from + length).join('') || word);
  return fc.array(part, { minLength: 1, maxLength: 3 });
});
/** What somebody could have typed: parts of words, and what makes no sense. */
const anyQuery = fc.oneof(
  wordsOfRole.map((words) => words.join(' ')),
  fc.tuple(wordsOfRole, fc.nat(10)).map(([words, at]) => mistyped(words.join(' '), at)),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
);

function mistyped(text: string, at: number): string {
  const place = at % text.length;
  return `${text.slice(0, place)}${text.charAt(place + 1)}${text.charAt(place)}${text.slice(place + 2)}`;
}

function rowsFor(query: string, earlier?: Found): number[] {
  return [...search(INDEX, query, undefined, earlier).order];
}

/** All that is searched of a role, in one text. */
function textOf({ label, account, roleName, alias, group, region, note, tags, profile }: Searchable): string {
  return fold([label, profile, account, roleName, alias, group, region, note, ...tags].filter(Boolean).join('\n'));
}

const TEXTS = COMPANY_ROLES.map(textOf);

describe('searching', () => {
  it('finds the same rows for every order of the words', () => {
    fc.assert(
      fc.property(
        wordsOfRole.chain((words) =>
          fc.tuple(fc.constant(words), fc.shuffledSubarray(words, { minLength: words.length })),
        ),
        ([words, shuffled]) => {
          expect(rowsFor(shuffled.join(' ')).sort()).toEqual(rowsFor(words.join(' ')).sort());
        },
      ),
    );
  });

  it('has a row first that is called so', () => {
    fc.assert(
      fc.property(anyRole, ({ label }) => {
        const [first = -1] = rowsFor(label);
        expect(COMPANY_ROLES[first]?.label).toBe(label);
      }),
    );
  });

  it('finds every row that has all words as they were typed', () => {
    fc.assert(
      fc.property(wordsOfRole, (words) => {
        const found = new Set(rowsFor(words.join(' ')));
        const folded = words.map(fold);
        const missing = TEXTS.flatMap((text, row) =>
          folded.every((word) => text.includes(word)) && !found.has(row) ? [COMPANY_ROLES[row]?.label] : [],
        );
        expect(missing).toEqual([]);
      }),
    );
  });

  it('finds the same whatever was found before the last keys', () => {
    fc.assert(
      fc.property(anyQuery, fc.nat(6), (query, back) => {
        const typed = [...query];
        let earlier: Found | undefined;
        for (let length = Math.max(0, typed.length - back); length < typed.length; length++) {
          earlier = search(INDEX, typed.slice(0, length).join(''), undefined, earlier);
        }
        expect(rowsFor(query, earlier)).toEqual(rowsFor(query));
      }),
    );
  });

  it('finds no row twice, and none where it finds nothing', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const rows = rowsFor(query);
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows.every((row) => row < COMPANY_ROLES.length)).toBe(true);
      }),
    );
  });

  it('works with an index that was stored', () => {
    const stored = JSON.parse(JSON.stringify(INDEX));
    expect(stored).toEqual(INDEX);
  });
});

describe('highlights', () => {
  const shownOf = ({ label, account, roleName, region, tags }: Searchable) => [
    label,
    account,
    roleName,
    region ?? '',
    tags.join(' '),
  ];

  it('are in order, apart, and inside of their text', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { order, words } = search(INDEX, query);
        for (const row of order.slice(0, 20)) {
          const texts = shownOf(COMPANY_ROLES[row] as Searchable);
          highlights(texts, words).forEach((ranges, at) => {
            let last = -1;
            for (const { from, to } of ranges) {
              expect(from).toBeGreaterThan(last);
              expect(to).toBeGreaterThan(from);
              last = to;
            }
            expect(last).toBeLessThanOrEqual(texts[at]?.length ?? 0);
          });
        }
      }),
    );
  });

  it('slice to what was typed', () => {
    const word = anyRole.chain(({ label }) =>
      fc.constantFrom(...label.split(/[^\p{L}\p{N}]+/u).filter(Boolean)).map((one) => ({ label, word: one })),
    );
    fc.assert(
      fc.property(word, ({ label, word }) => {
        const { words } = search(INDEX, word);
        const [[range] = []] = highlights([label], words);
        expect(range && fold(label.slice(range.from, range.to))).toBe(fold(word));
      }),
    );
  });
});

describe('folding with places', () => {
  const japanese = fc.string({
    unit: fc.constantFrom(...'ｶﾞﾊﾟカガか\u3099がー-―〜ＡａA é e\u0301ß İ㍿Ⅷ𠮷👩‍💻　 _'),
    maxLength: 12,
  });

  it.each(['ﾃﾞｰﾀ ﾍﾞｰｽ', 'Ｐａｙ　ｍｅｎｔｓ', 'İstanbul', '㍿ヒカリ', 'デ―タ', 'a  b\tc', 'Zürich'])(
    'folds “%s” as fold does',
    (text) => {
      expect(foldWithPlaces(text).text).toBe(fold(text));
    },
  );

  it('gives the same text as fold, and places that go up', () => {
    fc.assert(
      fc.property(japanese, (text) => {
        const folded = foldWithPlaces(text);
        expect(folded.text).toBe(fold(text));
        expect(folded.from).toHaveLength(folded.text.length);
        expect(folded.from).toEqual(folded.from.toSorted((a, b) => a - b));
      }),
    );
  });
});
