import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportText } from '../../../src/core/check/report-text.ts';
import type { SelfCheck } from '../../../src/core/check/self-check.ts';
import { diagnose, HEADERS } from '../../../src/core/console/diagnosis.ts';
import { parseDiagnosis } from '../../../src/core/console/parse-diagnosis.ts';
import { consoleMatchPatterns } from '../../../src/core/console/partition.ts';

const CHECK: SelfCheck = {
  versions: { hatrack: '1.2.3', browser: 'Firefox 153.0', system: 'linux, x86-64', language: 'en-US' },
  hosts: consoleMatchPatterns().map((name, index) => ({ name, isAllowed: index > 0 })),
  permissions: [{ name: 'tabGroups', isAllowed: false }],
  storage: { local: 1234, sync: undefined, isSyncOn: true, syncState: 'failed', isManaged: false },
};

/** What a page may say of its session, and what must not be passed on. */
const PRIVATE = {
  accountId: '424242424242',
  accountAlias: 'secret-alias',
  user: 'confidential.person',
  role: 'ClassifiedRole',
  token: 'csrf-token-value',
  path: 'private-bucket',
  host: 'hidden.example',
};
const WORDS = Object.values(PRIVATE);

const word = fc.constantFrom(...WORDS, ...WORDS.map((text) => `arn:aws:iam::${PRIVATE.accountId}:user/${text}`));
const json = fc
  .dictionary(
    fc.constantFrom(
      'accountId',
      'accountAlias',
      'sessionARN',
      'signInEndpoint',
      'sessionDifferentiator',
      'prismModeEnabled',
      'loginDisplayNameUser',
      'loginDisplayNameAccount',
      'roleDisplayNameUser',
      'roleDisplayNameAccount',
      'arn',
      'alias',
    ),
    fc.oneof(word, fc.constant(true), fc.array(word)),
  )
  .map((record) => JSON.stringify(record));
const fact = fc.option(fc.oneof(json, json.map(encodeURIComponent), word), { nil: undefined });
const facts = fc.record({
  pageUrl: fc.constantFrom(
    `https://us-east-1.console.aws.amazon.com/s3/buckets/${PRIVATE.path}`,
    `https://${PRIVATE.accountId}-abcd1234.us-east-1.console.aws.amazon.com/iam/home#/roles/${PRIVATE.role}`,
    `https://${PRIVATE.host}/${PRIVATE.path}`,
  ),
  sessionData: fact,
  signInEndpoint: fact,
  accountInfo: fact,
  userInfo: fact,
});
const seen = fc.record({ header: fc.constantFrom(...HEADERS), hasToken: fc.boolean() });

describe('the self-check as text', () => {
  it('tells all of it', () => {
    const diagnosis = diagnose(
      {
        pageUrl: 'https://us-east-1.console.aws.amazon.com/',
        sessionData: JSON.stringify({ accountId: '111111111111', sessionARN: 'arn:aws:iam::111111111111:user/alice' }),
        signInEndpoint: undefined,
        accountInfo: undefined,
        userInfo: undefined,
      },
      { header: 'floating', hasToken: false },
    );
    const text = reportText(CHECK, { kind: 'diagnosis', diagnosis });
    for (const line of [
      'Hatrack: 1.2.3',
      'browser: Firefox 153.0',
      'system: linux, x86-64',
      'partition: aws',
      'session: signed-in, iam-user, classic',
      'header: floating',
      'token: missing',
      'session-data: read',
      'user-info: absent',
      'account from: session-data',
      'differentiator from: nowhere',
      'sign-in-host from: partition-table',
      'deviations: token-missing, account-info, sign-in-host-unnamed, header-unknown',
      'https://*.console.aws.amazon.com/*: not allowed',
      'https://*.console.amazonaws.cn/*: allowed',
      'tabGroups: not allowed',
      'local: 1234 bytes',
      'sync: not available, on, failed',
      'policy: none',
    ]) {
      expect(text).toContain(`  ${line}\n`);
    }
  });

  it.each([
    ['no tab', undefined, 'none'],
    ['a tab that Hatrack does not run in', { kind: 'silent' } as const, 'does not answer'],
  ])('tells of %s', (_name, tab, line) => {
    expect(reportText(CHECK, tab)).toContain(`Console tab\n  ${line}\n`);
  });

  it('has nothing of what a page says, whatever it says and wherever', () => {
    fc.assert(
      fc.property(facts, seen, (told, onPage) => {
        const text = reportText(CHECK, { kind: 'diagnosis', diagnosis: diagnose(told, onPage) });
        for (const secret of WORDS) expect(text).not.toContain(secret);
      }),
      { numRuns: 2000 },
    );
  });

  it('has nothing of what a compromised tab answers', () => {
    const own = diagnose(
      { pageUrl: '', sessionData: '', signInEndpoint: '', accountInfo: '', userInfo: '' },
      { header: 'list', hasToken: true },
    );
    const names = [...Object.keys(own), 'other'];
    const answer = fc.dictionary(fc.constantFrom(...names), fc.oneof(word, fc.dictionary(word, word), fc.array(word)));
    fc.assert(
      fc.property(answer, (forged) => {
        const diagnosis = parseDiagnosis({ ...own, ...forged, session: 'signed-in', header: 'list', token: 'there' });
        const text = diagnosis && reportText(CHECK, { kind: 'diagnosis', diagnosis });
        for (const secret of WORDS) expect(text).not.toContain(secret);
      }),
    );
  });
});
