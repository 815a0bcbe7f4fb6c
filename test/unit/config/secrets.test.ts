import { describe, expect, it } from 'vitest';
import { removeSecrets } from '../../../src/core/config/secrets.ts';

describe('a line goes if it gives a credential a value', () => {
  it.each<[string, string]>([
    ['aws_access_key_id = AKIAEXAMPLE', 'aws_access_key_id'],
    ['aws_secret_access_key=x', 'aws_secret_access_key'],
    ['aws_session_token: x', 'aws_session_token'],
    ['aws_security_token =x', 'aws_security_token'],
    ['x_security_token_expires = 2030-01-01T00:00:00Z', 'x_security_token_expires'],
    ['  AWS_Secret_Access_KEY\t= x', 'aws_secret_access_key'],
    ['"aws_secret_access_key" = x', 'aws_secret_access_key'],
    ["'aws_secret_access_key': 'x',", 'aws_secret_access_key'],
    ['# aws_secret_access_key = x', 'aws_secret_access_key'],
    [';;aws_secret_access_key=x', 'aws_secret_access_key'],
    ['export AWS_SECRET_ACCESS_KEY="x"', 'aws_secret_access_key'],
    ['$Env:AWS_SESSION_TOKEN="x"', 'aws_session_token'],
    ['AWS_PROFILE=a AWS_SESSION_TOKEN=x aws s3 ls', 'aws_session_token'],
    ['region = x # aws_session_token = x', 'aws_session_token'],
    ['"SecretAccessKey": "x",', 'secretaccesskey'],
    ['aws_secret_access_key =', 'aws_secret_access_key'],
    ['aws_session_token = abc=', 'aws_session_token'],
    // The Kelvin sign is a k in lower case, to parse-ini as well.
    ['aws_secret_access_\u212Aey = x', 'aws_secret_access_key'],
  ])('%s', (line, key) => {
    expect(removeSecrets(`[a]\n${line}\nregion = b\n`)).toEqual({
      text: '[a]\nregion = b\n',
      removed: [{ line: 2, key: expect.stringMatching(key.replace('ey', '.y')) }],
    });
  });
});

describe('a line stays', () => {
  it.each([
    'mfa_serial = x',
    'aws_account_id = 1',
    'label = the aws_secret_access_key',
    'aws_session_token_file = x',
    'role_session_name = me',
    'sso_session = x',
    '# keep aws_access_key_id out of here',
  ])('%s', (line) => {
    const text = `[a]\n${line}\n`;
    expect(removeSecrets(text)).toEqual({ text, removed: [] });
  });
});

describe('everything else stays byte for byte', () => {
  it.each<[string, string, string]>([
    ['line ends of every kind', 'a\r\naws_session_token=x\r\nb\raws_session_token=x\rc\n', 'a\r\nb\rc\n'],
    ['a last line without an end', 'a\naws_session_token=x', 'a\n'],
    ['the only line', 'aws_session_token=x', ''],
    ['a BOM', '\uFEFFaws_session_token=x\na', '\uFEFFa'],
    ['blank lines and blanks', ' \n\n aws_session_token=x\n\n\t', ' \n\n\n\t'],
    ['lone surrogates and control characters', '\uD800\u0000\naws_session_token=x\n\u2028', '\uD800\u0000\n\u2028'],
    ['a text without secrets', '\uFEFF[a]\r\nb', '\uFEFF[a]\r\nb'],
  ])('%s', (_, text, expected) => {
    expect(removeSecrets(text).text).toBe(expected);
  });
});

describe('a credential that goes on in the next lines goes with them', () => {
  it.each<[string, string, string, number[]]>([
    ['broken in two', 'aws_session_token = abc\n  def/ghi==\nregion = x', 'region = x', [1, 2]],
    ['all of it below', 'aws_session_token =\n\n  abc\n  d = e\nregion = x', '\nregion = x', [1, 3, 4]],
    ['around a comment', 'aws_session_token = abc\n# note\n  def', '# note\n', [1, 3]],
    ['but an indented key stays', 'aws_session_token = abc\n  region = x', '  region = x', [1]],
    ['and an indented section', 'aws_session_token =\n  [a]\n  region = x', '  [a]\n  region = x', [1]],
    ['and what is no deeper', '  aws_session_token = abc\n  note', '  note', [1]],
  ])('%s', (_, text, expected, lines) => {
    const { text: left, removed } = removeSecrets(text);
    expect(left).toBe(expected);
    expect(removed.map(({ line }) => line)).toEqual(lines);
  });
});
