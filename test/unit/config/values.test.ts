import { describe, expect, it } from 'vitest';
import { parseEnvironment } from '../../../src/core/config/environment.ts';
import { parseStartUrl } from '../../../src/core/config/start-url.ts';

describe('an environment is called', () => {
  it.each<[string, string | undefined]>([
    ['production', 'production'],
    ['PROD', 'production'],
    ['prd', 'production'],
    ['live', 'production'],
    ['stg', 'staging'],
    ['Staging', 'staging'],
    ['uat', 'staging'],
    ['dev', 'development'],
    ['test', 'testing'],
    ['qa', 'testing'],
    ['sbx', 'sandbox'],
    ['production2', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%s: %s', (written, name) => {
    expect(parseEnvironment(written)).toBe(name);
  });
});

describe('the page to land on may be', () => {
  it.each<[string, string]>([
    ['s3', 's3'],
    ['s3/home', 's3/home'],
    ['/s3/home', 's3/home'],
    ['ec2/home?region=eu-west-1#Instances:', 'ec2/home?region=eu-west-1#Instances:'],
    ['cloudwatch/home#logsV2:log-groups', 'cloudwatch/home#logsV2:log-groups'],
    ['a/../../s3', 's3'],
    ['日本', '%E6%97%A5%E6%9C%AC'],
    ['?region=x', '?region=x'],
    ['https://console.aws.amazon.com/s3/home', 'https://console.aws.amazon.com/s3/home'],
    ['HTTPS://eu-west-1.console.aws.amazon.com/', 'https://eu-west-1.console.aws.amazon.com/'],
    ['https://console.amazonaws.cn/x', 'https://console.amazonaws.cn/x'],
    ['https://health.aws.amazon.com', 'https://health.aws.amazon.com/'],
  ])('%s', (written, url) => {
    expect(parseStartUrl(written)).toBe(url);
  });

  it.each([
    '/',
    '//evil.example/x',
    '///evil.example',
    '/\\evil.example',
    '/javascript:alert(1)',
    'a/../data:text/html,x',
    '\\\\evil.example',
    '/\t/evil.example',
    'a/..//evil.example',
    './/evil.example',
    '.',
    '\u0000//evil.example',
    'https://evil.example/',
    'https://console.aws.amazon.com.evil.example/',
    'https://console.aws.amazon.com@evil.example/',
    'https://me:pw@console.aws.amazon.com/',
    'https://console.aws.amazon.com:8443/',
    'http://console.aws.amazon.com/',
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    's3:home',
  ])('but not %j', (written) => {
    expect(parseStartUrl(written)).toBeUndefined();
  });
});
