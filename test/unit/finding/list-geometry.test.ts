import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADING_HEIGHT, ListGeometry, ROW_HEIGHT } from '../../../src/ui/list-geometry.ts';

const geometry = (count: number, ...headings: number[]) =>
  new ListGeometry(
    count,
    headings.map((index) => ({ index, section: `group:${index}`, isFolded: false })),
  );

describe('a list’s geometry', () => {
  it('puts item below item, headings less high than rows', () => {
    const list = geometry(4, 0, 2);
    expect([0, 1, 2, 3].map((index) => list.topOf(index))).toEqual([0, 28, 72, 100]);
    expect(list.height).toBe(2 * ROW_HEIGHT + 2 * HEADING_HEIGHT);
  });

  it('finds the item at a height, wherever headings are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60)), fc.integer({ min: 1, max: 60 }), fc.nat(4000), (places, count, top) => {
        const list = geometry(count, ...places.filter((index) => index < count).sort((a, b) => a - b));
        const item = list.itemAt(top);
        expect(list.topOf(item)).toBeLessThanOrEqual(top);
        if (item < count - 1) expect(list.topOf(item + 1)).toBeGreaterThan(top);
      }),
    );
  });

  // A heading, then 39 rows: the third of them begins at 28 + 2 × 44 = 116, the twentieth ends at 28 + 20 × 44 = 908.
  it.each([
    ['one in view stays where it is', 3, 50, 300, 50],
    ['one above comes to the top', 3, 500, 300, 116],
    ['one below comes to the bottom', 20, 0, 300, 608],
    ['a section’s first row brings its heading', 1, 500, 300, 0],
    ['a view that was not measured stays', 20, 7, 0, 7],
  ])('%s', (_, index, top, viewHeight, expected) => {
    expect(geometry(40, 0).scrolledTo(index, top, viewHeight)).toBe(expected);
  });
});
