import { describe, expect, it } from 'vitest';
import { PARTITIONS } from '../../../src/core/console/partition.ts';
import { parseSessionRequest } from '../../../src/core/sessions/session-request.ts';

const URL = 'https://signin.aws.amazon.com/sessions/111111111111-abcd/v1/switchrole';
const BODY = {
  account: '222222222222',
  color: 'aaaaaa',
  displayName: 'x',
  redirectUri: 'https://x/',
  roleName: 'Admin',
};

describe('a request that a tab is asked to send', () => {
  it('is taken whole', () => {
    const request = { kind: 'session-request', url: URL, body: BODY };
    expect(parseSessionRequest(request, PARTITIONS.aws)).toEqual(request);
  });
  it.each([
    ['nothing', undefined],
    ['no body', { url: URL }],
    ['a body that lacks a field', { url: URL, body: { ...BODY, color: undefined } }],
    ['another host', { url: URL.replace('signin', 'evil.signin.example'), body: BODY }],
    ['another partition’s host', { url: URL.replace('aws.amazon.com', 'amazonaws.cn'), body: BODY }],
    ['another path', { url: URL.replace('switchrole', 'logout'), body: BODY }],
    ['a path that climbs', { url: URL.replace('111111111111-abcd', '..%2f..'), body: BODY }],
    ['http', { url: URL.replace('https', 'http'), body: BODY }],
  ])('is not taken with %s', (_name, input) => {
    expect(parseSessionRequest(input, PARTITIONS.aws)).toBeUndefined();
  });
});
