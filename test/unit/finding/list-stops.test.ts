import { describe, expect, it } from 'vitest';
import type { HeadingPlace } from '../../../src/core/finding/list-item.ts';
import { ListStops } from '../../../src/core/finding/list-stops.ts';

const heading = (index: number, isFolded = false): HeadingPlace => ({ index, section: `group:${index}`, isFolded });

/** `#` is a heading, `+` that of a folded section, `o` a role. */
function stopsOf(items: string): ListStops {
  const headings = [...items].flatMap((item, index) => (item === 'o' ? [] : [heading(index, item === '+')]));
  return new ListStops(items.length, headings);
}

describe('the stops of a list', () => {
  const cases: [items: string, stops: number[]][] = [
    ['', []],
    ['ooo', [0, 1, 2]],
    ['#oo', [1, 2]],
    ['#o#oo', [1, 3, 4]],
    ['#o+#o', [1, 2, 4]],
    ['++', [0, 1]],
    ['+#o', [0, 2]],
  ];
  it.each(cases)('“%s”', (items, expected) => {
    const stops = stopsOf(items);
    expect(stops.count).toBe(expected.length);
    expect(expected.map((_, stop) => stops.itemAt(stop))).toEqual(expected);
    expect(expected.map((item) => stops.stopAt(item))).toEqual(expected.map((_, stop) => stop));
  });

  it('leave out the headings of open sections, which lead to what comes next', () => {
    expect(stopsOf('#o#oo').stopAt(2)).toBe(1);
  });
});

describe('the role of a number', () => {
  const cases: [items: string, nth: number, item: number | undefined][] = [
    ['ooo', 0, 0],
    ['#o+#o', 0, 1],
    ['#o+#o', 1, 4],
    ['#o+#o', 2, undefined],
    ['+', 0, undefined],
  ];
  it.each(cases)('“%s”, number %i', (items, nth, expected) => {
    expect(stopsOf(items).nthRole(nth)).toBe(expected);
  });
});

describe('the heading of an item', () => {
  it.each([
    ['#o+#o', 1, 0],
    ['#o+#o', 2, 2],
    ['#o+#o', 4, 3],
    ['ooo', 1, undefined],
  ])('“%s”, item %i', (items, item, expected) => {
    expect(stopsOf(items).headingOf(item)?.index).toBe(expected);
  });
});
