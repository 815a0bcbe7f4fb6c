import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { switchEventsUrl } from '../../../src/core/history/cloudtrail.ts';
import { historyCsv } from '../../../src/core/history/history-csv.ts';
import { pageOf, parseEntry } from '../../../src/core/history/history-entry.ts';
import { resultOfAnswer } from '../../../src/core/history/switch-result.ts';
import { ROW_HEIGHT, tableWindow } from '../../../src/history/table-window.ts';
import { entry } from './entries.ts';

describe('an entry', () => {
  it('is read back as it was written', () => {
    const written = entry(5, { region: 'eu-west-1' });
    expect(parseEntry(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  it('is nothing that is not one', () => {
    fc.assert(fc.property(fc.anything(), (data) => void parseEntry(data)));
    expect(parseEntry({ ...entry(1), result: 'other' })).toBeUndefined();
    expect(parseEntry({ ...entry(1), partition: 'toString' })).toBeUndefined();
    expect(parseEntry({ ...entry(1), at: 1e300 })).toBeUndefined();
  });

  it.each([
    ['https://eu-west-1.console.aws.amazon.com/s3/buckets?bucket=x#y', 'eu-west-1.console.aws.amazon.com/s3/buckets'],
    ['nothing', ''],
  ])('has of the page %s no more than %s', (url, expected) => {
    expect(pageOf(url)).toBe(expected);
  });
});

describe('the answer to a multi-session request', () => {
  it.each([
    [{ kind: 'destination', url: 'https://console.aws.amazon.com/' }, 'arrived'],
    [{ kind: 'failed', reason: 'not-authorised' }, 'refused'],
    [{ kind: 'failed', reason: 'session-limit' }, 'refused'],
    [{ kind: 'failed', reason: 'session-gone' }, 'refused'],
    [{ kind: 'failed', reason: 'throttled' }, 'refused'],
    [{ kind: 'failed', reason: 'network' }, 'failed'],
    [{ kind: 'failed', reason: 'unexpected-answer' }, 'failed'],
    [{ kind: 'failed', reason: 'foreign-destination' }, 'failed'],
  ] as const)('%j is recorded as %s', (answer, result) => {
    expect(resultOfAnswer(answer)).toBe(result);
  });
});

it('as CSV has times in UTC, and no formula', () => {
  const evil = entry(0, {
    region: 'us-east-1',
    to: { label: '=cmd()', account: '222222222222', roleName: 'Developer' },
  });
  expect(historyCsv([evil])).toBe(
    "\uFEFFtime,from,label,account,role,partition,region,page,result\r\n1970-01-01T00:00:00.000Z,jo,'=cmd(),222222222222,Developer,aws,us-east-1,us-east-1.console.aws.amazon.com/ec2/home,arrived\r\n",
  );
});

it.each([
  ['aws', '', 'https://us-east-1.console.aws.amazon.com/cloudtrailv2/home?region=us-east-1'],
  ['aws', 'eu-west-1', 'https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1'],
  ['aws', 'evil.example/', 'https://us-east-1.console.aws.amazon.com/cloudtrailv2/home?region=us-east-1'],
  ['aws', 'cn-north-1', 'https://us-east-1.console.aws.amazon.com/cloudtrailv2/home?region=us-east-1'],
  ['aws-us-gov', '', 'https://us-gov-west-1.console.amazonaws-us-gov.com/cloudtrailv2/home?region=us-gov-west-1'],
  [
    'aws-us-gov',
    'us-gov-east-1',
    'https://us-gov-east-1.console.amazonaws-us-gov.com/cloudtrailv2/home?region=us-gov-east-1',
  ],
  ['aws-cn', 'cn-northwest-1', 'https://cn-northwest-1.console.amazonaws.cn/cloudtrailv2/home?region=cn-northwest-1'],
  ['aws-eusc', '', 'https://eusc-de-east-1.console.amazonaws-eusc.eu/cloudtrailv2/home?region=eusc-de-east-1'],
] as const)('CloudTrail’s record in %s, from “%s”', (partition, region, page) => {
  expect(switchEventsUrl(partition, region)).toBe(`${page}#/events?EventName=SwitchRole`);
});

describe('the rows that are drawn', () => {
  it.each([
    ['none', 0, 0, 0, { first: 0, end: 0 }],
    ['all of a few', 3, 0, 10, { first: 0, end: 3 }],
    ['the first of many', 5000, 0, 10, { first: 0, end: 21 }],
    ['those in the middle, and some beyond', 5000, 1000, 10, { first: 990, end: 1021 }],
    ['the last', 5000, 4990, 10, { first: 4980, end: 5000 }],
    ['of fewer than were scrolled by, the last', 20, 1000, 10, { first: 9, end: 20 }],
    ['where a scroll goes beyond the top, the first', 5000, -1, 10, { first: 0, end: 21 }],
  ])('are %s', (_, count, above, seen, expected) => {
    expect(tableWindow(count, above * ROW_HEIGHT, seen * ROW_HEIGHT)).toEqual(expected);
  });
});
