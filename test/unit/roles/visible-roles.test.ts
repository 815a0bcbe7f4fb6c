import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { type PageFacts, parseSession, type Session } from '../../../src/core/console/session.ts';
import type { RoleStanding, Standing, WithheldReason } from '../../../src/core/roles/standing.ts';
import { visibleRoles } from '../../../src/core/roles/visible-roles.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings.ts';

const HOME = '111111111111';
const AWAY = '222222222222';

interface Told {
  readonly account?: string;
  readonly alias?: string;
  readonly host?: string;
  /** What the session's ARN ends in, e.g. `user/me` or `assumed-role/Admin/me`. */
  readonly who?: string;
  /** Signed-in identity and account of a session that has switched, as the navigation bar shows them. */
  readonly login?: readonly [user: string, account: string];
  readonly isMultiSession?: boolean;
}

/** A session as the console would tell it. */
function session({
  account = HOME,
  alias = '',
  host = 'us-east-1.console.aws.amazon.com',
  ...told
}: Told = {}): Session {
  const { who = 'user/me', login, isMultiSession = false } = told;
  const service = who.startsWith('assumed-role') ? 'sts' : 'iam';
  const facts: PageFacts = {
    pageUrl: `https://${isMultiSession ? `${account}-abcd1234.` : ''}${host}/`,
    sessionData: JSON.stringify({
      accountId: account,
      accountAlias: alias,
      sessionARN: `arn:aws:${service}::${account}:${who}`,
    }),
    signInEndpoint: undefined,
    accountInfo: JSON.stringify(
      login && {
        loginDisplayNameUser: login[0],
        loginDisplayNameAccount: login[1],
        roleDisplayNameUser: who.split('/')[1],
      },
    ),
    userInfo: undefined,
  };
  const result = parseSession(facts);
  if (!result.ok) throw new Error(result.reason);
  return result.session;
}

/** Each role as `profile: why it is offered`, `profile: =how it stands` or `profile: -why not`, in the text's order. */
function standings(text: string, told: Told | Session = {}, settings = DEFAULT_SETTINGS): string[] {
  const config = readConfig(text);
  const asked = 'partition' in told ? told : session(told);
  const all = visibleRoles(config, asked, settings);
  expect(all).toHaveLength(config.roles.length + config.portalRoles.length);
  return all.map(line);
}

function line({ role, standing }: RoleStanding): string {
  return `${role.profile}: ${inShort(standing)}`;
}

function inShort(standing: Standing): string | undefined {
  if (standing.kind === 'withheld') return `-${explain(standing.reason)}`;
  if (standing.kind === 'chain') return `=chain ${standing.hops.map(({ profile }) => profile).join('>')}`;
  if (standing.kind !== 'offered') return `=${standing.kind}`;
  return standing.ground?.kind === 'base' ? standing.ground.base.profile : standing.ground?.kind;
}

function explain(reason: WithheldReason): string {
  if (reason.code === 'other-base') return `other-base ${reason.bases.map(({ profile }) => profile).join()}`;
  if (reason.code === 'login-role') return `login-role ${reason.loginRoles.join()}`;
  if (reason.code === 'partition') return `partition ${reason.partition}`;
  if (reason.code === 'chain-classic') return `chain-classic ${reason.hops.join('>')}`;
  if (reason.code === 'portal-only') return `portal-only ${reason.permissionSet}`;
  if (reason.code === 'not-matching-role-name') return `not-matching-role-name ${reason.loginRole}`;
  return reason.code;
}

/** A role in an account that is nobody's base, with some more lines. */
function role(name: string, lines = '', roleName = 'R'): string {
  return `[${name}]\nrole_arn = arn:aws:iam::999999999999:role/${roleName}\n${lines}\n`;
}

function base(name: string, account: string, lines = ''): string {
  return `[${name}]\naws_account_id = ${account}\n${lines}\n`;
}

describe('bases', () => {
  const text = [
    base('home', HOME, 'aws_account_alias = home-org'),
    base('away', AWAY),
    base('named', 'away-org'),
    role('free'),
    role('h', 'source_profile = home'),
    role('a', 'source_profile = away'),
    role('n', 'source_profile = named'),
    role('both', 'source_profile = away, home'),
    role('lost', 'source_profile = nowhere'),
  ].join('');
  it.each<[string, Told, string[]]>([
    ['the account by number', {}, ['h: home', 'a: -other-base away', 'n: -other-base named', 'both: home']],
    ['another account', { account: AWAY }, ['h: -other-base home', 'a: away', 'n: -other-base named', 'both: away']],
    [
      'an account by its alias',
      { account: AWAY, alias: 'away-org' },
      ['h: -other-base home', 'a: away', 'n: named', 'both: away'],
    ],
    [
      'numbers decide where aliases say otherwise',
      { account: AWAY, alias: 'home-org' },
      ['h: -other-base home', 'a: away', 'n: -other-base named', 'both: away'],
    ],
    [
      'an account that no base has',
      { account: '333333333333' },
      ['h: -other-base home', 'a: -other-base away', 'n: -other-base named', 'both: -other-base away,home'],
    ],
  ])('%s', (_, told, [h, a, n, both]) => {
    expect(standings(text, told)).toEqual(['free: everywhere', h, a, n, both, 'lost: unknown-base']);
  });

  it.each<[string, string, string[]]>([
    ['without an account', `[b]\noutput=json\n${role('x', 'source_profile=b')}`, ['x: unknown-base']],
    [
      'without an account, but with a login role',
      `[b]\nrole_name=Login\n${role('x', 'source_profile=b')}`,
      ['x: -login-role Login'],
    ],
    [
      'by its MFA device',
      `[b]\nmfa_serial=arn:aws:iam::${AWAY}:mfa/me\n${role('x', 'source_profile=b')}`,
      ['x: -other-base b'],
    ],
    [
      'known ones decide beside unknown ones',
      `[b]\noutput=json\n${base('away', AWAY)}${role('x', 'source_profile=b, away, nowhere')}`,
      ['x: -other-base away'],
    ],
    ['an account kept twice', `${base('b', HOME)}${base('b', AWAY)}${role('x', 'source_profile=b')}`, ['x: b']],
  ])('a base %s', (_, text2, expected) => {
    expect(standings(text2)).toEqual(expected);
  });
});

describe('login roles', () => {
  const text = [
    base('admin', HOME, 'role_name = Admin'),
    base('perm', HOME, 'role_name = Perm_1'),
    base('full', HOME, 'role_name = AWSReservedSSO_Perm_1_0123456789abcdef'),
    base('any', HOME),
    role('a', 'source_profile = admin'),
    role('p', 'source_profile = perm'),
    role('f', 'source_profile = full'),
    role('y', 'source_profile = any'),
    role('ya', 'source_profile = any, admin'),
  ].join('');
  const others = (list: string[]) => list.filter((line) => /^(a|p|f|y|ya):/.test(line));
  const NOT = {
    a: 'a: -login-role Admin',
    p: 'p: -login-role Perm_1',
    f: 'f: -login-role AWSReservedSSO_Perm_1_0123456789abcdef',
  };
  it.each<[string, string, string[]]>([
    ['an IAM user has none', 'user/me', [NOT.a, NOT.p, NOT.f, 'y: any', 'ya: any']],
    [
      'the login role; a base that names it goes first',
      'assumed-role/Admin/me',
      ['a: admin', NOT.p, NOT.f, 'y: any', 'ya: admin'],
    ],
    ['another login role', 'assumed-role/Dev/me', [NOT.a, NOT.p, NOT.f, 'y: any', 'ya: any']],
    [
      'the permission set',
      'assumed-role/AWSReservedSSO_Perm_1_fedcba9876543210/me',
      [NOT.a, 'p: perm', 'f: full', 'y: any', 'ya: any'],
    ],
    [
      'another permission set',
      'assumed-role/AWSReservedSSO_Perm_0123456789abcdef/me',
      [NOT.a, NOT.p, NOT.f, 'y: any', 'ya: any'],
    ],
  ])('%s', (_, who, expected) => {
    expect(others(standings(text, { who }))).toEqual(expected);
  });

  it('the account comes before the login role', () => {
    expect(others(standings(text, { account: AWAY, who: 'assumed-role/Admin/me' }))[0]).toBe('a: -other-base admin');
  });

  it("a base with a path goes by the name's last part", () => {
    const config = `${base('b', HOME, 'role_name = team/Login')}${role('x', 'source_profile=b')}`;
    expect(standings(config, { who: 'assumed-role/Login/me' })).toContain('x: b');
  });

  it('Identity Center profiles are bases by their permission set', () => {
    const sso = `[sso]\nsso_session=s\nsso_account_id=${HOME}\nsso_role_name=Perm\n${role('x', 'source_profile=sso')}`;
    expect(standings(sso, { who: 'assumed-role/AWSReservedSSO_Perm_0123456789abcdef/me' })).toEqual(['x: sso']);
    expect(standings(sso, { who: 'assumed-role/AWSReservedSSO_Other_0123456789abcdef/me' })).toEqual([
      'x: -login-role Perm',
    ]);
    expect(standings(sso)).toEqual(['x: -login-role Perm']);
  });
});

describe('a session that has switched', () => {
  const text = [
    base('home', HOME),
    `[hop]\nrole_arn = arn:aws:iam::${AWAY}:role/path/Hop\nsource_profile = home\n`,
    role('deep', 'source_profile = hop'),
    role('next', 'source_profile = home'),
  ].join('');
  const inHop = { account: AWAY, who: 'assumed-role/Hop/me' };
  it('the classic way still has what its login may switch to', () => {
    expect(standings(text, { ...inHop, login: ['me', HOME] })).toEqual([
      'hop: =current',
      'deep: -chain-classic hop',
      'next: home',
    ]);
  });

  it('in multi-session has what the role itself may switch to', () => {
    expect(standings(text, { ...inHop, login: ['me', HOME], isMultiSession: true })).toEqual([
      'hop: =current',
      'deep: hop',
      'next: -other-base home',
    ]);
  });

  it.each<[string, string, string[]]>([
    ['the text knows the alias', 'aws_account_alias = home-org', ['next: home']],
    ['the text knows another alias', 'aws_account_alias = other-org', ['next: -other-base home']],
    ['the text knows no alias, so nothing forbids it', '', ['next: unknown-base']],
  ])('shows its login account by the alias alone: %s', (_, lines, expected) => {
    const config = `${base('home', HOME, lines)}${role('next', 'source_profile = home')}`;
    expect(standings(config, { ...inHop, login: ['me', 'home-org'] })).toEqual(expected);
  });

  it('an alias that the text has for one account rules out the others', () => {
    const config = `${base('home', HOME, 'aws_account_alias=home-org')}${base('away', AWAY)}${role('x', 'source_profile=away')}`;
    expect(standings(config, { ...inHop, login: ['me', 'home-org'] })).toEqual(['x: -other-base away']);
  });
});

describe('the role that the session is', () => {
  const login = `[me]\naws_account_id=${HOME}\nrole_name=team/Login\n`;
  it.each<[string, Told, string]>([
    ['signed in with it', { who: 'assumed-role/Login/me' }, '=current'],
    [
      'signed in with it and switched on',
      { account: AWAY, who: 'assumed-role/X/me', login: ['Login/me', HOME] },
      '=signed-in',
    ],
    ['signed in with another', { who: 'assumed-role/Other/me' }, 'everywhere'],
    ['signed in to another account', { account: AWAY, who: 'assumed-role/Login/me' }, 'everywhere'],
    [
      'signed in with a permission set of that name',
      { who: 'assumed-role/AWSReservedSSO_Login_0123456789abcdef/me' },
      'everywhere',
    ],
  ])('%s', (_, told, expected) => {
    expect(standings(login, told)).toEqual([`me: ${expected}`]);
  });

  it.each<[string, string]>([
    ['a base by that name', `${login}${role('x', 'source_profile=me')}`],
    ['its full name', `[me]\naws_account_id=${HOME}\nrole_name=AWSReservedSSO_Login_0123456789abcdef\n`],
  ])('is a permission set where the text means one: %s', (_, text) => {
    const who = 'assumed-role/AWSReservedSSO_Login_0123456789abcdef/me';
    expect(standings(text, { who })[0]).toBe('me: =current');
  });

  it('an account by its alias', () => {
    const text = '[x]\naws_account_id=my-org\nrole_name=R';
    const told: Told = { account: AWAY, who: 'assumed-role/R/me', login: ['me', HOME] };
    expect(standings(text, { ...told, alias: 'my-org' })).toEqual(['x: =current']);
    expect(standings(text, { ...told, alias: 'other' })).toEqual(['x: everywhere']);
  });
});

describe('what keeps a role away everywhere', () => {
  it.each<[string, string, Told, string]>([
    ['root may not switch', role('x'), { who: 'root' }, 'root'],
    ['another partition', role('x').replace('aws:', 'aws-cn:'), {}, 'partition aws-cn'],
    ['this partition seen from another', role('x'), { host: 'console.amazonaws-us-gov.com' }, 'partition aws'],
    ['a partition without a console', role('x').replace('aws:', 'aws-iso:'), {}, 'partition-without-console'],
    ['a name too long for the form', role('x', '', 'n'.repeat(65)), {}, 'role-name-too-long'],
    ['an external id', role('x', 'external_id = 1'), {}, 'external-id'],
  ])('%s', (_, text, told, reason) => {
    expect(standings(text, told)).toEqual([`x: -${reason}`]);
  });

  it('a role by number and name alone is taken for one of the session’s partition', () => {
    const text = '[x]\naws_account_id=999999999999\nrole_name=R';
    expect(standings(text, { host: 'console.amazonaws-us-gov.com' })).toEqual(['x: everywhere']);
  });

  it.each<[string, string, Told, string]>([
    ['root before all', 'hidden=true\nexternal_id=1', { who: 'root' }, 'root'],
    ['the external id before the base', 'external_id=1\nsource_profile=away', {}, 'external-id'],
    ['the base before a wish', 'hidden=true\nsource_profile=away', {}, 'other-base away'],
  ])('the reason that lasts longest is given: %s', (_, lines, told, reason) => {
    expect(standings(`${base('away', AWAY)}${role('x', lines)}`, told)).toEqual([`x: -${reason}`]);
  });
});

describe('only matching roles', () => {
  const settings = { ...DEFAULT_SETTINGS, showOnlyMatchingRoles: true };
  const text = role('a', '', 'Login') + role('b', '', 'path/Login') + role('c', '', 'Other');
  it.each<[string, Told, string[]]>([
    [
      'by the name’s last part',
      { who: 'assumed-role/Login/me' },
      ['a: everywhere', 'b: everywhere', 'c: -not-matching-role-name Login'],
    ],
    [
      'by the permission set',
      { who: 'assumed-role/AWSReservedSSO_Login_0123456789abcdef/me' },
      ['a: everywhere', 'b: everywhere', 'c: -not-matching-role-name Login'],
    ],
    ['means nothing for an IAM user', {}, ['a: everywhere', 'b: everywhere', 'c: everywhere']],
  ])('%s', (_, told, expected) => {
    expect(standings(text, told, settings)).toEqual(expected);
  });
});

it('10,000 roles take little time', () => {
  const text =
    base('home', HOME) + Array.from({ length: 10_000 }, (_, i) => role(`r${i}`, 'source_profile=home')).join('');
  const config = readConfig(text);
  const start = performance.now();
  const offered = visibleRoles(config, session(), DEFAULT_SETTINGS).filter(
    ({ standing }) => standing.kind === 'offered',
  );
  expect(offered).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(1000);
});

it('a session whose account nobody knows is forbidden nothing', () => {
  const known = session();
  const unknown: Session = { ...known, identity: { ...known.identity, kind: 'unknown', accountId: undefined } };
  const text = `${base('b', HOME, 'role_name=Login')}${role('x', 'source_profile=b')}`;
  expect(standings(text, unknown)).toEqual(['b: everywhere', 'x: unknown-base']);
});

describe('chains', () => {
  const hop = (name: string, account: string, source: string, lines = '') =>
    `[${name}]\nrole_arn = arn:aws:iam::${account}:role/${name}\nsource_profile = ${source}\n${lines}\n`;
  const text = [
    base('home', HOME),
    hop('a', '300000000000', 'home'),
    hop('b', '400000000000', 'a'),
    hop('c', '500000000000', 'b'),
    hop('short', '600000000000', 'c, b, a'),
    hop('closed', '700000000000', 'home', 'external_id = 1'),
    hop('behind', '800000000000', 'closed'),
    hop('abroad', '900000000000', 'a').replace('arn:aws:', 'arn:aws-cn:'),
    hop('lost', '200000000000', 'nowhere'),
  ].join('');
  it.each<[string, Told, string[]]>([
    [
      'lead on in multi-session, by the fewest steps',
      { isMultiSession: true },
      ['a: home', 'b: =chain a', 'c: =chain a>b', 'short: =chain a', 'behind: -other-base closed'],
    ],
    [
      'are withheld in a classic session, which always switches with its sign-in',
      {},
      [
        'a: home',
        'b: -chain-classic a',
        'c: -chain-classic a>b',
        'short: -chain-classic a',
        'behind: -other-base closed',
      ],
    ],
    [
      'are withheld there from the hop as well',
      { account: '300000000000', who: 'assumed-role/a/me', login: ['me', HOME] },
      [
        'a: =current',
        'b: -chain-classic a',
        'c: -chain-classic a>b',
        'short: -chain-classic a',
        'behind: -other-base closed',
      ],
    ],
    [
      'begin with the role that one is in, in multi-session',
      { account: '300000000000', who: 'assumed-role/a/me', login: ['me', HOME], isMultiSession: true },
      ['a: =current', 'b: a', 'c: =chain b', 'short: a', 'behind: -other-base closed'],
    ],
  ])('%s', (_, told, expected) => {
    expect(standings(text, told)).toEqual([
      ...expected.slice(0, 4),
      'closed: -external-id',
      ...expected.slice(4),
      'abroad: -partition aws-cn',
      'lost: unknown-base',
    ]);
  });

  it('end where a loop would begin', () => {
    const looped = `${hop('x', '300000000000', 'y')}${hop('y', '400000000000', 'x')}`;
    expect(standings(looped, { isMultiSession: true })).toEqual(['x: everywhere', 'y: everywhere']);
  });

  it('lead through no login role, which AESR writes as account and name', () => {
    const login = `${base('login', AWAY, 'role_name = Login')}${role('x', 'source_profile = login')}`;
    expect(standings(login, { isMultiSession: true })).toEqual(['login: everywhere', 'x: -other-base login']);
  });

  it('may be very long in the text', () => {
    const links = Array.from({ length: 20_000 }, (_, i) =>
      hop(`r${i}`, '300000000000', i === 0 ? 'home' : `r${i - 1}`),
    );
    const start = performance.now();
    const all = standings(`${base('home', HOME)}${links.reverse().join('')}`, { isMultiSession: true });
    expect(all.filter((one) => one.includes('=chain'))).toHaveLength(10);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('keep to roles of the same name where the user wants no others', () => {
    const settings = { ...DEFAULT_SETTINGS, showOnlyMatchingRoles: true };
    const told: Told = { who: 'assumed-role/Login/me', isMultiSession: true };
    expect(standings(text, told, settings).slice(0, 2)).toEqual([
      'a: -not-matching-role-name Login',
      'b: -not-matching-role-name Login',
    ]);
  });
});

describe('roles of Identity Center', () => {
  const portal = (name: string, account: string, url = 'https://corp.awsapps.com/start') =>
    `[${name}]\nsso_start_url = ${url}\nsso_account_id = ${account}\nsso_role_name = Perm_1\n`;
  const reserved = (name: string, account: string, set = 'Perm_1') =>
    `[${name}]\nrole_arn = arn:aws:iam::${account}:role/AWSReservedSSO_${set}_0123456789abcdef\n`;
  const who = 'assumed-role/AWSReservedSSO_Perm_1_fedcba9876543210/me';

  it('stand where their sections do', () => {
    const text = `${role('a')}${portal('p', AWAY)}${role('b')}${portal('q', HOME)}`;
    expect(standings(text)).toEqual(['a: everywhere', 'p: =portal', 'b: everywhere', 'q: =portal']);
  });

  it.each<[string, Told, string]>([
    ['whoever is signed in', {}, '=portal'],
    ['root as well', { who: 'root' }, '=portal'],
    ['a session with that permission set', { who }, '=current'],
    [
      'one that has switched on from it',
      { account: AWAY, who: 'assumed-role/X/me', login: [who.slice(13), HOME] },
      '=signed-in',
    ],
    ['one with that permission set in another account', { account: AWAY, who }, '=portal'],
    ['one with a role of that name', { who: 'assumed-role/Perm_1/me' }, '=portal'],
    ['another partition', { host: 'console.amazonaws-us-gov.com' }, '-partition aws'],
  ])('by their portal: %s', (_, told, expected) => {
    expect(standings(portal('p', HOME), told)).toEqual([`p: ${expected}`]);
  });

  it('are in no other partition where a portal of a host of its own tells none', () => {
    const told = { host: 'console.amazonaws-us-gov.com' };
    expect(standings(portal('p', HOME, 'https://sso.example.com'), told)).toEqual(['p: =portal']);
  });

  it.each<[string, string, Told, string]>([
    ['by the portal of its permission set', portal('p', AWAY), {}, '=portal'],
    ['by the portal of its account', portal('p', AWAY).replace('Perm_1', 'Other'), {}, '=portal'],
    ['by none of another account', portal('p', HOME), {}, '-portal-only Perm_1'],
    ['by none that is known', '', {}, '-portal-only Perm_1'],
    ['root as well', portal('p', AWAY), { who: 'root' }, '=portal'],
    ['a session that is in it', portal('p', AWAY), { account: AWAY, who }, '=current'],
  ])('made for a permission set are never switched to: %s', (_, portals, told, expected) => {
    expect(standings(`${portals}${reserved('r', AWAY)}`, told).at(-1)).toBe(`r: ${expected}`);
  });

  it('are found by the portal of the permission set before another of the account', () => {
    const text = `${portal('p', AWAY, 'https://other.awsapps.com').replace('Perm_1', 'Other')}${portal('q', AWAY)}${reserved('r', AWAY)}`;
    const found = visibleRoles(readConfig(text), session(), DEFAULT_SETTINGS).at(-1)?.standing;
    expect(found).toMatchObject({
      kind: 'portal',
      target: { portalUrl: 'https://corp.awsapps.com/start', account: AWAY, permissionSet: 'Perm_1', partition: 'aws' },
    });
  });
});
