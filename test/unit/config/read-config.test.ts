import { describe, expect, it } from 'vitest';
import type { Config, Role } from '../../../src/core/config/config.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';

const ARN = 'arn:aws:iam::111111111111:role/Admin';
/** A section that is a role, to hang other keys on. Its own lines are 1 and 2. */
const ROLE = `[x]\nrole_arn = ${ARN}\n`;

function problems({ problems: list }: Config): string[] {
  return list.map(({ line, code, values }) => [line, code, ...values].join(' '));
}

function role(text: string): Role | undefined {
  return readConfig(text).roles[0];
}

/** Roles as `profile → account/role (bases)`. */
function targets({ roles }: Config): string[] {
  return roles.map(({ profile, account, roleName, bases }) => {
    const where = account.kind === 'id' ? account.id : account.alias;
    return `${profile} → ${where}/${roleName} (${bases.join(', ')})`;
  });
}

/** Bases as `profile: account alias as loginRole`. */
function bases({ bases: list }: Config): string[] {
  return list.map(({ profile, account, alias, loginRole }) => {
    const where = account && (account.kind === 'id' ? account.id : account.alias);
    return `${profile}: ${where} ${alias} as ${loginRole}`;
  });
}

describe('role_arn', () => {
  it.each<[string, string, string | undefined]>([
    ['arn:aws:iam::012345678901:role/Admin', 'aws 012345678901 Admin', undefined],
    ['arn:aws:iam::111111111111:role/team/ops/Admin', 'aws 111111111111 team/ops/Admin', undefined],
    ['arn:aws:iam::111111111111:role/a+b=c,d.e@f-g_h', 'aws 111111111111 a+b=c,d.e@f-g_h', undefined],
    ['arn:aws-us-gov:iam::111111111111:role/A', 'aws-us-gov 111111111111 A', undefined],
    ['arn:aws-cn:iam::111111111111:role/A', 'aws-cn 111111111111 A', undefined],
    ['arn:aws-eusc:iam::111111111111:role/A', 'aws-eusc 111111111111 A', undefined],
    ['arn:aws-iso-b:iam::111111111111:role/A', 'undefined 111111111111 A', 'partition-without-console'],
  ])('%s', (arn, expected, obstacle) => {
    const found = role(`[x]\nrole_arn = ${arn}`);
    const account = found?.account.kind === 'id' ? found.account.id : undefined;
    expect(`${found?.partition} ${account} ${found?.roleName}`).toBe(expected);
    expect(found?.obstacle).toBe(obstacle);
  });

  it.each([
    'arn:aws:iam:111111111111:role/A',
    'arn:aws:iam::11111111111:role/A',
    'arn:aws:iam::1111-1111-1111:role/A',
    'arn:aws:iam::111111111111:user/A',
    'arn:aws:iam::111111111111:role/',
    'arn:aws:iam::111111111111:role//A',
    'arn:aws:iam::111111111111:role/a b',
    'arn:aws:iam::111111111111:role/本番',
    'arn:foo:iam::111111111111:role/A',
    'arn:aws-nowhere:iam::111111111111:role/A',
    'arn:constructor:iam::111111111111:role/A',
    'arn:aws:sts::111111111111:assumed-role/A/b',
    'Admin',
  ])('%s is none', (arn) => {
    const config = readConfig(`[x]\n\nrole_arn = ${arn}`);
    expect(config.roles).toEqual([]);
    expect(problems(config)).toEqual([`3 bad-role-arn ${arn}`]);
  });

  it('of a partition without a public console is kept, with a warning', () => {
    const config = readConfig('[x]\nrole_arn = arn:aws-iso:iam::111111111111:role/A');
    expect(problems(config)).toEqual(['2 partition-without-console aws-iso']);
  });
});

describe('aws_account_id', () => {
  it.each<[string, Role['account'] | undefined]>([
    ['012345678901', { kind: 'id', id: '012345678901' as never }],
    ['1111-2222-3333', { kind: 'id', id: '111122223333' as never }],
    ['my-org-7', { kind: 'alias', alias: 'my-org-7' }],
    ['My-Org', { kind: 'alias', alias: 'my-org' }],
    ['12345678901', undefined],
    ['1234567890123', undefined],
    ['11-1122223333', undefined],
    ['my--org', undefined],
    ['-my-org', undefined],
    ['my_org', undefined],
    ['ab', undefined],
    ['a'.repeat(64), undefined],
    ['<account>', undefined],
  ])('%s', (written, account) => {
    const config = readConfig(`[x]\naws_account_id = ${written}\nrole_name = A`);
    expect(config.roles[0]?.account).toEqual(account);
    expect(problems(config)).toEqual(account ? [] : [`2 bad-account ${written}`]);
  });
});

describe('role_name', () => {
  it.each<[string, boolean]>([
    ['Admin', true],
    ['team/Admin', true],
    ['a=b', true],
    ['/Admin', false],
    ['a//b', false],
    ['a/', false],
    ['a b', false],
    ['管理者', false],
  ])('%s', (written, isGood) => {
    const config = readConfig(`[x]\naws_account_id = 111111111111\nrole_name = ${written}`);
    expect(config.roles[0]?.roleName).toBe(isGood ? written : undefined);
    expect(problems(config)).toEqual(isGood ? [] : [`3 bad-role-name ${written}`]);
  });

  it('with its path has 64 characters at most: the console takes no more', () => {
    const name = `${'p'.repeat(31)}/${'n'.repeat(32)}`;
    expect(role(`[x]\nrole_arn = arn:aws:iam::111111111111:role/${name}`)?.obstacle).toBeUndefined();
    const config = readConfig(`[x]\nrole_arn = arn:aws:iam::111111111111:role/${name}n`);
    expect(config.roles[0]?.obstacle).toBe('role-name-too-long');
    expect(problems(config)).toEqual([`2 role-name-too-long ${name}n 65`]);
  });
});

describe('what a role says of itself', () => {
  it.each<[string, string, Partial<Role>, string[]]>([
    ['color', 'color = #F80', { color: 'ff8800' as never }, []],
    ['no color', 'color = reddish', { color: undefined }, ['3 bad-color reddish']],
    ['an empty color', 'color =', { color: undefined }, []],
    ['region', 'region = EU-West-1', { region: 'eu-west-1' }, []],
    ['no region', 'region = europe', { region: undefined }, ['3 bad-region europe']],
    ['image', 'image = https://h.example/i.png#x', { image: 'https://h.example/i.png#x' }, []],
    ['data image', 'image = data:image/png;base64,AA==', { image: 'data:image/png;base64,AA==' }, []],
    ['insecure image', 'image = http://h.example/i', { image: undefined }, ['3 bad-image http://h.example/i']],
    ['half a URL for an image', 'image = https://', { image: undefined }, ['3 bad-image https://']],
    ['script for an image', 'image = javascript:x', { image: undefined }, ['3 bad-image javascript:x']],
    ['HTML for an image', 'image = data:text/html,x', { image: undefined }, ['3 bad-image data:text/html,x']],
    ['label', 'label = C# 本番', { label: 'C# 本番', profile: 'x' }, []],
    ['display_name', 'display_name = Y', { label: 'Y' }, []],
    ['empty label', 'label = ""', { label: 'x' }, []],
    [
      'a value with blanks inside its quotes',
      'label = " Y "\ncolor = \' red \'',
      { label: 'Y', color: 'ff0000' as never },
      [],
    ],
    ['group', 'group = A; B', { group: 'A; B' }, []],
    ['tags', 'tags = a, b c ,,a', { tags: ['a', 'b c'] }, []],
    ['note', 'note = ask first; in C# ; not me', { note: 'ask first; in C#' }, []],
    ['hidden', 'hidden = Yes', { hidden: true }, []],
    ['not hidden', 'hidden = off', { hidden: false }, []],
    ['no boolean', 'favorite = maybe', {}, ['3 bad-boolean maybe favorite']],
    ['external_id', 'external_id = abc', { needsExternalId: true }, ['3 external-id x']],
    ['mfa_serial', 'mfa_serial = GAHT12345678', { bases: [] }, ['3 mfa-needed x']],
    ['favorite and confirm', 'favorite = 1\nconfirm = true', { favorite: true, confirm: true }, []],
    ['env', 'env = Prod', { environment: 'production' }, []],
    ['an env of its own', 'env = DR site', { environment: 'dr site' }, ['3 unknown-environment DR site']],
    ['start_url', 'start_url = s3/home', { startUrl: 's3/home' }, []],
    ['destination', 'destination = /ec2', { startUrl: 'ec2' }, []],
    ['a page elsewhere', 'start_url = //h.example', { startUrl: undefined }, ['3 bad-start-url //h.example']],
    [
      'a whole address',
      'start_url = https://console.aws.amazon.com/s3/home',
      { startUrl: 'https://console.aws.amazon.com/s3/home' },
      [],
    ],
    [
      'a page of another partition',
      'start_url = https://console.amazonaws.cn/s3/home',
      { startUrl: undefined },
      ['3 start-url-elsewhere https://console.amazonaws.cn/s3/home aws'],
    ],
    [
      'container',
      'container = My work\ncontainer_color = Red\ncontainer_icon = tree',
      { container: { name: 'My work', color: 'red', icon: 'tree' } },
      [],
    ],
    [
      'a container in a colour that Firefox has not',
      'container = Work\ncontainer_color = ff0000',
      { container: { name: 'Work', color: undefined, icon: undefined } },
      ['4 bad-choice ff0000 container_color blue, turquoise, green, yellow, orange, red, pink, purple, toolbar'],
    ],
    [
      'an icon that Firefox has not, without a container',
      'container_icon = star',
      { container: undefined },
      [
        `3 bad-choice star container_icon ${'fingerprint briefcase dollar cart circle gift vacation food fruit pet tree chill fence'.replaceAll(' ', ', ')}`,
      ],
    ],
    ['keys of other tools', 'output = json\nsso_region = x\ngranted_color = red\ncli_pager =', {}, []],
    ['an unknown key', 'colour = red', {}, ['3 unknown-key colour color']],
    ['a key like no other', 'owner = me', {}, ['3 unknown-key owner']],
  ])('%s', (_, lines, expected, codes) => {
    const config = readConfig(ROLE + lines);
    expect(config.roles[0]).toMatchObject(expected);
    expect(problems(config)).toEqual(codes);
  });

  it('has its section name for a label, and says nothing else', () => {
    expect(role('[profile "my role"]\nrole_arn = arn:aws:iam::111111111111:role/A')).toEqual({
      id: 'aws:111111111111:A::my role',
      profile: 'my role',
      origin: { kind: 'personal' },
      label: 'my role',
      line: 1,
      partition: 'aws',
      account: { kind: 'id', id: '111111111111' },
      roleName: 'A',
      color: undefined,
      region: undefined,
      image: undefined,
      group: undefined,
      tags: [],
      bases: [],
      needsExternalId: false,
      obstacle: undefined,
      hidden: false,
      favorite: false,
      confirm: false,
      environment: undefined,
      startUrl: undefined,
      container: undefined,
    });
  });
});

describe('role_arn beside its parts', () => {
  it.each<[string, string, string[]]>([
    ['the same', 'aws_account_id = 1111-1111-1111\nrole_name = Admin', []],
    ['another account', 'aws_account_id = 222222222222', ['3 role-arn-and-parts-differ aws_account_id 111111111111']],
    ['an alias, which may be that account', 'aws_account_id = my-org', []],
    ['what is no account', 'aws_account_id = 1', ['3 role-arn-and-parts-differ aws_account_id 111111111111']],
    ['another name', 'role_name = Other', ['3 role-arn-and-parts-differ role_name Admin']],
  ])('%s', (_, lines, codes) => {
    const config = readConfig(ROLE + lines);
    expect(targets(config)).toEqual(['x → 111111111111/Admin ()']);
    expect(problems(config)).toEqual(codes);
  });
});

it('a role_name without the path that the ARN has is no difference', () => {
  const config = readConfig('[x]\nrole_arn = arn:aws:iam::111111111111:role/team/Admin\nrole_name = Admin');
  expect(targets(config)).toEqual(['x → 111111111111/team/Admin ()']);
  expect(config.problems).toEqual([]);
});

describe('sections', () => {
  it.each<[string, string]>([
    ['[profile x]', 'x'],
    ['[PROFILE\tx]', 'x'],
    ['[ profile   x ]', 'x'],
    ['[profile "x y"]', 'x y'],
    ["[profile 'x y']", 'x y'],
    ['[profile]', 'profile'],
    ['[profiles x]', 'profiles x'],
    ['["x"]', '"x"'],
    ['[preview]', 'preview'],
    ['[services x]', 'services x'],
    ['[sso-session x]', 'sso-session x'],
    ['[default]', 'default'],
    ['[__proto__]', '__proto__'],
  ])('%s with a role is the role %s', (header, name) => {
    const config = readConfig(`${header}\nrole_arn = ${ARN}`);
    expect(config.roles.map(({ profile }) => profile)).toEqual([name]);
    expect(config.problems).toEqual([]);
  });

  it.each(['[services x]', '[plugins]', '[preview]', '[Granted_Registry_Start corp] x', '[granted_registry_end corp]'])(
    '%s is read over, whatever is in it',
    (header) => {
      const config = readConfig(`${header}\nfoo = 1\nfoo = 2\nfree text\ndynamodb =\n  x = 1\n`);
      expect(config).toEqual({ roles: [], bases: [], portalRoles: [], unread: [], problems: [], layerProblems: [] });
    },
  );

  it.each<[string, string, string[]]>([
    ['only a region', '[x]\nregion = eu-west-1\noutput = json', ['1 section-without-role x']],
    ['nothing', '[x]', ['1 section-without-role x']],
    ['an empty name after profile', '[profile ""]\nregion = x', ['1 empty-section-name']],
    ['an sso-session', '[sso-session x]\nsso_start_url = https://x\nsso_region = y', []],
    ['a role without an account', '[x]\nrole_name = A', ['2 role-without-account x']],
    ['a broken line', '[x]\nrole_arn = x\nfoo bar', ['2 bad-role-arn x', '3 text-without-key']],
    ['a bad role name', '[x]\naws_account_id = 111111111111\nrole_name = a b', ['3 bad-role-name a b']],
  ])('%s', (_, text, codes) => {
    const config = readConfig(text);
    expect(config.roles).toEqual([]);
    expect(config.bases).toEqual([]);
    expect(problems(config)).toEqual(codes);
  });
});

describe('bases', () => {
  it.each<[string, string, string[]]>([
    ['an account', 'aws_account_id = 222222222222', ['b: 222222222222 undefined as undefined']],
    [
      'an account and its alias',
      'aws_account_id=222222222222\naws_account_alias=Org',
      ['b: 222222222222 org as undefined'],
    ],
    ['an alias for the account', 'aws_account_id = my-org', ['b: my-org undefined as undefined']],
    ['an alias alone', 'aws_account_alias = my-org', ['b: my-org my-org as undefined']],
    ['an MFA device', 'mfa_serial = arn:aws:iam::222222222222:mfa/me', ['b: 222222222222 undefined as undefined']],
    [
      'a GovCloud one',
      'mfa_serial = arn:aws-us-gov:iam::222222222222:mfa/me',
      ['b: 222222222222 undefined as undefined'],
    ],
    [
      'the account first',
      'mfa_serial = arn:aws:iam::3:mfa/me\naws_account_id = 222222222222',
      ['b: 222222222222 undefined as undefined'],
    ],
    [
      'the MFA device before sso_account_id',
      'sso_account_id = 333333333333\nmfa_serial = arn:aws:iam::222222222222:mfa/me',
      ['b: 222222222222 undefined as undefined'],
    ],
    [
      'a permission set',
      'sso_start_url=https://x\nsso_account_id=222222222222\nsso_role_name=Perm',
      ['b: 222222222222 undefined as Perm'],
    ],
    [
      "Granted's spelling",
      'granted_sso_account_id=222222222222\ngranted_sso_role_name=Perm',
      ['b: 222222222222 undefined as Perm'],
    ],
    ['a login role without account', 'role_name = Login', ['b: undefined undefined as Login']],
    ['nothing', 'output = json', ['b: undefined undefined as undefined']],
  ])('by %s', (_, lines, expected) => {
    const config = readConfig(`[b]\n${lines}\n[x]\nrole_arn = ${ARN}\nsource_profile = b`);
    expect(bases(config)).toEqual(expected);
    const isUnknown = expected[0]?.startsWith('b: undefined');
    expect(problems(config)).toEqual(isUnknown ? ['1 base-without-account b'] : []);
    expect(targets(config)).toEqual(['x → 111111111111/Admin (b)']);
  });

  it('Identity Center profiles are bases though nothing names them, and no roles yet', () => {
    const sso = 'sso_account_id = 222222222222\nsso_role_name = Perm\n';
    const config = readConfig(`[a]\nsso_session = s\n${sso}[b]\nsso_start_url = https://x\n${sso}[c]\n${sso}`);
    expect(bases(config)).toEqual(['a: 222222222222 undefined as Perm', 'b: 222222222222 undefined as Perm']);
    expect(config.roles).toEqual([]);
    expect(problems(config)).toEqual(['2 unknown-sso-session s', '9 section-without-role c']);
  });

  it('a base that names its login role is listed as a role too', () => {
    const config = readConfig(
      '[b]\naws_account_id=222222222222\nrole_name=Login\n[x]\naws_account_id=111111111111\nrole_name=A\nsource_profile=b',
    );
    expect(targets(config)).toEqual(['b → 222222222222/Login ()', 'x → 111111111111/A (b)']);
    expect(bases(config)).toEqual(['b: 222222222222 undefined as Login']);
  });

  it('a profile with a source_profile that names no role is no base, though it names an account', () => {
    const config = readConfig(
      '[b]\naws_account_id = 222222222222\n[x]\naws_account_id = 111111111111\nsource_profile = b',
    );
    expect(bases(config)).toEqual(['b: 222222222222 undefined as undefined']);
  });

  it('a base whose account is wrong is a base still, and complained of once', () => {
    const config = readConfig(`[b]\naws_account_id = 1\n[x]\nrole_arn = ${ARN}\nsource_profile = b`);
    expect(bases(config)).toEqual(['b: undefined undefined as undefined']);
    expect(problems(config)).toEqual(['2 bad-account 1']);
  });
});

describe('source_profile', () => {
  const A = '[a]\naws_account_id = 222222222222\n';
  const B = '[b]\naws_account_id = 333333333333\n';
  it.each<[string, string, string[], string[]]>([
    ['one base', `${A}[x]\nrole_arn=${ARN}\nsource_profile = a`, ['x → 111111111111/Admin (a)'], []],
    ['several bases', `${A}${B}[x]\nrole_arn=${ARN}\nsource_profile = b , a,,b`, ['x → 111111111111/Admin (b, a)'], []],
    ['a base further down', `[x]\nrole_arn=${ARN}\nsource_profile = a\n${A}`, ['x → 111111111111/Admin (a)'], []],
    [
      'a name with a comma',
      `[a, b]\naws_account_id=222222222222\n[x]\nrole_arn=${ARN}\nsource_profile = a, b`,
      ['x → 111111111111/Admin (a, b)'],
      [],
    ],
    [
      'a missing base',
      `${A}[x]\nrole_arn=${ARN}\nsource_profile = a, c`,
      ['x → 111111111111/Admin (a, c)'],
      ['5 unknown-source-profile c'],
    ],
    [
      'a base by an object name',
      `[x]\nrole_arn=${ARN}\nsource_profile = constructor`,
      ['x → 111111111111/Admin (constructor)'],
      ['3 unknown-source-profile constructor'],
    ],
    ['itself', `[x]\nrole_arn=${ARN}\nsource_profile = x`, ['x → 111111111111/Admin ()'], ['3 source-profile-loop x']],
    [
      'itself and another',
      `${A}[x]\nrole_arn=${ARN}\nsource_profile = x, a`,
      ['x → 111111111111/Admin (a)'],
      ['5 source-profile-loop x'],
    ],
    ['no account of its own', `${A}[x]\nrole_name=R\nsource_profile = a`, [], ['4 role-without-account x']],
    [
      'no role name anywhere',
      `${A}[x]\naws_account_id=111111111111\nsource_profile = a`,
      [],
      ['4 role-without-name x'],
    ],
    [
      'a base called by its quotes',
      `["a"]\naws_account_id = 222222222222\n[x]\nrole_arn=${ARN}\nsource_profile = "a"`,
      ['x → 111111111111/Admin ("a")'],
      [],
    ],
  ])('%s', (_, text, roles, codes) => {
    const config = readConfig(text);
    expect(targets(config)).toEqual(roles);
    expect(problems(config)).toEqual(codes);
  });

  it('a loop is cut where it is a loop, and nowhere else', () => {
    const section = (name: string, base: string) => `[${name}]\nrole_arn=${ARN}\nsource_profile=${base}\n`;
    const config = readConfig([section('a', 'b'), section('b', 'c'), section('c', 'a'), section('x', 'a')].join(''));
    expect(config.roles.map(({ profile, bases: names }) => [profile, ...names].join())).toEqual(['a', 'b', 'c', 'x,a']);
    expect(problems(config)).toEqual(['3 source-profile-loop b', '6 source-profile-loop c', '9 source-profile-loop a']);
  });

  it('a chain of 20,000 is no problem', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `[p${i}]\nrole_arn=${ARN}\nsource_profile=p${i + 1}\n`).join(
      '',
    );
    const config = readConfig(text);
    expect(config.roles).toHaveLength(20_000);
    expect(problems(config)).toEqual(['60000 unknown-source-profile p20000']);
  });
});

describe('target_role_name and target_region', () => {
  const base = (name: string, role: string, region: string) =>
    `[${name}]\naws_account_id=222222222222\ntarget_role_name=${role}\ntarget_region=${region}\n`;
  it.each<[string, string, string[]]>([
    ['fill in what a role leaves out', 'source_profile=a', ['Dev eu-west-1 a']],
    ['give way to what it says', 'source_profile=a\nrole_name=Own\nregion=us-east-2', ['Own us-east-2 a']],
    ['make one role of bases that agree', 'source_profile=a, b', ['Dev eu-west-1 a,b']],
    ['make a role for each way that bases differ', 'source_profile=c, a, b', ['Ops eu-west-1 c', 'Dev eu-west-1 a,b']],
    ['differ by region alone', 'source_profile=a, d\nrole_name=Own', ['Own eu-west-1 a', 'Own us-west-2 d']],
    ['count for the base that has them', 'source_profile=none, a', ['Dev eu-west-1 a']],
  ])('%s', (_, lines, expected) => {
    const text = [
      base('a', 'Dev', 'eu-west-1'),
      base('b', 'Dev', 'eu-west-1'),
      base('c', 'Ops', 'eu-west-1'),
      base('d', 'Dev', 'us-west-2'),
      '[none]\naws_account_id=444444444444\n',
      `[x]\naws_account_id=111111111111\n${lines}`,
    ].join('');
    const config = readConfig(text);
    const found = config.roles.map(({ roleName, region, bases: names }) => `${roleName} ${region} ${names.join()}`);
    expect(found).toEqual(expected);
    expect(config.problems).toEqual([]);
    expect(new Set(config.roles.map(({ id }) => id)).size).toBe(expected.length);
  });

  it('do not stand in for a role name that is written and wrong: they would lead to another role', () => {
    const text = `${base('a', 'Dev', 'eu-west-1')}[x]\naws_account_id=111111111111\nrole_name=my role\nsource_profile=a`;
    expect(targets(readConfig(text))).toEqual([]);
    expect(problems(readConfig(text))).toEqual(['7 bad-role-name my role']);
  });

  it('come from the first of two bases by one name', () => {
    const text = `${base('a', 'Dev', 'eu-west-1')}${base('a', 'Ops', 'us-east-2')}[x]\naws_account_id=111111111111\nsource_profile=a`;
    expect(targets(readConfig(text))).toEqual(['x → 111111111111/Dev (a)']);
  });

  it('are checked where they stand', () => {
    expect(problems(readConfig(base('a', 'a b', 'moon')))).toEqual(['3 bad-role-name a b', '4 bad-region moon']);
  });

  it('do not make a login role of the name that they give: any identity of that account is this base, as for AESR', () => {
    const config = readConfig(
      `${base('a', 'Dev', 'eu-west-1')}[x]\naws_account_id=111111111111\nsource_profile=a\n[y]\nrole_arn=${ARN}\nsource_profile=x`,
    );
    expect(targets(config)).toEqual(['x → 111111111111/Dev (a)', 'y → 111111111111/Admin (x)']);
    expect(bases(config)).toEqual(['a: 222222222222 undefined as undefined', 'x: 111111111111 undefined as undefined']);
  });
});

describe('what stands twice', () => {
  it.each<[string, string, string[], string[]]>([
    ['the last key wins', `${ROLE}color=red\ncolor=blue`, ['x 0000ff undefined'], ['4 duplicate-key color 3']],
    [
      'two names of one key',
      `${ROLE}label=a\ndisplay_name=b`,
      ['x undefined undefined'],
      ['4 duplicate-key display_name 3'],
    ],
    ['a key of another tool', `${ROLE}output=a\noutput=a`, ['x undefined undefined'], ['4 duplicate-key output 3']],
    [
      'a key that no table names',
      `${ROLE}cli_pager=a\ncli_pager=b`,
      ['x undefined undefined'],
      ['4 duplicate-key cli_pager 3'],
    ],
    ['an empty last key', `${ROLE}color=red\ncolor=`, ['x undefined undefined'], ['4 duplicate-key color 3']],
    [
      'sections that add to each other are one',
      `${ROLE}color=red\n[profile x]\nregion=eu-west-1`,
      ['x ff0000 eu-west-1'],
      [],
    ],
    ['whichever comes first', `[x]\nregion=eu-west-1\n${ROLE}`, ['x undefined eu-west-1'], []],
    ['equal sections are one', ROLE + ROLE, ['x undefined undefined'], []],
    [
      'contradicting ones are both kept',
      `${ROLE}color=red\n${ROLE}color=blue`,
      ['x ff0000 undefined', 'x 0000ff undefined'],
      ['4 duplicate-section x 1'],
    ],
    [
      'a role by ARN and one by its parts',
      `${ROLE}[x]\naws_account_id=222222222222\nrole_name=B`,
      ['x undefined undefined', 'x undefined undefined'],
      ['3 duplicate-section x 1'],
    ],
    [
      'a third joins the one that it fits',
      `${ROLE}[x]\nrole_arn=arn:aws:iam::222222222222:role/B\n[x]\nrole_arn=arn:aws:iam::222222222222:role/B\ncolor=red`,
      ['x undefined undefined', 'x ff0000 undefined'],
      ['3 duplicate-section x 1'],
    ],
    [
      'object names',
      '[toString]\nregion=eu-west-1\n[toString]\nrole_arn=arn:aws:iam::111111111111:role/A',
      ['toString undefined eu-west-1'],
      [],
    ],
  ])('%s', (_, text, expected, codes) => {
    const config = readConfig(text);
    expect(config.roles.map(({ profile, color, region }) => `${profile} ${color} ${region}`)).toEqual(expected);
    expect(problems(config)).toEqual(codes);
  });
});

describe('RoleId', () => {
  const ids = (text: string) => readConfig(text).roles.map(({ id }) => id);

  it('does not depend on where in the text the role stands', () => {
    expect(ids(`\n\n# note\n[other]\nregion=x\n${ROLE}color=red`)).toEqual(ids(ROLE));
  });

  it.each<[string, string]>([
    ['partition', ROLE.replace('aws', 'aws-cn')],
    ['account', ROLE.replace('111111111111', '222222222222')],
    ['role', ROLE.replace('Admin', 'Other')],
    ['profile', ROLE.replace('[x]', '[y]')],
    ['unknown partition', '[x]\naws_account_id=111111111111\nrole_name=Admin'],
  ])('changes with the %s', (_, text) => {
    expect(ids(text)).not.toEqual(ids(ROLE));
  });

  it('tells contradicting duplicates apart, also from a section that is called like a number', () => {
    const twice = `${ROLE}color=red\n${ROLE}color=blue\n`;
    const all = ids(`${twice}[2:x]\nrole_arn=${ARN}\n[:x]\nrole_arn=${ARN}\n[:2:x]\nrole_arn=${ARN}`);
    expect(all).toHaveLength(5);
    expect(new Set(all).size).toBe(5);
  });
});

describe('credentials', () => {
  const SECRET = 'wJalrXUtnFEMI/K7MDENG';
  it('are reported by line and key, and are nowhere else', () => {
    const config = readConfig(
      `${ROLE}aws_secret_access_key = ${SECRET}\n# aws_session_token: ${SECRET}\nexport AWS_ACCESS_KEY_ID=${SECRET}\n`,
    );
    expect(problems(config)).toEqual([
      '3 secret aws_secret_access_key',
      '4 secret aws_session_token',
      '5 secret aws_access_key_id',
    ]);
    expect(JSON.stringify(config)).not.toContain(SECRET);
    expect(config.roles).toHaveLength(1);
  });
});

it('problems are in the order of their lines', () => {
  const config = readConfig('x=1\n[a]\nrole_arn=x\nfoo=1\n[b\ny\n[c]\nrole_name=a\nfoo=1');
  const lines = config.problems.map(({ line }) => line);
  expect(lines).toEqual([1, 3, 4, 5, 6, 8, 9]);
});

it('a text in which every line is wrong is read to its end', () => {
  expect(readConfig('what?\n'.repeat(200_000)).problems).toHaveLength(200_000);
});
