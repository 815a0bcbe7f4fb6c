import { describe, expect, it } from 'vitest';
import { judgeAnswer, parseRetryAfter, type TeamAnswer } from '../../../src/core/team/judge-answer.ts';
import { judgeText } from '../../../src/core/team/judge-text.ts';
import { parseSenderMessage } from '../../../src/core/team/sender-message.ts';

const NOW = Date.UTC(2026, 10, 22);
const INI = '[dev]\nrole_arn = arn:aws:iam::333333333333:role/Developer\n';

function answer(body: string | Uint8Array, options: Partial<TeamAnswer> = {}): TeamAnswer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return {
    kind: 'answer',
    status: 200,
    finalUrl: 'https://config.example/team.ini',
    isAllowed: true,
    contentType: 'text/plain; charset=utf-8',
    retryAfter: undefined,
    etag: '"1"',
    lastModified: undefined,
    body: { bytes, sha256: 'a'.repeat(64) },
    ...options,
  };
}

/** `text`, `unchanged`, or the reason with its detail. */
function verdict(given: TeamAnswer): string {
  const judged = judgeAnswer(given, NOW);
  return judged.kind === 'failed' ? `${judged.failure.code} ${judged.failure.detail}`.trim() : judged.kind;
}

describe('an answer', () => {
  it.each<[string, TeamAnswer, string]>([
    ['a text', answer(INI), 'text'],
    ['with a BOM', answer(`\uFEFF${INI}`), 'text'],
    ['of S3', answer(INI, { contentType: 'binary/octet-stream' }), 'text'],
    ['of bytes', answer(INI, { contentType: 'application/octet-stream' }), 'text'],
    ['of INI', answer(INI, { contentType: 'text/x-ini' }), 'text'],
    ['of no type', answer(INI, { contentType: undefined }), 'text'],
    ['an empty one', answer(''), 'text'],
    ['not modified', answer('', { status: 304, body: undefined }), 'unchanged'],
    ['a page by its type', answer(INI, { contentType: 'Text/HTML; charset=utf-8' }), 'html'],
    ['a page by its look', answer('\uFEFF\n  <!DOCTYPE html><title>Sign in</title>'), 'html'],
    ['a page without a doctype', answer('<html lang="en">'), 'html'],
    ['a page that begins with a comment', answer('<!-- served by x -->\n<html>'), 'html'],
    ['an XML error', answer('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'), 'html'],
    ['a picture', answer(INI, { contentType: 'image/png' }), 'wrong-type image/png'],
    ['an archive', answer(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00])), 'not-text'],
    ['Latin-1', answer(new Uint8Array([0x5b, 0xe4, 0x5d])), 'not-text'],
    ['another site', answer(INI, { isAllowed: false, finalUrl: 'https://evil.example/' }), 'redirect'],
    ['no https', answer(INI, { finalUrl: 'http://config.example/team.ini' }), 'redirect'],
    ['another site’s 304', answer('', { status: 304, isAllowed: false }), 'redirect'],
    ['401', answer('', { status: 401 }), 'not-allowed 401'],
    ['403', answer('', { status: 403 }), 'not-allowed 403'],
    ['404', answer('', { status: 404 }), 'missing 404'],
    ['410', answer('', { status: 410 }), 'missing 410'],
    ['429', answer('', { status: 429 }), 'busy 429'],
    ['500', answer('', { status: 500 }), 'server 500'],
    ['502', answer('', { status: 502 }), 'server 502'],
    ['503', answer('', { status: 503 }), 'busy 503'],
    ['204', answer('', { status: 204 }), 'status 204'],
    ['418', answer('', { status: 418 }), 'status 418'],
    ['0', answer('', { status: 0 }), 'status 0'],
  ])('%s', (_name, given, expected) => {
    expect(verdict(given)).toBe(expected);
  });

  it('keeps what the server can be asked with again, where a header can hold it', () => {
    expect(judgeAnswer(answer(INI, { etag: '"ü"', lastModified: 'Sun, 22 Nov 2026 00:00:00 GMT' }), NOW)).toMatchObject(
      {
        validators: { etag: undefined, lastModified: 'Sun, 22 Nov 2026 00:00:00 GMT', sha256: 'a'.repeat(64) },
      },
    );
  });

  it.each<[string | undefined, number | undefined]>([
    [undefined, undefined],
    ['120', 120_000],
    ['Sun, 22 Nov 2026 00:01:00 GMT', 60_000],
    ['Sat, 21 Nov 2026 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', 0],
  ])('with Retry-After %s', (value, expected) => {
    expect(parseRetryAfter(value, NOW)).toBe(expected);
    expect(judgeAnswer(answer('', { status: 429, retryAfter: value }), NOW)).toMatchObject({ retryAfterMs: expected });
  });
});

describe('a text', () => {
  it('loses its credentials before anything else is done with it', () => {
    const judged = judgeText(`${INI}aws_secret_access_key = verysecret\n`);
    expect(judged).toEqual({ kind: 'text', text: INI, usable: 1, secrets: 1 });
  });

  it.each<[string, string, number]>([
    ['roles', INI, 1],
    ['a base', '[jump]\naws_account_id = 111111111111\n', 1],
    [
      'a portal’s role',
      '[p]\nsso_account_id = 111111111111\nsso_role_name = R\nsso_start_url = https://d-1.awsapps.com/start\n',
      1,
    ],
    ['free text', 'this is no configuration\n', 0],
    ['JSON', '{"message":"Not Found"}', 0],
    ['nothing', '', 0],
  ])('of %s', (_name, text, usable) => {
    expect(judgeText(text)).toMatchObject({ kind: 'text', usable });
  });

  it('is taken up to the limit', () => {
    expect(judgeText('#'.repeat(5 * 1024 * 1024))).toMatchObject({ kind: 'text' });
    expect(judgeText('#'.repeat(5 * 1024 * 1024 + 1))).toMatchObject({ failure: { code: 'too-large' } });
  });

  it('takes no time to refuse, however it is made', () => {
    const hostile = `<!${'- -->'.repeat(200_000)}`;
    expect(judgeText(hostile).kind).toBe('text');
  });
});

describe('a message of another extension', () => {
  it.each<[string, unknown, { text: string | undefined } | undefined]>([
    ['as AESR takes it', { action: 'updateConfig', dataType: 'ini', data: INI }, { text: INI }],
    ['of another type', { action: 'updateConfig', dataType: 'json', data: '{}' }, { text: undefined }],
    ['without data', { action: 'updateConfig', dataType: 'ini' }, { text: undefined }],
    ['of an empty text', { action: 'updateConfig', dataType: 'ini', data: '' }, { text: undefined }],
    ['of no text', { action: 'updateConfig', dataType: 'ini', data: { toString: 1 } }, { text: undefined }],
    ['of another action', { action: 'getConfig', dataType: 'ini', data: INI }, undefined],
    ['nothing', undefined, undefined],
    ['a text', 'updateConfig', undefined],
    ['null', null, undefined],
  ])('%s', (_name, message, expected) => {
    expect(parseSenderMessage(message)).toEqual(expected);
  });
});
