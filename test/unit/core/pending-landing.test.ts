import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import {
  goOnUrl,
  parsePendingLanding,
  pendingLanding,
  savePendingLanding,
} from '../../../src/core/console/pending-landing.ts';
import { type PageFacts, parseSession } from '../../../src/core/console/session.ts';

const URL_THERE = 'https://lightsail.aws.amazon.com/ls/webapp/home';
const NOW = 1_800_000_000_000;
const [admin, byAlias] = readConfig(`
[admin]
role_arn = arn:aws:iam::222222222222:role/team/Admin
[by-alias]
aws_account_id = payments-prod
role_name = Admin
`).roles;

interface Told {
  readonly arn?: string;
  readonly meta?: Readonly<Record<string, string>>;
  readonly info?: Readonly<Record<string, string>>;
}

function session({ arn, meta, info }: Told) {
  const facts: PageFacts = {
    pageUrl: 'https://us-east-1.console.aws.amazon.com/ec2/home',
    sessionData: JSON.stringify({ ...meta, sessionARN: arn }),
    signInEndpoint: undefined,
    accountInfo: info && JSON.stringify(info),
    userInfo: undefined,
  };
  const result = parseSession(facts);
  if (!result.ok) throw new Error(result.reason);
  return result.session;
}

const ADMIN = 'arn:aws:sts::222222222222:assumed-role/Admin/jo';
const JO = 'arn:aws:iam::111111111111:user/jo';
const SWITCHED = {
  loginDisplayNameUser: 'jo',
  loginDisplayNameAccount: '1111-1111-1111',
  roleDisplayNameUser: 'Admin',
};

describe('a tab goes on', () => {
  it.each<[string, Parameters<typeof pendingLanding>[1], Told, boolean]>([
    ['once its session is the role', admin, { arn: ADMIN, info: SWITCHED }, true],
    ['where only the session’s ARN tells', admin, { arn: ADMIN }, true],
    [
      'where only the account info tells',
      admin,
      { info: { ...SWITCHED, roleDisplayNameAccount: '2222-2222-2222' } },
      true,
    ],
    [
      'where the account is known by its alias alone',
      admin,
      { info: { ...SWITCHED, roleDisplayNameAccount: 'payments' } },
      true,
    ],
    ['not before', admin, { arn: JO }, false],
    ['not in another account', admin, { arn: ADMIN.replace('2222', '3333'), info: SWITCHED }, false],
    ['not in another role', admin, { arn: ADMIN.replace('Admin', 'ReadOnly') }, false],
    [
      'not where a sign-in of the same name tells no account',
      admin,
      { info: { loginDisplayNameUser: 'Admin/jo', loginDisplayNameAccount: 'home' } },
      false,
    ],
    ['by alias', byAlias, { arn: ADMIN, meta: { accountAlias: 'payments-prod' }, info: SWITCHED }, true],
    ['not by another alias', byAlias, { arn: ADMIN, meta: { accountAlias: 'payments-dev' }, info: SWITCHED }, false],
    ['after the way back', undefined, { arn: JO }, true],
    ['not while still switched', undefined, { arn: ADMIN, info: SWITCHED }, false],
  ])('%s', (_name, role, told, goesOn) => {
    const pending = pendingLanding(URL_THERE, role, NOW);
    expect(goOnUrl(pending, session(told), NOW + 5000)).toBe(goesOn ? URL_THERE : undefined);
  });

  it.each([
    [0, true],
    [60_000, true],
    [60_001, false],
    // A clock that was set back since.
    [-1, false],
  ])('%d ms after it was asked for: %s', (age, goesOn) => {
    const pending = pendingLanding(URL_THERE, admin, NOW);
    expect(goOnUrl(pending, session({ arn: ADMIN }), NOW + age)).toBe(goesOn ? URL_THERE : undefined);
  });
});

describe('what a tab waits for', () => {
  it.each([admin, byAlias, undefined])('comes back from storage as it was', (role) => {
    const pending = pendingLanding(URL_THERE, role, NOW);
    expect(parsePendingLanding(JSON.parse(JSON.stringify(savePendingLanding(pending))))).toEqual(pending);
  });

  const saved = savePendingLanding(pendingLanding(URL_THERE, admin, NOW));
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'https://console.aws.amazon.com/'],
    ['a page elsewhere', { ...saved, url: 'https://evil.example/' }],
    ['a page without TLS', { ...saved, url: 'http://console.aws.amazon.com/' }],
    ['a script', { ...saved, url: 'javascript:alert(1)' }],
    ['no time', { ...saved, until: '1' }],
    ['no account', { ...saved, account: '2222' }],
    ['half a role', { ...saved, roleName: undefined }],
  ])('is not taken from storage that holds %s', (_name, data) => {
    expect(parsePendingLanding(data)).toBeUndefined();
  });
});
