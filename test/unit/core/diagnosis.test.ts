import { describe, expect, it } from 'vitest';
import { type Deviation, deviations } from '../../../src/core/console/deviations.ts';
import { type Diagnosis, diagnose, type SeenOnPage } from '../../../src/core/console/diagnosis.ts';
import { parseDiagnosis } from '../../../src/core/console/parse-diagnosis.ts';
import type { PageFacts } from '../../../src/core/console/session.ts';

const ARN = 'arn:aws:iam::111111111111:user/team/alice';
const META = {
  accountId: '111111111111',
  accountAlias: 'hatrack-jump',
  sessionARN: ARN,
  signInEndpoint: 'signin.aws.amazon.com',
};
const INFO = { loginDisplayNameUser: 'alice', loginDisplayNameAccount: 'hatrack-jump' };
const PRISM_PAGE = 'https://111111111111-abcd1234.us-east-1.console.aws.amazon.com/ec2/home';

/** A page that tells everything, as the contract has it. */
const WHOLE: PageFacts = {
  pageUrl: 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1',
  sessionData: JSON.stringify(META),
  signInEndpoint: undefined,
  accountInfo: JSON.stringify(INFO),
  userInfo: encodeURIComponent(JSON.stringify({ arn: ARN, alias: 'hatrack-jump' })),
};
const SEEN: SeenOnPage = { header: 'list', hasToken: true };

function diagnosisOf(facts: Partial<PageFacts> = {}, seen: Partial<SeenOnPage> = {}): Diagnosis {
  return diagnose({ ...WHOLE, ...facts }, { ...SEEN, ...seen });
}

function meta(changes: Record<string, unknown>): Partial<PageFacts> {
  return { sessionData: JSON.stringify({ ...META, ...changes }) };
}

describe('where each fact comes from', () => {
  const cases: [string, Partial<PageFacts>, Partial<Diagnosis['sources']>][] = [
    [
      'the session data first',
      {},
      { account: 'session-data', identity: 'session-data', 'sign-in-host': 'session-data', role: undefined },
    ],
    [
      'then the cookie',
      { sessionData: undefined },
      { account: 'user-info', identity: 'user-info', 'sign-in-host': 'partition-table' },
    ],
    [
      'then the account info',
      { sessionData: '{oops', userInfo: undefined },
      { account: 'account-info', identity: 'account-info' },
    ],
    ['each from its own', meta({ sessionARN: undefined }), { account: 'session-data', identity: 'user-info' }],
    [
      'the sign-in host from the old element',
      { ...meta({ signInEndpoint: undefined }), signInEndpoint: 'signin.aws.amazon.com' },
      { 'sign-in-host': 'sign-in-element' },
    ],
    [
      'no sign-in host where a foreign one is named',
      meta({ signInEndpoint: 'evil.example' }),
      {
        'sign-in-host': undefined,
      },
    ],
    ['which session from the host', { pageUrl: PRISM_PAGE }, { differentiator: 'host-name' }],
    [
      'which session from the session data',
      meta({ prismModeEnabled: true, sessionDifferentiator: '111111111111-abcd1234' }),
      { differentiator: 'session-data' },
    ],
    [
      'a switched session’s sign-in from the account info alone',
      {
        ...meta({ accountId: '222222222222', sessionARN: 'arn:aws:sts::222222222222:assumed-role/Admin/alice' }),
        accountInfo: JSON.stringify({ ...INFO, roleDisplayNameUser: 'Admin', roleDisplayNameAccount: 'payments-prod' }),
      },
      { account: 'account-info', identity: 'account-info', role: 'session-data' },
    ],
  ];
  it.each(cases)('%s', (_name, facts, sources) => {
    expect(diagnosisOf(facts).sources).toMatchObject(sources);
  });
});

describe('what became of the page’s own sources', () => {
  const cases: [string, Partial<PageFacts>, Partial<Diagnosis['told']>][] = [
    [
      'all are read',
      {},
      { 'session-data': 'read', 'account-info': 'read', 'user-info': 'read', 'sign-in-host': 'read' },
    ],
    [
      'none is there',
      { sessionData: undefined, accountInfo: undefined, userInfo: undefined },
      { 'session-data': 'absent', 'account-info': 'absent', 'user-info': 'absent', 'sign-in-host': 'absent' },
    ],
    ['malformed session data', { sessionData: '{"accountId":"1111' }, { 'session-data': 'unreadable' }],
    [
      'session data of other types',
      { sessionData: '{"accountId":["111111111111"]}' },
      { 'session-data': 'unreadable' },
    ],
    [
      'an empty account info, as the page’s world answers where there is none',
      { accountInfo: '{}' },
      {
        'account-info': 'absent',
      },
    ],
    [
      'an account info of other types',
      { accountInfo: '{"loginDisplayNameUser":["alice"]}' },
      {
        'account-info': 'unreadable',
      },
    ],
    ['a malformed cookie', { userInfo: '%7B%22arn' }, { 'user-info': 'unreadable' }],
    [
      'the cookie of another account',
      { userInfo: JSON.stringify({ arn: 'arn:aws:iam::999999999999:user/eve', alias: 'other' }) },
      { 'user-info': 'not-used' },
    ],
    ['the cookie with several sessions', { pageUrl: PRISM_PAGE }, { 'user-info': 'not-used' }],
    [
      'a foreign sign-in host',
      meta({ signInEndpoint: 'signin.aws.amazon.com.evil.example' }),
      {
        'sign-in-host': 'foreign',
      },
    ],
  ];
  it.each(cases)('%s', (_name, facts, told) => {
    expect(diagnosisOf(facts).told).toMatchObject(told);
  });
});

describe('what AWS has changed', () => {
  const nothing = { sessionData: undefined, accountInfo: undefined, userInfo: undefined };
  const prism = { pageUrl: PRISM_PAGE };
  const cases: [string, Partial<PageFacts>, Partial<SeenOnPage>, Deviation[]][] = [
    ['nothing on a page that tells everything', {}, {}, []],
    ['nothing in the older bar', {}, { header: 'bar' }, []],
    ['nothing where the bar is folded', {}, { header: 'folded' }, []],
    ['nothing before the bar is drawn', {}, { header: 'none' }, []],
    ['nothing on a page that is none of the console’s', { pageUrl: 'https://aws.amazon.com/' }, {}, []],
    ['nothing on a page that shows nobody', nothing, { header: 'floating', hasToken: false }, []],
    ['nothing where the cookie alone is missing', { userInfo: undefined }, {}, []],
    [
      'nothing in multi-session, without account info and token',
      { ...prism, accountInfo: '{}' },
      { hasToken: false },
      [],
    ],
    ['an unreadable session under a known bar', nothing, { hasToken: false }, ['session-unknown']],
    ['the session data is gone', { sessionData: undefined }, {}, ['session-data']],
    ['the session data is malformed', { sessionData: '{oops' }, {}, ['session-data']],
    ['the sign-in host is not named', meta({ signInEndpoint: undefined }), {}, ['sign-in-host-unnamed']],
    ['the sign-in host is empty', meta({ signInEndpoint: '' }), {}, ['sign-in-host-unnamed']],
    ['the sign-in host is foreign', meta({ signInEndpoint: 'evil.example' }), {}, ['sign-in-host-foreign']],
    ['the account info is gone', { accountInfo: '{}' }, {}, ['account-info']],
    ['the token is gone', {}, { hasToken: false }, ['token-missing']],
    ['the header is another', {}, { header: 'floating' }, ['header-unknown']],
    [
      'everything at once but for the cookie, the worst first',
      { sessionData: undefined, accountInfo: undefined },
      { header: 'floating', hasToken: false },
      ['token-missing', 'session-data', 'account-info', 'header-unknown'],
    ],
  ];
  it.each(cases)('%s', (_name, facts, seen, expected) => {
    expect(deviations(diagnosisOf(facts, seen))).toEqual(expected);
  });
});

describe('a diagnosis that a tab has answered', () => {
  it.each([
    ['of a whole page', {}, {}],
    ['of a page that tells nothing', { sessionData: undefined, accountInfo: undefined, userInfo: undefined }, {}],
    ['of another page', { pageUrl: 'https://aws.amazon.com/' }, { header: 'none' as const, hasToken: false }],
  ])('comes through as it was: %s', (_name, facts, seen) => {
    const diagnosis = diagnosisOf(facts, seen);
    expect(parseDiagnosis(JSON.parse(JSON.stringify(diagnosis)))).toEqual(diagnosis);
  });

  it.each([undefined, null, 'text', [], {}, { session: 'signed-in', header: 'list' }])('is none: %j', (answer) => {
    expect(parseDiagnosis(answer)).toBeUndefined();
  });
});
