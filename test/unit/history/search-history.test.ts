import { describe, expect, it } from 'vitest';
import { dayOf, NO_FILTER, searchHistory } from '../../../src/core/history/search-history.ts';
import { entry } from './entries.ts';

/** In the time zone of whoever runs the test, as the user's is on the page. */
const NEW_YEAR = new Date(2026, 0, 1, 0, 0, 0).valueOf();
const NEXT_EVENING = new Date(2026, 0, 2, 23, 59, 59).valueOf();

const ENTRIES = [
  entry(NEW_YEAR),
  entry(NEXT_EVENING, { to: { label: '本番', account: '333333333333', roleName: 'Admin' }, result: 'refused' }),
];

describe('the search', () => {
  it.each([
    ['', 2],
    ['payments', 1],
    ['PAYMENTS', 1],
    ['2222-2222', 1],
    ['333333333333 admin', 1],
    ['本番', 1],
    ['2026-01-02', 1],
    ['refused', 1],
    ['jo ec2', 2],
    ['nobody', 0],
  ])('for “%s” finds %i', (query, count) => {
    expect(searchHistory(ENTRIES, { ...NO_FILTER, query })).toHaveLength(count);
  });

  it.each([
    [{ since: '2026-01-01' }, 2],
    [{ since: '2026-01-02' }, 1],
    [{ since: '2026-01-03' }, 0],
    [{ until: '2025-12-31' }, 0],
    [{ until: '2026-01-01' }, 1],
    [{ since: '2026-01-02', until: '2026-01-02' }, 1],
    [{ since: '2026-01-03', until: '2026-01-01' }, 0],
    [{ result: 'refused' }, 1],
    [{ result: 'refused', until: '2026-01-01' }, 0],
    [{ result: 'arrived', query: 'payments' }, 1],
  ] as const)('by %j finds %i', (some, count) => {
    expect(searchHistory(ENTRIES, { ...NO_FILTER, ...some })).toHaveLength(count);
  });

  it('has the latest first', () => {
    expect(searchHistory(ENTRIES, NO_FILTER).map(({ at }) => at)).toEqual([NEXT_EVENING, NEW_YEAR]);
  });

  it('knows days as date inputs write them', () => {
    expect([dayOf(NEW_YEAR), dayOf(NEXT_EVENING)]).toEqual(['2026-01-01', '2026-01-02']);
  });
});
