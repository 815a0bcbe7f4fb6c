import { describe, expect, it } from 'vitest';
import { type PageFacts, parseSession } from '../../../src/core/console/session.ts';

const PAGE = 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1';
const PRISM_PAGE = 'https://111111111111-abcd1234.us-east-1.console.aws.amazon.com/ec2/home';

interface Told {
  readonly pageUrl?: string;
  readonly meta?: Record<string, unknown> | string;
  readonly info?: Record<string, unknown>;
  readonly cookie?: Record<string, unknown>;
  readonly signInEndpoint?: string;
}

function facts({ pageUrl = PAGE, meta, info, cookie, signInEndpoint }: Told): PageFacts {
  return {
    pageUrl,
    sessionData: typeof meta === 'string' ? meta : meta && JSON.stringify(meta),
    signInEndpoint,
    accountInfo: info && JSON.stringify(info),
    userInfo: cookie && encodeURIComponent(JSON.stringify(cookie)),
  };
}

function session(told: Told) {
  const result = parseSession(facts(told));
  if (!result.ok) throw new Error(result.reason);
  return result.session;
}

const USER_ARN = 'arn:aws:iam::111111111111:user/team/alice';
const SSO_ARN = 'arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Power_User_0123456789abcdef/alice@example.com';

describe('who is signed in', () => {
  const cases: [string, Told, object][] = [
    [
      'an IAM user, by the meta element',
      { meta: { accountId: '111111111111', accountAlias: 'hatrack-jump', sessionARN: USER_ARN } },
      {
        kind: 'iam-user',
        accountId: '111111111111',
        accountAlias: 'hatrack-jump',
        loginRole: undefined,
        name: 'alice',
      },
    ],
    [
      'a SAML role',
      { meta: { accountId: '111111111111', sessionARN: 'arn:aws:sts::111111111111:assumed-role/JumpRole/alice' } },
      { kind: 'role', accountId: '111111111111', loginRole: 'JumpRole', name: 'alice' },
    ],
    [
      'a permission set whose name holds underscores',
      { meta: { accountId: '111111111111', sessionARN: SSO_ARN } },
      { kind: 'identity-center', loginRole: 'Power_User', name: 'alice@example.com' },
    ],
    [
      'a federated user',
      { meta: { accountId: '111111111111', sessionARN: 'arn:aws:sts::111111111111:federated-user/bob' } },
      { kind: 'federated-user', loginRole: undefined, name: 'bob' },
    ],
    ['root', { meta: { accountId: '111111111111', sessionARN: 'arn:aws:iam::111111111111:root' } }, { kind: 'root' }],
    [
      'without the meta element, by the cookie',
      { cookie: { arn: USER_ARN, alias: 'hatrack-jump' } },
      { kind: 'iam-user', accountId: '111111111111', accountAlias: 'hatrack-jump' },
    ],
    [
      'with a malformed meta element, by the page’s account info',
      { meta: '{oops', info: { loginDisplayNameUser: 'alice', loginDisplayNameAccount: '1111-1111-1111' } },
      { kind: 'iam-user', accountId: '111111111111', name: 'alice' },
    ],
    [
      'by account info that shows the alias',
      { info: { loginDisplayNameUser: 'JumpRole/alice', loginDisplayNameAccount: 'hatrack-jump' } },
      { kind: 'role', accountId: undefined, accountAlias: 'hatrack-jump', loginRole: 'JumpRole' },
    ],
    [
      'in another partition',
      {
        pageUrl: 'https://us-gov-west-1.console.amazonaws-us-gov.com/console/home',
        meta: { sessionARN: 'arn:aws-us-gov:iam::111122223333:user/carol' },
      },
      { kind: 'iam-user', accountId: '111122223333', name: 'carol' },
    ],
  ];
  it.each(cases)('%s', (_name, told, expected) => {
    expect(session(told).identity).toMatchObject(expected);
    expect(session(told).current).toBeUndefined();
  });

  it('is the original sign-in after a classic switch, by its account’s number or alias', () => {
    const meta = {
      accountId: '222222222222',
      accountAlias: 'payments-prod',
      sessionARN: 'arn:aws:sts::222222222222:assumed-role/Admin/alice',
    };
    const switched = (loginDisplayNameAccount: string) =>
      session({
        meta,
        info: {
          loginDisplayNameUser: 'alice',
          loginDisplayNameAccount,
          roleDisplayNameUser: 'Admin',
          roleDisplayNameAccount: 'payments-prod',
        },
      });
    expect(switched('1111-1111-1111').identity).toMatchObject({ kind: 'iam-user', accountId: '111111111111' });
    expect(switched('hatrack-jump').identity).toMatchObject({ accountId: undefined, accountAlias: 'hatrack-jump' });
    expect(switched('hatrack-jump').current).toEqual({
      accountId: '222222222222',
      accountAlias: 'payments-prod',
      roleName: 'Admin',
    });
  });

  it('is the role itself after a multi-session switch, because that session authorises the next one', () => {
    const { identity, current, multiSession } = session({
      pageUrl: 'https://222222222222-wxyz9876.us-east-1.console.aws.amazon.com/ec2/home',
      meta: {
        accountId: '222222222222',
        prismModeEnabled: true,
        sessionDifferentiator: '222222222222-wxyz9876',
        sessionARN: 'arn:aws:sts::222222222222:assumed-role/Admin/alice',
      },
      info: {
        loginDisplayNameUser: 'alice',
        loginDisplayNameAccount: '1111-1111-1111',
        roleDisplayNameUser: 'Admin',
        roleDisplayNameAccount: '2222-2222-2222',
      },
    });
    expect(identity).toMatchObject({ kind: 'role', accountId: '222222222222', loginRole: 'Admin' });
    expect(current?.roleName).toBe('Admin');
    expect(multiSession).toEqual({ differentiator: '222222222222-wxyz9876' });
  });

  it('does not trust the cookie in multi-session, where it may describe another tab', () => {
    const told = { pageUrl: PRISM_PAGE, cookie: { arn: USER_ARN } };
    expect(parseSession(facts(told))).toEqual({ ok: false, reason: 'session-unknown' });
  });
});

describe('which session of several', () => {
  const cases: [string, Told, string | undefined][] = [
    ['none without multi-session', { meta: { accountId: '111111111111' } }, undefined],
    [
      'the label in the browser’s own URL',
      { pageUrl: PRISM_PAGE, meta: { accountId: '111111111111' } },
      '111111111111-abcd1234',
    ],
    [
      'the URL’s label, whatever the page says',
      {
        pageUrl: PRISM_PAGE,
        meta: { accountId: '111111111111', prismModeEnabled: true, sessionDifferentiator: '999999999999-evil' },
      },
      '111111111111-abcd1234',
    ],
    [
      'the page’s word on a host without a label',
      { meta: { accountId: '111111111111', prismModeEnabled: 'true', sessionDifferentiator: '111111111111-abcd1234' } },
      '111111111111-abcd1234',
    ],
    [
      'none where the page’s label has another form',
      { meta: { accountId: '111111111111', prismModeEnabled: true, sessionDifferentiator: 'x/../../y' } },
      undefined,
    ],
  ];
  it.each(cases)('%s', (_name, told, differentiator) => {
    expect(session(told).multiSession?.differentiator).toBe(differentiator);
  });
});

describe('the sign-in host', () => {
  const gov = 'https://us-gov-west-1.console.amazonaws-us-gov.com/console/home';
  const cn = 'https://cn-north-1.console.amazonaws.cn/console/home';
  const eusc = 'https://eusc-de-east-1.console.amazonaws-eusc.eu/console/home';
  const cases: [string, string, string | undefined, string | undefined][] = [
    ['the global one that the page names', PAGE, 'signin.aws.amazon.com', 'signin.aws.amazon.com'],
    ['a regional one that the page names', PAGE, 'us-east-1.signin.aws.amazon.com', 'us-east-1.signin.aws.amazon.com'],
    ['the partition’s where the page names none', PAGE, undefined, 'signin.aws.amazon.com'],
    ['GovCloud’s', gov, undefined, 'signin.amazonaws-us-gov.com'],
    ['China’s', cn, undefined, 'signin.amazonaws.cn'],
    ['the EU Sovereign Cloud’s regional one', eusc, undefined, 'eusc-de-east-1.signin.amazonaws-eusc.eu'],
    [
      'the regional one where the EU page names the bare host',
      eusc,
      'signin.amazonaws-eusc.eu',
      'eusc-de-east-1.signin.amazonaws-eusc.eu',
    ],
    ['none for a look-alike', PAGE, 'signin.aws.amazon.com.evil.example', undefined],
    ['none for a prefix look-alike', PAGE, 'evilsignin.aws.amazon.com', undefined],
    ['none for another partition’s', PAGE, 'signin.amazonaws.cn', undefined],
    ['none for a host with a path in it', PAGE, 'evil.example/signin.aws.amazon.com', undefined],
    ['none for a host with a user in it', PAGE, 'x@signin.aws.amazon.com', undefined],
  ];
  it.each(cases)('%s', (_name, pageUrl, signInEndpoint, expected) => {
    const told: Told = { pageUrl, meta: { accountId: '111111111111', signInEndpoint } };
    expect(session(told).signInHost).toBe(expected);
  });

  it('comes from the old element where the meta element lacks it', () => {
    const told = { meta: { accountId: '111111111111' }, signInEndpoint: 'eu-west-1.signin.aws.amazon.com' };
    expect(session(told).signInHost).toBe('eu-west-1.signin.aws.amazon.com');
  });
});

describe('pages that are no console', () => {
  it.each([
    'https://console.aws.amazon.com.evil.example/',
    'https://evilconsole.aws.amazon.com/',
    'https://signin.aws.amazon.com/switchrole',
    'https://us-east-1.quicksight.aws.amazon.com/sn/start',
    'not a url',
  ])('%s', (pageUrl) => {
    expect(parseSession(facts({ pageUrl, meta: { accountId: '111111111111' } }))).toEqual({
      ok: false,
      reason: 'not-a-console-page',
    });
  });
});
