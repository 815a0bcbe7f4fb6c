import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../src/core/history/history-entry.ts';
import {
  type HistoryContents,
  NO_HISTORY,
  PAGE_SIZE,
  pageNumbers,
  parseContents,
  parsePage,
  withEntry,
} from '../../../src/core/history/history-pages.ts';
import { SETTING_VALUES } from '../../../src/core/settings/settings.ts';
import { entry } from './entries.ts';

/** What storage holds after so many switches. */
class Stored {
  readonly pages = new Map<number, readonly HistoryEntry[]>();
  contents: HistoryContents = NO_HISTORY;
  #count = 0;

  add(limit: number): void {
    const before = this.pages.get(this.contents.last) ?? [];
    const { contents, page, dropped } = withEntry(this.contents, before, entry(this.#count++), limit);
    this.contents = contents;
    this.pages.set(contents.last, page);
    for (const number of dropped) this.pages.delete(number);
  }

  get times(): readonly number[] {
    return pageNumbers(this.contents).flatMap((number) => (this.pages.get(number) ?? []).map(({ at }) => at));
  }
}

function after(count: number, limit: number): Stored {
  const stored = new Stored();
  for (let at = 0; at < count; at++) stored.add(limit);
  return stored;
}

describe('the pages of the history', () => {
  it.each([0, 1, PAGE_SIZE, PAGE_SIZE + 1, 4999, 5000, 5001, 5250])(
    'hold the latest of %i switches, and no more than the limit',
    (count) => {
      const { contents, pages, times } = after(count, 5000);
      expect(times.length).toBeLessThanOrEqual(5000);
      expect(times.length).toBeGreaterThanOrEqual(Math.min(count, 5000 - PAGE_SIZE + 1));
      expect(times).toEqual(times.map((_, place) => count - times.length + place));
      expect([...pages.keys()]).toEqual(pageNumbers(contents));
    },
  );

  it('hold the latest, in order and within the limit, whichever are deleted and however the limit changes', () => {
    const steps = fc.array(fc.oneof(fc.constant('delete' as const), fc.constantFrom(200, 300, 700)), { maxLength: 12 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 150 }), (steps, many) => {
        const stored = new Stored();
        for (const step of steps) {
          for (let at = 0; step !== 'delete' && at < many; at++) stored.add(step);
          if (step === 'delete') {
            for (const [number, page] of stored.pages) stored.pages.set(number, page.slice(1));
          } else {
            expect(stored.times.length).toBeLessThanOrEqual(step);
          }
          expect(stored.times).toEqual(stored.times.toSorted((a, b) => a - b));
          expect([...stored.pages.keys()]).toEqual(pageNumbers(stored.contents));
        }
      }),
    );
  });

  it('are as many as any limit has', () => {
    for (const limit of SETTING_VALUES.historyLimit) expect(Number(limit) % PAGE_SIZE).toBe(0);
  });

  it.each([
    [undefined, NO_HISTORY],
    [
      { first: 3, last: 5 },
      { first: 3, last: 5 },
    ],
    [
      { first: 6, last: 5 },
      { first: 6, last: 5 },
    ],
    [
      { first: 1, last: 5000 },
      { first: 4001, last: 5000 },
    ],
    [{ first: 7, last: 5 }, NO_HISTORY],
    [{ first: '1', last: 2 }, NO_HISTORY],
    [{ first: 0, last: 2 }, NO_HISTORY],
    [{ first: 1.5, last: 2 }, NO_HISTORY],
  ])('of %j are %j', (data, expected) => {
    expect(parseContents(data)).toEqual(expected);
  });

  it('are read from whatever storage holds', () => {
    const anything = fc.oneof(fc.anything(), fc.record({ first: fc.integer(), last: fc.maxSafeInteger() }));
    fc.assert(
      fc.property(anything, (data) => {
        expect(pageNumbers(parseContents(data)).length).toBeLessThanOrEqual(1000);
        expect(Array.isArray(parsePage(data))).toBe(true);
      }),
    );
  });
});
