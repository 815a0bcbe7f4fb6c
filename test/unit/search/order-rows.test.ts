import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frecency } from '../../../src/core/search/frecency.ts';
import { orderRows } from '../../../src/core/search/order-rows.ts';

describe('orderRows', () => {
  it('sorts by score, boost and place', () => {
    const row = fc.record({ score: fc.nat(4), boost: fc.constantFrom(0, 0, 0, 1, 1, 2.5) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const sorted = rows
          .map((one, at) => ({ ...one, at }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || b.boost - a.boost || a.at - b.at);
        const order = orderRows(
          Uint16Array.from(rows, ({ score }) => score),
          Float64Array.from(rows, ({ boost }) => boost),
        );
        expect([...order]).toEqual(sorted.map(({ at }) => at));
      }),
    );
  });

  it('keeps equal rows as they came', () => {
    expect([...orderRows(Uint16Array.of(3, 0, 5, 3, 5))]).toEqual([2, 4, 0, 3]);
  });
});

describe('frecency', () => {
  const DAY = 86_400_000;
  const NOW = 1000 * DAY;
  const used = (daysAgo: number, count: number) => frecency({ at: NOW - daysAgo * DAY, count }, NOW);

  it.each([
    ['later is more', used(1, 1), used(2, 1)],
    ['more often is more', used(1, 3), used(1, 2)],
    ['once today is more than ten times a month ago', used(0, 1), used(30, 10)],
    ['ten times last week is more than once today', used(7, 10), used(0, 1)],
    ['long ago is more than never', used(3000, 1), 0],
  ])('%s', (_, more, less) => {
    expect(more).toBeGreaterThan(less);
  });

  it('halves in two weeks, and takes what a wrong clock says for now', () => {
    expect(used(14, 1)).toBe(0.5);
    expect(used(-5, 1)).toBe(1);
  });
});
