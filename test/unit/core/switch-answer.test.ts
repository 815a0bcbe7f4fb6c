import { describe, expect, it } from 'vitest';
import { PARTITIONS } from '../../../src/core/console/partition.ts';
import { parseSwitchAnswer, parseTabAnswer } from '../../../src/core/console/switch-answer.ts';

const destination = (url: string) => JSON.stringify({ destination: url });

describe('the answer to a multi-session request', () => {
  const opened = 'https://us-east-1.signin.aws.amazon.com/oauth?login_hint=222222222222-wxyz9876';
  const cases: [string, number, string, object][] = [
    ['a destination on the sign-in host', 200, destination(opened), { kind: 'destination', url: opened }],
    [
      'a destination on a console host',
      200,
      destination('https://222222222222-wxyz9876.us-east-1.console.aws.amazon.com/'),
      { kind: 'destination' },
    ],
    ['a destination elsewhere', 200, destination('https://evil.example/'), { reason: 'foreign-destination' }],
    [
      'a destination of another partition',
      200,
      destination('https://console.amazonaws.cn/'),
      { reason: 'foreign-destination' },
    ],
    [
      'a destination that is no https',
      200,
      destination('http://console.aws.amazon.com/'),
      { reason: 'foreign-destination' },
    ],
    ['a script as destination', 200, destination('javascript:alert(1)'), { reason: 'foreign-destination' }],
    ['an error within a 200', 200, '{"errorCode":"UNAUTHORIZED"}', { reason: 'not-authorised' }],
    ['a 403', 403, '', { reason: 'not-authorised' }],
    ['a 404', 404, '<html>', { reason: 'session-gone' }],
    ['a 410', 410, '', { reason: 'session-gone' }],
    ['the session limit', 400, '{"errorCode":"SESSION_LIMIT_REACHED"}', { reason: 'session-limit' }],
    [
      'the page of the session limit',
      200,
      destination('https://signin.aws.amazon.com/sessions/limit?x=1'),
      { reason: 'session-limit' },
    ],
    ['a 429', 429, '', { reason: 'throttled' }],
    ['a 500', 500, 'null', { reason: 'unexpected-answer' }],
    ['a 200 that says nothing', 200, '{}', { reason: 'unexpected-answer' }],
  ];
  it.each(cases)('%s', (_name, status, body, expected) => {
    expect(parseSwitchAnswer(status, body, PARTITIONS.aws)).toMatchObject(expected);
  });
});

describe('what a tab says that it was answered', () => {
  const foreign = { kind: 'failed', reason: 'foreign-destination' };
  const unexpected = { kind: 'failed', reason: 'unexpected-answer' };
  it.each([
    [{ kind: 'destination', url: 'https://signin.aws.amazon.com/oauth' }, { kind: 'destination' }],
    [{ kind: 'destination', url: 'https://evil.example/' }, foreign],
    [{ kind: 'destination', url: 'https://console.amazonaws.cn/' }, foreign],
    [{ kind: 'destination', url: 7 }, foreign],
    [
      { kind: 'failed', reason: 'throttled' },
      { kind: 'failed', reason: 'throttled' },
    ],
    [{ kind: 'failed', reason: 'constructor' }, unexpected],
    [{}, unexpected],
    [undefined, unexpected],
  ])('%j', (input, expected) => {
    expect(parseTabAnswer(input, PARTITIONS.aws)).toMatchObject(expected);
  });
});
