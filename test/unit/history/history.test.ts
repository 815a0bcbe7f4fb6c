import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { switchEventsUrl } from '../../../src/core/history/cloudtrail.ts';
import { historyCsv } from '../../../src/core/history/history-csv.ts';
import { HISTORY_LIMIT, type HistoryEntry, pageOf, parseEntry } from '../../../src/core/history/history-entry.ts';
import {
  type HistoryContents,
  NO_HISTORY,
  PAGE_SIZE,
  parseContents,
  withEntry,
} from '../../../src/core/history/history-pages.ts';
import { searchHistory } from '../../../src/core/history/search-history.ts';

function entry(at: number, rest: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: `id-${at}`,
    at,
    partition: 'aws',
    from: 'jo',
    to: { label: 'payments-dev', account: '222222222222', roleName: 'Developer' },
    page: 'us-east-1.console.aws.amazon.com/ec2/home',
    result: 'arrived',
    ...rest,
  };
}

/** What storage holds after so many switches. */
function after(count: number) {
  const pages = new Map<number, readonly HistoryEntry[]>();
  let contents: HistoryContents = NO_HISTORY;
  for (let at = 0; at < count; at++) {
    const added = withEntry(contents, pages.get(contents.last) ?? [], entry(at));
    contents = added.contents;
    pages.set(contents.last, added.page);
    for (const dropped of added.dropped) pages.delete(dropped);
  }
  return { contents, pages, entries: [...pages.values()].flat() };
}

describe('the pages of the history', () => {
  it.each([0, 1, PAGE_SIZE, PAGE_SIZE + 1, HISTORY_LIMIT - 1, HISTORY_LIMIT, HISTORY_LIMIT + 1, HISTORY_LIMIT + 250])(
    'hold the latest of %i switches, and no more than the limit',
    (count) => {
      const { contents, pages, entries } = after(count);
      expect(entries.length).toBeLessThanOrEqual(HISTORY_LIMIT);
      expect(entries.length).toBeGreaterThanOrEqual(Math.min(count, HISTORY_LIMIT - PAGE_SIZE + 1));
      expect(entries.map(({ at }) => at)).toEqual(entries.map((_, place) => count - entries.length + place));
      expect([...pages.keys()]).toEqual(
        Array.from({ length: contents.last - contents.first + 1 }, (_, at) => contents.first + at),
      );
    },
  );

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
    [{ first: 7, last: 5 }, NO_HISTORY],
    [{ first: '1', last: 2 }, NO_HISTORY],
    [{ first: 0, last: 2 }, NO_HISTORY],
  ])('of %j are %j', (data, expected) => {
    expect(parseContents(data)).toEqual(expected);
  });
});

describe('an entry', () => {
  it('is read back as it was written', () => {
    expect(parseEntry(JSON.parse(JSON.stringify(entry(5))))).toEqual(entry(5));
  });

  it('is nothing that is not one', () => {
    fc.assert(fc.property(fc.anything(), (data) => void parseEntry(data)));
    expect(parseEntry({ ...entry(1), result: 'other' })).toBeUndefined();
    expect(parseEntry({ ...entry(1), partition: 'toString' })).toBeUndefined();
  });

  it.each([
    ['https://eu-west-1.console.aws.amazon.com/s3/buckets?bucket=x#y', 'eu-west-1.console.aws.amazon.com/s3/buckets'],
    ['nothing', ''],
  ])('has of the page %s no more than %s', (url, expected) => {
    expect(pageOf(url)).toBe(expected);
  });
});

describe('searching', () => {
  const entries = [
    entry(Date.UTC(2026, 0, 1)),
    entry(Date.UTC(2026, 0, 2), {
      to: { label: '本番', account: '333333333333', roleName: 'Admin' },
      result: 'refused',
    }),
  ];
  it.each([
    ['', 2],
    ['payments', 1],
    ['2222-2222', 1],
    ['333333333333 admin', 1],
    ['本番', 1],
    ['2026-01-02', 1],
    ['refused', 1],
    ['jo ec2', 2],
    ['nobody', 0],
  ])('“%s” finds %i', (query, count) => {
    expect(searchHistory(entries, query)).toHaveLength(count);
  });

  it('has the latest first', () => {
    expect(searchHistory(entries, '').map(({ at }) => at)).toEqual([Date.UTC(2026, 0, 2), Date.UTC(2026, 0, 1)]);
  });
});

it('as CSV has times in UTC, and no formula', () => {
  const evil = entry(0, { to: { label: '=cmd()', account: '222222222222', roleName: 'Developer' } });
  expect(historyCsv([evil])).toBe(
    "\uFEFFtime,from,label,account,role,partition,page,result\r\n1970-01-01T00:00:00.000Z,jo,'=cmd(),222222222222,Developer,aws,us-east-1.console.aws.amazon.com/ec2/home,arrived\r\n",
  );
});

it.each([
  ['aws', 'https://us-east-1.console.aws.amazon.com/cloudtrailv2/home?region=us-east-1#/events?EventName=SwitchRole'],
  [
    'aws-us-gov',
    'https://us-gov-west-1.console.amazonaws-us-gov.com/cloudtrailv2/home?region=us-gov-west-1#/events?EventName=SwitchRole',
  ],
] as const)('CloudTrail’s record in %s', (partition, url) => {
  expect(switchEventsUrl(partition)).toBe(url);
});
