import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Layer, PERSONAL } from '../../../src/core/config/layer.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';
import { removeSecrets } from '../../../src/core/config/secrets.ts';
import { type ImportOptions, type ImportPlan, planImport } from '../../../src/core/import/plan-import.ts';

// Hundreds of whole texts take their time where many tests run at once.
vi.setConfig({ testTimeout: 30_000 });

const OPTIONS: ImportOptions = { template: { roleName: 'OrgAccess' }, declined: new Set() };
const arn = (account: number, role = 'Admin') => `arn:aws:iam::${String(account).repeat(12).slice(0, 12)}:role/${role}`;

function plan(current: string, text: string, options: Partial<ImportOptions> = {}): ImportPlan {
  return planImport(current, { text }, { ...OPTIONS, ...options });
}

/** Entries as `action name account/role reason key: before → after`. */
function said({ entries }: ImportPlan): string[] {
  return entries.map(({ action, profile, account, roleName, reason, changes }) =>
    [
      `${action} ${profile} ${account}/${roleName}`,
      ...(reason ? [reason] : []),
      ...changes.map(({ key, before, after }) => `${key}: ${before} → ${after}`),
    ].join(' '),
  );
}

describe('what a text is, its content tells', () => {
  const cookie = (data: unknown) => encodeURIComponent(JSON.stringify(data));
  it.each<[string, string, string]>([
    ['an AESR configuration', `[a]\nrole_arn=${arn(1)}`, 'config'],
    ['an AWS CLI configuration', '[default]\nregion = x\n[profile a]\nsso_session = b', 'config'],
    ['headers alone', '[a]\n[b]', 'config'],
    ['a credentials file', '[a]\naws_access_key_id=A\naws_secret_access_key=B\nregion=x\n', 'credentials'],
    ['credentials beside roles', `[a]\naws_access_key_id=A\nrole_arn=${arn(1)}`, 'config'],
    ['a list of accounts', '{"Accounts":[{"Id":"111111111111"}]}', 'organizations'],
    ['its accounts alone', '\uFEFF [{"Id":"111111111111"}]', 'organizations'],
    ['accounts in CSV', 'Account ID,Name\n111111111111,a', 'organizations'],
    ['roles in CSV', 'account;role\n111111111111;a', 'roles'],
    ['a cookie', cookie({ rl: [] }), 'history'],
    ['a cookie with its name', `noflush_awsc-roleInfo=${cookie({ rl: [] })}`, 'history'],
    ['a cookie that is decoded already', '{"bn":"x","rl":[]}', 'history'],
    ['a link', 'https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=A', 'links'],
    ['links in Markdown', '# Roles\n- [a](https://signin.aws.amazon.com/switchrole?account=1&roleName=A)', 'links'],
    ['links in Markdown at the start', '[a](https://signin.aws.amazon.com/switchrole?account=1&roleName=A)', 'links'],
    ['nothing', ' \n', 'unknown empty'],
    ['prose', 'Hello, world.\nHow are you?', 'unknown unknown-format'],
    ['other JSON', '{"a":1}', 'unknown unknown-format'],
    ['broken JSON', '{"Accounts":[', 'unknown unreadable-json'],
    ['a broken cookie', '%7B%22rl', 'unknown unreadable-cookie'],
    ['a cookie with a broken escape', '%7B%ZZ', 'unknown unreadable-cookie'],
    ['a list of something else', '[1, 2]', 'config'],
    ['CSV about something else', 'a,b\n1,2', 'unknown unknown-format'],
    ['far too much', 'x'.repeat(10_000_001), 'unknown too-large'],
  ])('%s', (_, text, expected) => {
    const { kind, reason, resultText, entries } = plan('[z]\n', text);
    expect([kind, reason].filter(Boolean).join(' ')).toBe(expected);
    if (kind === 'unknown') expect({ resultText, entries }).toEqual({ resultText: '[z]\n', entries: [] });
  });
});

describe('a configuration', () => {
  it('comes into an empty text exactly as it is, without credentials', () => {
    const text = `\uFEFF# Mine\r\n\r\n[a] # c\r\naws_secret_access_key = x\r\nrole_arn = ${arn(1)}\r\n\r\nfree text\r\n[broken\r\nx\r\n[plugins]\r\n  a = b`;
    const { resultText, removedSecrets } = plan(' \n', text);
    expect(resultText).toBe(removeSecrets(text).text);
    expect(removedSecrets).toEqual([{ line: 4, key: 'aws_secret_access_key' }]);
  });

  const current = `[a]\nrole_arn = ${arn(1)}\ncolor = red # mine\n`;
  it.each<[string, string, string[], string]>([
    ['what is the same is skipped', `[profile a]\nrole_arn: ${arn(1)}`, ['skip a 111111111111/Admin same'], current],
    [
      'also where it says it in another way',
      '[a]\naws_account_id=1111-1111-1111\nrole_name=Admin\ncolor=#ff0000',
      ['skip a 111111111111/Admin same'],
      current,
    ],
    [
      'what says something else changes the values alone',
      `[a]\nrole_arn = ${arn(1)}\ncolor = blue\nregion = eu-west-1`,
      ['change a 111111111111/Admin color: red → blue region: undefined → eu-west-1'],
      `[a]\nrole_arn = ${arn(1)}\ncolor = blue # mine\nregion = eu-west-1\n`,
    ],
    [
      'what is another role by the same name gets a number',
      `# theirs\n[a]\nrole_arn = ${arn(2)}`,
      ['add a-2 222222222222/Admin name-taken'],
      `${current}\n# theirs\n[a-2]\nrole_arn = ${arn(2)}\n`,
    ],
    [
      'comments come along with their section',
      `# all\n\n# b\n; b too\n[b]\nregion = x # c\n# in b\n\n# last\n`,
      ['add b undefined/undefined'],
      `${current}\n# b\n; b too\n[b]\nregion = x # c\n# in b\n\n# last\n`,
    ],
    [
      'those above the next header with that one',
      `[a]\nrole_arn=${arn(1)}\n# c\n[c]\nx=1\n`,
      ['skip a 111111111111/Admin same', 'add c undefined/undefined'],
      `${current}\n# c\n[c]\nx=1\n`,
    ],
    [
      'bases and other sections come along',
      `[main]\r\naws_account_id=333333333333\r\n[sso-session s]\r\nsso_region=x\r\n[services v]\r\ns3 =\r\n  a = b\r\n`,
      [
        'add main 333333333333/undefined',
        'add sso-session s undefined/undefined',
        'add services v undefined/undefined',
      ],
      `${current}\n[main]\naws_account_id=333333333333\n\n[sso-session s]\nsso_region=x\n\n[services v]\ns3 =\n  a = b\n`,
    ],
    [
      'what names a base that gets a number names it by that',
      `[a]\naws_account_id = 444444444444\n[b]\nrole_arn=${arn(2)}\nsource_profile = x, a # c\n`,
      ['add a-2 444444444444/undefined name-taken', 'add b 222222222222/Admin'],
      `${current}\n[a-2]\naws_account_id = 444444444444\n\n[b]\nrole_arn=${arn(2)}\nsource_profile = x, a-2 # c\n`,
    ],
    [
      'a number that is in the imported text itself is not given',
      `[a]\nrole_arn=${arn(2)}\n[a-2]\nrole_arn=${arn(3)}\n`,
      ['add a-3 222222222222/Admin name-taken', 'add a-2 333333333333/Admin'],
      `${current}\n[a-3]\nrole_arn=${arn(2)}\n\n[a-2]\nrole_arn=${arn(3)}\n`,
    ],
    [
      'what can’t be read is told',
      `[broken\nrole_arn=${arn(2)}\n[b]\nrole_arn=${arn(2)}`,
      ['skip [broken undefined/undefined unreadable', 'add b 222222222222/Admin'],
      `${current}\n[b]\nrole_arn=${arn(2)}\n`,
    ],
    [
      'sections that are one come as one',
      `[b]\nregion=x\n[c]\nregion=x\n[profile b]\noutput=y`,
      ['add b undefined/undefined', 'add c undefined/undefined'],
      `${current}\n[b]\nregion=x\n\n[c]\nregion=x\n\n[profile b]\noutput=y\n`,
    ],
    [
      'credentials never come',
      `[b]\naws_session_token=x\n  y\nrole_arn=${arn(2)}`,
      ['add b 222222222222/Admin'],
      `${current}\n[b]\nrole_arn=${arn(2)}\n`,
    ],
  ])('%s', (_, text, entries, expected) => {
    const found = plan(current, text);
    expect(said(found)).toEqual(entries);
    expect(found.resultText).toBe(expected);
  });

  it('takes only what is not declined, and tells the same entries', () => {
    const text = `[a]\nrole_arn=${arn(1)}\ncolor=blue\n[b]\nregion=x\n[c]\nregion=y\n`;
    const all = plan(current, text);
    const some = plan(current, text, { declined: new Set([0, 2]) });
    expect(some.entries).toEqual(all.entries);
    expect(some.resultText).toBe(`${current}\n[b]\nregion=x\n`);
    expect(plan('', text, { declined: new Set([0, 1]) }).resultText).toBe('[c]\nregion=y\n');
  });

  it('keeps the line ends and the spacing of the text that it comes into', () => {
    const text = plan('[x]\r\ny=1', '[b]\nregion = x\n').resultText;
    expect(text).toBe('[x]\r\ny=1\r\n\r\n[b]\r\nregion = x');
  });

  it('changes the section that has the key, of those that are one', () => {
    const text = `[a]\nrole_arn=${arn(1)}\n[b]\nx=1\n[profile a]\ncolor=red\n`;
    expect(plan(text, `[a]\nrole_arn=${arn(1)}\ncolor=blue`).resultText).toBe(text.replace('red', 'blue'));
  });
});

describe('a credentials file', () => {
  const text = '[default]\naws_access_key_id=A\naws_secret_access_key=B\n[main]\naws_session_token=C\nregion=x\n';
  it('brings nothing but the names that something is missing', () => {
    const current = `[a]\nrole_arn=${arn(1)}\nsource_profile=main\n`;
    const found = plan(current, text);
    expect(found.kind).toBe('credentials');
    expect(said(found)).toEqual(['skip default undefined/undefined nothing-left', 'add main undefined/undefined']);
    expect(found.resultText).toBe(`${current}\n[main]\nregion=x\n`);
    expect(found.removedSecrets.map(({ line }) => line)).toEqual([2, 3, 5]);
  });

  it('brings nothing into an empty text', () => {
    expect(plan('', text).resultText).toBe('');
  });
});

describe('a list of accounts', () => {
  const account = (id: string, name: string, more = {}) => ({
    Id: id,
    Name: name,
    Email: `${name}@x.example`,
    Status: 'ACTIVE',
    Arn: `arn:aws:organizations::999999999999:account/o-1/${id}`,
    ...more,
  });
  const list = (...accounts: unknown[]) => JSON.stringify({ Accounts: accounts });

  it('makes a role in each by the template, and says which are left out', () => {
    const json = list(
      account('111111111111', 'App Prod'),
      account('022222222222', 'App Dev'),
      account('333333333333', 'old', { Status: 'SUSPENDED' }),
      account('444444444444', 'older', { State: 'PENDING_CLOSURE' }),
      account('5', 'bad'),
      account('999999999999', 'management'),
      null,
      { Name: 'no id' },
    );
    const found = plan('[main]\naws_account_id = 999999999999\n', json, {
      template: {
        roleName: '/org/Access',
        sourceProfile: 'main',
        color: 'F80',
        nameTemplate: '{name} ({id})',
        group: 'App',
      },
    });
    expect(said(found)).toEqual([
      'add App Prod (111111111111) 111111111111/org/Access',
      'add App Dev (022222222222) 022222222222/org/Access',
      'skip old (333333333333) 333333333333/org/Access suspended',
      'skip older (444444444444) 444444444444/org/Access suspended',
      'skip bad (5) 5/org/Access bad-account',
      'skip management (999999999999) 999999999999/org/Access base-account',
      'skip () undefined/org/Access bad-account',
      'skip no id () undefined/org/Access bad-account',
    ]);
    const section = (name: string, id: string) =>
      `\n[${name} (${id})]\nrole_arn = arn:aws:iam::${id}:role/org/Access\nsource_profile = main\ncolor = ff8800\ngroup = App\n`;
    expect(found.resultText).toBe(
      `[main]\naws_account_id = 999999999999\n${section('App Prod', '111111111111')}${section('App Dev', '022222222222')}`,
    );
  });

  it.each<[string, string]>([
    ['Shop Production', 'd62728'],
    ['shop-prd', 'd62728'],
    ['shop_stg', 'ff7f0e'],
    ['ShopDev', '2ca02c'],
    ['sandbox', '17becf'],
  ])('colours %s by its name', (name, color) => {
    const json = list(account('111111111111', name));
    const { resultText } = plan('', json, { template: { roleName: 'A', color: 'by-name' } });
    expect(readConfig(resultText).roles[0]?.color).toBe(color);
  });

  it('colours any other name, always the same', () => {
    const json = list(account('111111111111', '共通基盤'));
    const template = { roleName: 'A', color: 'by-name' };
    const [one, two] = [plan('', json, { template }).resultText, plan('', json, { template }).resultText];
    expect(one).toMatch(/color = [\da-f]{6}\n/);
    expect(two).toBe(one);
  });

  it('has the partition that the ARNs tell', () => {
    const json = list(account('111111111111', 'a', { Arn: 'arn:aws-us-gov:organizations::9:account/o-1/1' }));
    expect(plan('', json).resultText).toContain('role_arn = arn:aws-us-gov:iam::111111111111:role/OrgAccess');
  });

  it('can be read again: what is there stays, whatever its name and its colour are by now', () => {
    const json = list(account('111111111111', 'a'), account('222222222222', 'b'), account('333333333333', 'c'));
    const template = { roleName: 'R', color: 'red' };
    const current = `[a]\nrole_arn=${arn(1, 'R')}\ncolor=blue\n[mine]\nrole_arn=${arn(2, 'R')}\n[c]\nrole_arn=${arn(3, 'R')}\n`;
    expect(said(plan(current, json, { template }))).toEqual([
      'skip a 111111111111/R same',
      'skip mine 222222222222/R same-role',
      'change c 333333333333/R color: undefined → red'.replace('red', 'ff0000'),
    ]);
  });

  it('gives accounts by one name numbers', () => {
    const json = list(account('111111111111', 'a'), account('222222222222', 'a'), account('111111111111', 'a'));
    expect(said(plan('', json))).toEqual([
      'add a 111111111111/OrgAccess',
      'add a-2 222222222222/OrgAccess name-taken',
      'skip a 111111111111/OrgAccess same',
    ]);
  });

  it.each<[string, string, string[]]>([
    [
      'as AWS exports it',
      '\uFEFFAccount ID,ARN,Email,Name,State,Joined method,Joined timestamp\r\n"111111111111","arn:aws-cn:organizations::9:account/o-1/1",a@x,"a, b",ACTIVE,CREATED,"x"\r\n222222222222,,b@x,c,SUSPENDED,INVITED,\r\n',
      ['add a, b 111111111111/OrgAccess', 'skip c 222222222222/OrgAccess suspended'],
    ],
    ['made by hand', 'name;id\n"a ""b""";1111-1111-1111\n', ['add a "b" 111111111111/OrgAccess']],
    ['copied from a spreadsheet', 'Name\tAccount\na\t111111111111', ['add a 111111111111/OrgAccess']],
    ['in Japanese', 'アカウント名,アカウント番号\n本番,１１１', ['skip 本番 １１１/OrgAccess bad-account']],
    [
      'with digits that a spreadsheet lost',
      'id,name\n1.23E+11,a\n12345678901,b',
      ['skip a 1.23E+11/OrgAccess bad-account', 'skip b 12345678901/OrgAccess bad-account'],
    ],
  ])('can be CSV %s', (_, text, entries) => {
    expect(said(plan('', text))).toEqual(entries);
  });
});

describe("the console's history", () => {
  const encode = (rl: unknown) => encodeURIComponent(JSON.stringify({ bn: 'me', ba: '9', rl })).replaceAll('%20', '+');
  it('gives roles by the names that the console shows', () => {
    const value = encode([
      { a: '111111111111', r: 'team/Admin', d: 'Prod  |  111111111111', c: 'F2B0A9' },
      { a: 'my-org', r: 'Admin', d: 'Dev%20%231', c: 'x' },
      { a: '222222222222', r: 'R', d: '100%' },
      { a: '333333333333', r: 'R' },
      { a: 'x', r: 'R', d: 'bad' },
      null,
      7,
    ]);
    const found = plan('', value);
    expect(said(found)).toEqual([
      'add Prod 111111111111/team/Admin',
      'add Dev #1 my-org/Admin',
      'add 100% 222222222222/R',
      'add 333333333333-R 333333333333/R',
      'skip bad x/R bad-account',
      'skip ? undefined/undefined bad-account',
      'skip ? undefined/undefined bad-account',
    ]);
    expect(found.resultText).toContain(
      '[Prod]\naws_account_id = 111111111111\nrole_name = team/Admin\ncolor = f2b0a9\n\n[Dev #1]\naws_account_id = my-org\nrole_name = Admin\n',
    );
    expect(readConfig(found.resultText).problems).toEqual([]);
  });

  it('leaves out what the text has by another name', () => {
    const value = encode([{ a: '111111111111', r: 'Admin', d: 'other' }]);
    expect(said(plan(`[a]\nrole_arn=${arn(1)}`, value))).toEqual(['skip a 111111111111/Admin same-role']);
  });
});

describe('links', () => {
  const url = 'https://signin.aws.amazon.com/switchrole';
  it.each<[string, string]>([
    [`${url}?account=111111111111&roleName=A&displayName=My%20Role&color=F2B0A9`, 'add My Role 111111111111/A aws'],
    [`see ${url}?roleName=p%2FA&account=111111111111.`, 'add 111111111111-p/A 111111111111/p/A aws'],
    [`<a href="${url}?account=111111111111&amp;roleName=A">x</a>`, 'add 111111111111-A 111111111111/A aws'],
    [`- [x](${url}?account=111111111111&roleName=A&displayName=a(b))`, 'add a(b) 111111111111/A aws'],
    [`${url}?account=my-org&roleName=A&displayName=x`, 'add x my-org/A undefined'],
    [
      `${url.replace('signin', 'eu-west-1.signin')}?account=111111111111&roleName=A`,
      'add 111111111111-A 111111111111/A aws',
    ],
    [
      'https://signin.amazonaws.cn/switchrole?account=111111111111&roleName=A',
      'add 111111111111-A 111111111111/A aws-cn',
    ],
    [
      'https://evil.example/switchrole?account=111111111111&roleName=A&displayName=x',
      'skip x 111111111111/A wrong-host',
    ],
    [
      'https://signin.aws.amazon.com.evil.example/switchrole?account=111111111111&roleName=A',
      'skip 111111111111-A 111111111111/A wrong-host',
    ],
    [
      `${url.replace('https', 'http')}?account=111111111111&roleName=A`,
      'skip 111111111111-A 111111111111/A wrong-host',
    ],
    [
      'https://me@signin.aws.amazon.com/switchrole?account=111111111111&roleName=A',
      'skip 111111111111-A 111111111111/A wrong-host',
    ],
    [`${url}?account=1&roleName=A`, 'skip 1-A 1/A bad-account'],
    [`${url}?account=111111111111&roleName=a%20b`, 'skip 111111111111 111111111111/a b bad-role-name'],
  ])('%s', (text, expected) => {
    const found = plan('', `x\n${text}\n`);
    const { partition } = readConfig(found.resultText).roles[0] ?? {};
    const isAdded = found.entries[0]?.action === 'add';
    expect([...said(found), ...(isAdded ? [partition] : [])].join(' ').trim()).toBe(
      expected.replace(/ undefined$/, ''),
    );
  });

  it('come several at once', () => {
    const text = `${url}?account=111111111111&roleName=A&displayName=x\n${url}?account=222222222222&roleName=A&displayName=x`;
    expect(said(plan('', text))).toEqual(['add x 111111111111/A', 'add x-2 222222222222/A name-taken']);
  });

  it('never bring a line that would be taken for a credential', () => {
    const found = plan('', `${url}?account=111111111111&roleName=A&displayName=aws-session-token%20%3D%20x`);
    expect(said(found)).toEqual([expect.stringContaining('unreadable')]);
    expect(JSON.stringify(found)).not.toContain('= x');
  });
});

describe('whatever comes', () => {
  const pieces = fc.constantFrom(
    ...[
      '[a]',
      '[b]',
      '[profile a]',
      '[x',
      '[]',
      '[sso-session s]',
      '[services s]',
      '# note',
      '',
      'free',
      '[__proto__]',
    ],
    ...[`role_arn = ${arn(1)}`, `role_arn=${arn(2)}`, 'aws_account_id = 333333333333', 'role_name = A', 'color = red'],
    ...[
      'color = #00f # c',
      'source_profile = a',
      'source_profile = b, a',
      's3 =',
      '  x = y',
      'region=eu-west-1',
      'label = "x #"',
    ],
    ...[
      'aws_session_token = x',
      '  y/z',
      'sso_account_id = 444444444444',
      'aws_account_id,role',
      '111111111111,A',
      'id;name',
    ],
    ...[
      'https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=A',
      '{"Accounts":[{"Id":"1"}]}',
      '"',
      "'",
    ],
  );
  const end = fc.constantFrom('\n', '\r\n', '\r');
  const text = fc
    .tuple(fc.constantFrom('', '\uFEFF'), fc.array(pieces, { maxLength: 14 }), end)
    .map(([bom, lines, lineEnd]) => bom + lines.join(lineEnd));
  const any = fc.oneof(
    text,
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.json(),
    fc.json().map(encodeURIComponent),
    fc.array(fc.record({ Id: fc.anything(), Name: fc.anything(), State: fc.anything() })).map((Accounts) => {
      try {
        return JSON.stringify({ Accounts });
      } catch {
        return '';
      }
    }),
    fc
      .array(fc.record({ a: fc.string(), r: fc.string(), d: fc.string({ unit: 'binary' }), c: fc.string() }))
      .map((rl) => {
        const json = JSON.stringify({ rl });
        return encodeURIComponent(json);
      }),
  );
  /** An earlier import may have taken anything but a credential. */
  const saved = text.map((whole) => removeSecrets(whole).text);

  it('nothing throws, declined entries change nothing, and no credential comes in', () => {
    fc.assert(
      fc.property(saved, any, (current, incoming) => {
        const found = plan(current, incoming);
        expect(removeSecrets(found.resultText).removed).toEqual([]);
        const all = new Set(found.entries.keys());
        const none = plan(current, incoming, { declined: all });
        expect(none.entries).toEqual(found.entries);
        if (found.entries.some(({ action }) => action !== 'skip')) expect(none.resultText).toBe(current);
        if (found.entries.every(({ action }) => action !== 'change') && current.trim() !== '') {
          expect(found.resultText.startsWith(current)).toBe(true);
        }
        for (const { action, changes } of found.entries) expect(changes.length > 0).toBe(action === 'change');
      }),
      { numRuns: 1000 },
    );
  });

  it('roles of the current text that nothing changes stay as they are', () => {
    fc.assert(
      fc.property(saved, any, (current, incoming) => {
        const { entries, resultText } = plan(current, incoming);
        const changed = new Set(entries.filter(({ action }) => action === 'change').map(({ profile }) => profile));
        const rolesOf = (whole: string) =>
          readConfig(whole).roles.map(({ profile, account, roleName, color }) => ({
            profile,
            account,
            roleName,
            color,
          }));
        const after = rolesOf(resultText);
        for (const role of rolesOf(current)) if (!changed.has(role.profile)) expect(after).toContainEqual(role);
      }),
      { numRuns: 500 },
    );
  });

  const distinct = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'main', 'profile d', '本番'), { maxLength: 5 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc
            .array(
              fc.constantFrom(
                'color = red',
                'color = blue',
                `role_arn=${arn(1)}`,
                `role_arn=${arn(2)}`,
                'region=x',
                'source_profile = a',
                'aws_account_id = 333333333333',
                '# note',
              ),
              {
                maxLength: 3,
              },
            )
            .map((lines) => [`[${name}]`, ...lines].join('\n')),
        ),
      ),
    )
    .map((sections) => `${sections.join('\n\n')}\n`);

  it('what was imported is there: doing it again changes nothing', () => {
    fc.assert(
      fc.property(distinct, distinct, (current, incoming) => {
        const { resultText } = plan(current, incoming);
        const again = plan(resultText, incoming);
        expect(said(again).filter((entry) => !entry.startsWith('skip'))).toEqual([]);
        expect(again.resultText).toBe(resultText);
      }),
      { numRuns: 500 },
    );
  });
});

describe('beside other layers', () => {
  const others: Layer[] = [
    { origin: { kind: 'policy' }, text: `[jump]\naws_account_id = 999999999999\n[a]\nrole_arn = ${arn(1)}\n` },
    { origin: { kind: 'team', name: 't' }, text: `[b]\nrole_arn = ${arn(2)}\n[b-2]\nrole_arn = ${arn(8)}\n` },
  ];

  it('skips what they have, and gives no name of theirs to something else', () => {
    const text = `[a]\nrole_arn = ${arn(1)}\ncolor = red\n[b]\nrole_arn = ${arn(3)}\n[c]\nrole_arn = ${arn(4)}\nsource_profile = b\n`;
    const found = plan('', text, { others });
    expect(said(found)).toEqual([
      'skip a 111111111111/Admin same',
      'add b-3 333333333333/Admin name-taken',
      'add c 444444444444/Admin',
    ]);
    expect(found.resultText).toBe(`[b-3]\nrole_arn = ${arn(3)}\n\n[c]\nrole_arn = ${arn(4)}\nsource_profile = b-3\n`);
    expect(readLayers([...others, { origin: PERSONAL, text: found.resultText }]).problems).toEqual([]);
  });

  it('takes a section that only changes how a role is shown', () => {
    expect(plan('', '[a]\ncolor = red\n', { others }).resultText).toBe('[a]\ncolor = red\n');
  });

  it('takes a text whose name is theirs not as it is, but with another name', () => {
    expect(plan('', `[b]\nrole_arn = ${arn(3)}\n`, { others }).resultText).toBe(`[b-3]\nrole_arn = ${arn(3)}\n`);
  });

  it('skips a link to a role of theirs, and an account that theirs signs in to', () => {
    const link = 'https://signin.aws.amazon.com/switchrole?account=222222222222&roleName=Admin&displayName=x';
    expect(said(plan('', link, { others }))).toEqual(['skip b 222222222222/Admin same-role']);
    const template = { roleName: 'OrgAccess', sourceProfile: 'jump' };
    const accounts = '[{"Id":"999999999999","Name":"own"}]';
    expect(said(plan('', accounts, { others, template }))).toEqual(['skip own 999999999999/OrgAccess base-account']);
  });
});
