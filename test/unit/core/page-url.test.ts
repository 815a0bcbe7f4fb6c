import { describe, expect, it } from 'vitest';
import { isConsoleUrl, landingUrl } from '../../../src/core/console/page-url.ts';
import { PARTITIONS } from '../../../src/core/console/partition.ts';

const HOST = 'https://us-east-1.console.aws.amazon.com';

describe('where to land after a switch', () => {
  const cases: [string, string, string | undefined, string][] = [
    [
      'the same page',
      `${HOST}/ec2/home?region=us-east-1#Instances:`,
      undefined,
      `${HOST}/ec2/home?region=us-east-1#Instances:`,
    ],
    [
      'the same page in another region',
      `${HOST}/ec2/home?region=us-east-1#Instances:`,
      'eu-west-1',
      `${HOST}/ec2/home?region=eu-west-1#Instances:`,
    ],
    [
      'the region is added where the page has none',
      `${HOST}/ec2/home#x`,
      'eu-west-1',
      `${HOST}/ec2/home?region=eu-west-1#x`,
    ],
    [
      'the rest of the query stays byte for byte',
      `${HOST}/a?x=%20y&region=us-east-1&z=%2F&w`,
      'eu-west-1',
      `${HOST}/a?x=%20y&region=eu-west-1&z=%2F&w`,
    ],
    ['a second region is dropped', `${HOST}/a?region=a&b=1&region=c`, 'eu-west-1', `${HOST}/a?region=eu-west-1&b=1`],
    [
      'a parameter that only ends in region stays',
      `${HOST}/a?myregion=x`,
      'eu-west-1',
      `${HOST}/a?myregion=x&region=eu-west-1`,
    ],
    [
      'the session’s label is left out',
      'https://111111111111-abcd1234.us-east-1.console.aws.amazon.com/s3/home',
      undefined,
      `${HOST}/s3/home`,
    ],
    [
      'a page outside the consoles gives the home page',
      'https://evil.example/x',
      undefined,
      'https://console.aws.amazon.com/console/home',
    ],
    [
      'a page of another partition gives the home page',
      'https://console.amazonaws.cn/x',
      undefined,
      'https://console.aws.amazon.com/console/home',
    ],
    [
      'health pages stay',
      'https://health.aws.amazon.com/health/home',
      undefined,
      'https://health.aws.amazon.com/health/home',
    ],
  ];
  it.each(cases)('%s', (_name, pageUrl, region, expected) => {
    expect(landingUrl(pageUrl, PARTITIONS.aws, region)).toBe(expected);
  });
});

describe('console URLs', () => {
  it.each([
    ['https://console.aws.amazon.com/', true],
    ['http://console.aws.amazon.com/', false],
    ['https://console.aws.amazon.com:8443/', false],
    ['https://user@console.aws.amazon.com/', false],
    ['https://console.aws.amazon.com.evil.example/', false],
    ['javascript:alert(1)//console.aws.amazon.com', false],
    ['', false],
  ])('%s → %s', (url, expected) => {
    expect(isConsoleUrl(url, PARTITIONS.aws)).toBe(expected);
  });
});
