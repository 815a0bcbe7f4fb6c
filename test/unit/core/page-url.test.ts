import { describe, expect, it } from 'vitest';
import { parseConsolePage, withRegion } from '../../../src/core/console/page-url.ts';
import { PARTITIONS } from '../../../src/core/console/partition.ts';

describe('a page of the console', () => {
  it.each([
    ['https://console.aws.amazon.com/', 'https://console.aws.amazon.com/'],
    [
      'https://111111111111-abcd1234.us-east-1.console.aws.amazon.com/s3/home',
      'https://us-east-1.console.aws.amazon.com/s3/home',
    ],
    ['https://health.aws.amazon.com/health/home', 'https://health.aws.amazon.com/health/home'],
    ['http://console.aws.amazon.com/', undefined],
    ['https://console.aws.amazon.com:8443/', undefined],
    ['https://user@console.aws.amazon.com/', undefined],
    ['https://console.aws.amazon.com.evil.example/', undefined],
    ['https://console.amazonaws.cn/', undefined],
    ['javascript:alert(1)//console.aws.amazon.com', undefined],
    ['', undefined],
  ])('%s → %s', (url, expected) => {
    expect(parseConsolePage(url, PARTITIONS.aws)?.href).toBe(expected);
  });
});

describe('the region of a page', () => {
  it.each([
    ['is put in place of another', '?region=us-east-1', '?region=eu-west-1'],
    ['is added', '', '?region=eu-west-1'],
    ['leaves the rest as it is written', '?x=%20y&region=us-east-1&z=%2F&w', '?x=%20y&region=eu-west-1&z=%2F&w'],
    ['is there once', '?region=a&b=1&region=c', '?region=eu-west-1&b=1'],
    ['is no parameter that only ends so', '?myregion=x', '?myregion=x&region=eu-west-1'],
  ])('%s', (_name, before, after) => {
    const page = new URL(`https://console.aws.amazon.com/a${before}#x`);
    expect(withRegion(page, 'eu-west-1').href).toBe(`https://console.aws.amazon.com/a${after}#x`);
    expect(withRegion(page, undefined)).toBe(page);
  });
});
