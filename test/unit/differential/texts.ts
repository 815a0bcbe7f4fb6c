import fc from 'fast-check';

/** Mostly the first, now and then one of the others: AESR rejects a text for a single fault. */
function mostly<Value>(usual: fc.Arbitrary<Value>, ...odd: fc.Arbitrary<Value>[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 12 * Math.max(1, odd.length), arbitrary: usual }, ...odd);
}

function one<Value>(...values: Value[]): fc.Arbitrary<Value> {
  return fc.constantFrom(...values);
}

const NAMES = [
  'main',
  'ops',
  'dev/eu',
  'Prod 本番',
  'a.b',
  'c, d',
  'x:y',
  'toString',
  'preview',
  'services s',
  'profile z',
];
const name = mostly(one(...NAMES), one('"q"', "'q r'", 'e] f', 'main]', '[g', 'sso-session s', 'plugins', '"'));
const header = fc
  .tuple(one('', '', '', 'profile ', 'Profile\t', ' '), name, one('', '', ' ', ' # note', ';x'))
  .map(([prefix, written, after]) => `[${prefix}${written}]${after}`);

const account = mostly(
  one('111111111111', '012345678901', '222222222222', 'my-org', 'Org-2'),
  one('1111-2222-3333', '11111111111', '<id>', '"333333333333"', 'my_org', 'a=b', '-x-'),
);
const roleName = mostly(
  one('Admin', 'team/ReadOnly', 'a+b,c.d@e-f_g', 'R'.repeat(70)),
  one('a=b', 'my role', "'Admin'", '"a;b"', '/Admin', '管理', 'Admin=', '"Admin'),
);
const arn = mostly(
  fc
    .tuple(one('aws', 'aws', 'aws-cn', 'aws-us-gov', 'aws-iso'), one('111111111111', '222222222222'), roleName)
    .map(([partition, id, role]) => `arn:${partition}:iam::${id}:role/${role}`),
  one('arn:foo:iam::111111111111:role/A', 'arn:aws:iam::1:role/A', 'arn:aws:iam::my-org:role:x/A'),
  one('arn::iam::111111111111:role/A', '"arn:aws:iam::111111111111:role/A"', 'arn:aws:iam::111111111111:role//A'),
);
const color = mostly(
  one('ff8800', 'FF8800', 'f80'),
  one('red', 'Tomato', 'reddish', 'ff880080', 'f80c', '"ff8800"', '12345'),
);
const region = mostly(
  one('eu-west-1', 'us-gov-west-1', 'ap-northeast-1'),
  one('EU-West-1', 'moon', '"eu-west-1"', 'eu-west'),
);
const image = mostly(
  one('https://h.example/i.png', 'data:image/png;base64,AAAA', '"https://h.example/i.png"'),
  one(
    'https://h.example/i?a=1;b=2#c',
    'http://h.example/i',
    '/i.png',
    'https://h.example/#x # note',
    'data:text/html,x',
  ),
);

const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  color,
  region,
  image,
  label: one('Label', 'C#', '"L"'),
  aws_account_alias: mostly(one('my-org', 'org-2'), one('My-Org', '"my-org"')),
  target_role_name: roleName,
  target_region: region,
  sso_role_name: one('ReadOnly', 'a b'),
  sso_account_id: one('444444444444', 'x'),
  sso_start_url: one('https://corp.awsapps.com/start'),
  mfa_serial: one('arn:aws:iam::555555555555:mfa/me'),
  external_id: one('abc'),
  note: one('1', 'a=b', 'true', '__proto__'),
};

const key = one(...Object.keys(VALUES), 'color', 'region', 'image');
const extra = key.chain((written) => (VALUES[written] ?? one('x')).map((value): Entry => [written, value]));
const oddEntry = one<Entry>(
  ...([
    ['Color', '00ff00'],
    ['REGION', 'us-east-2'],
    ['Role_Name', 'Other'],
    ['image: https://h.example/?x', '1'],
    ['role_name: R', '1'],
    ['name', 'renamed'],
    ['[typo', '1'],
    ['', 'no key'],
    ['constructor', '1'],
    ['targets', '1'],
    ['hidden', 'true'],
    ['color ', 'a # b\u2028c'],
  ] satisfies Entry[]),
);

type Entry = [key: string, value: string];

const identity = fc.oneof(
  arn.map((value): Entry[] => [['role_arn', value]]),
  fc.tuple(account, roleName).map(([id, role]): Entry[] => [
    ['aws_account_id', id],
    ['role_name', role],
  ]),
  account.map((id): Entry[] => [['aws_account_id', id]]),
);
const source = mostly(one(...NAMES), one('"q"', "'q r'", '"main"', 'e] f', '"', '[g'));

const section = fc
  .record({
    written: header,
    entries: identity,
    source: fc.option(source, { freq: 2 }),
    extras: fc.uniqueArray(mostly(extra, oddEntry), { maxLength: 4, selector: ([written]) => written.trim() }),
    spelling: fc.record({
      indent: one('', '', '  ', '\t'),
      equals: one(' = ', '=', '\t=  '),
      after: one('', '', '', ' ', ' # note', ';note', ' ; a = b'),
    }),
    noise: one('', '', '\n', '# [no section]\n', '  ; x = 1\n'),
  })
  .map(({ written, entries, source: base, extras, spelling: { indent, equals, after }, noise }) => {
    const all: Entry[] = [...entries, ...(base === null ? [] : [['source_profile', base] satisfies Entry]), ...extras];
    const lines = all.map(([left, right]) => `${indent}${left}${equals}${right}${after}\n`);
    return `${indent}${written}\n${noise}${lines.join(noise)}`;
  });

/** Texts of sections that are mostly in order, so that AESR accepts many of them and nearly accepts the others. */
export const orderlyText = fc
  .tuple(one('', '', '\uFEFF', '\n# note\n'), fc.array(section, { maxLength: 6 }), one('\n', '\n', '\r\n', '\r'))
  .map(([start, sections, end]) => (start + sections.join('')).replaceAll('\n', end));

const LINES = [
  ...[
    '[a]',
    '[a]',
    '[b]',
    '[b]',
    '[c]',
    '[profile a]',
    '[profile "b"]',
    '["b"]',
    '[a] # x',
    '[ c ]',
    '[a]]',
    '[d',
    '[a] = 1',
  ],
  ...[
    'aws_account_id = 111111111111',
    'aws_account_id=my-org',
    'aws_account_id = "222222222222"',
    'aws_account_id = 1',
  ],
  ...['role_name = R', 'role_name = R=S', 'role_name = "R"', 'role_name = R#S', 'Role_name = T', 'role_name = R S'],
  ...['role_arn = arn:aws:iam::333333333333:role/A', 'role_arn = arn:aws:iam::333333333333:role/p/A ; x'],
  ...['source_profile = a', 'source_profile = b', 'source_profile = "b"', 'source_profile = c', 'source_profile=a#b'],
  ...[
    'target_role_name = D',
    'target_region = eu-west-1',
    'color = f80',
    'color = red',
    'region = us-east-2',
    'image = x',
  ],
  ...['', '# x', ' ; y', 'a:b = c', 'name = z', 'sso_role_name = P', 'aws_account_alias = Q-Q', '  = 1'],
];

/** Lines in any order: few are accepted, but those are put together as nobody would. */
export const disorderlyText = fc
  .array(
    fc.oneof(one(...LINES), one('[a]\naws_account_id = 1111-2222-3333\nrole_name = R', '[b]\naws_account_id = my-org')),
    {
      maxLength: 14,
    },
  )
  .map((lines) => lines.join('\n'));
