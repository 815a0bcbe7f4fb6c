import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseColor } from '../../../src/core/config/color.ts';
import type { Role } from '../../../src/core/config/config.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';
import { appendSection, applyEdits } from '../../../src/core/config/write-config.ts';
import { PARTITIONS } from '../../../src/core/console/partition.ts';
import { readCsv, writeCsv } from '../../../src/core/export/csv.ts';
import { toSwitchRoleLink } from '../../../src/core/export/switch-role-link.ts';
import { toCsv } from '../../../src/core/export/to-csv.ts';
import { planImport } from '../../../src/core/import/plan-import.ts';

// Hundreds of whole texts take their time where many tests run at once.
vi.setConfig({ testTimeout: 30_000 });

const OPTIONS = { template: { roleName: 'x' }, declined: new Set<number>() };

function roleOf(text: string): Role {
  const [role] = readConfig(text).roles;
  if (!role) throw new Error(`no role in ${text}`);
  return role;
}

/** What the CSV's columns tell of a role. */
function columnsOf({ profile, label, account, roleName, partition, region, color, group, tags, bases }: Role) {
  return { profile, label, account, roleName, partition, region, color, group, tags, bases };
}

describe('the link to AWS’s page', () => {
  it.each<[string, string, 'aws' | 'aws-cn', string]>([
    [
      'tells account, role, name and colour',
      '[my role]\nrole_arn=arn:aws:iam::111111111111:role/team/Admin\ncolor=red\nregion=eu-west-1',
      'aws',
      'https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=team%2FAdmin&displayName=my+role++%7C++111111111111&color=ff0000',
    ],
    [
      'is in the partition that the role names',
      '[x]\nrole_arn=arn:aws-eusc:iam::111111111111:role/A',
      'aws',
      'https://eusc-de-east-1.signin.amazonaws-eusc.eu/switchrole?account=111111111111&roleName=A&displayName=x++%7C++111111111111&color=aaaaaa',
    ],
    [
      'or in the one given',
      '[x]\naws_account_id=my-org\nrole_name=A',
      'aws-cn',
      'https://signin.amazonaws.cn/switchrole?account=my-org&roleName=A&displayName=x++%7C++my-org&color=aaaaaa',
    ],
  ])('%s', (_, text, partition, link) => {
    expect(toSwitchRoleLink(roleOf(text), partition)).toBe(link);
  });

  it.each(Object.values(PARTITIONS).map(({ id }) => id))('of %s gives the role back when imported', (id) => {
    const role = roleOf(`[本番 #1]\nrole_arn=arn:${id}:iam::012345678901:role/p/A+b=c,d.e@f-g_h\ncolor=f80`);
    const { resultText, kind } = planImport('', { text: toSwitchRoleLink(role, 'aws') }, OPTIONS);
    expect(kind).toBe('links');
    expect(columnsOf(roleOf(resultText))).toEqual(columnsOf(role));
  });
});

describe('CSV', () => {
  it('is as RFC 4180 has it, with a BOM for Excel', () => {
    expect(
      writeCsv([
        ['a', 'b,c'],
        ['d "e"', 'f\ng'],
        ['', ' h '],
      ]),
    ).toBe('\uFEFFa,"b,c"\r\n"d ""e""","f\ng"\r\n," h "\r\n');
  });

  it.each<[string, string]>([
    ['=1+1', "'=1+1"],
    ['+81', "'+81"],
    ['-x', "'-x"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ["'=1", "''=1"],
    ["'quoted'", "'quoted'"],
    ['a=b', 'a=b'],
    ['＝1', "'＝1"],
  ])('keeps %s from being run, as %s', (cell, written) => {
    expect(writeCsv([[cell, 'x']])).toBe(`\uFEFF${written},x\r\n`);
    expect(readCsv(writeCsv([[cell, 'x']]))).toEqual([[cell, 'x']]);
  });

  it.each<[string, string, string[][]]>([
    [
      'other delimiters',
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n\t2',
      [
        ['a', 'b'],
        ['', '2'],
      ],
    ],
    [
      'blanks around quotes',
      'a,b\n "x, y" , z',
      [
        ['a', 'b'],
        ['x, y', 'z'],
      ],
    ],
    [
      'CR and empty lines',
      'a,b\r\r,\r1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a quote that is not closed', 'a,b\n"1,2\n3', [['a', 'b'], ['1,2\n3']]],
    [
      'text behind a quoted cell',
      'a,b\n"1"x,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['nothing', '', []],
  ])('is read with %s', (_, text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  it('gives any cells back', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', "'", ',', '\n', '=', 'a', ';', '\t') }));
    const trimmed = cell.map((text) => text.trim()).filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(trimmed, trimmed, trimmed), { minLength: 1 }), (rows) => {
        const all = [['x', 'y', 'z'], ...rows];
        expect(readCsv(writeCsv(all))).toEqual(all);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', ';') }),
        (text) => void readCsv(text),
      ),
    );
  });
});

describe('the roles as CSV', () => {
  it('have a row each', () => {
    const text =
      '[x]\nrole_arn=arn:aws:iam::111111111111:role/A\ncolor=red\nlabel==1+1\ntags=a,b\nsource_profile=m, n\n[y]\naws_account_id=my-org\nrole_name=B\nregion=eu-west-1\ngroup=g';
    expect(toCsv(readConfig(text))).toBe(
      '\uFEFFprofile,label,account,role,partition,region,color,group,tags,source_profile,origin\r\n' +
        'x,\'=1+1,111111111111,A,aws,,ff0000,,"a, b","m, n",personal\r\n' +
        'y,y,my-org,B,,eu-west-1,,g,,,personal\r\n',
    );
  });

  it('tell whose they are', () => {
    const roles = readLayers([
      { origin: { kind: 'policy' }, text: '[p]\nrole_arn=arn:aws:iam::111111111111:role/P' },
      { origin: { kind: 'team', name: 'platform' }, text: '[t]\nrole_arn=arn:aws:iam::111111111111:role/T' },
    ]);
    const origins = readCsv(toCsv(roles)).map((cells) => cells.at(-1));
    expect(origins).toEqual(['origin', 'policy', 'team platform']);
  });

  const word = fc.oneof(
    fc.constantFrom('a', 'b c', '本番', '=1+1', '-x', "'q", '"q"', 'x, y', 'a;b', '#1', 'it’s', 'a "b" c', '@x', '🏦'),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim()),
  );
  // A comma parts bases and tags; a bracket can't stand in a header.
  const name = word.map((text) => text.replace(/[[\],]/g, '').trim() || 'n');
  const option = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
  const keys = fc.record({
    role_arn: fc.constantFrom('arn:aws:iam::111111111111:role/A', 'arn:aws-cn:iam::022222222222:role/p/B', undefined),
    region: option(fc.constantFrom('eu-west-1', 'us-east-1')),
    color: option(fc.constantFrom('red', '#0f0', '123456')),
    label: option(word),
    group: option(word),
    tags: option(fc.array(name, { maxLength: 3 }).map((tags) => tags.join(', '))),
    source_profile: option(fc.array(name, { maxLength: 2 }).map((names) => names.join(', '))),
  });
  const config = fc
    .uniqueArray(fc.tuple(name, keys), { selector: ([profile]) => profile, maxLength: 6 })
    .map((sections) =>
      sections.reduce((text, [profile, { role_arn, ...others }]) => {
        const identity = role_arn ? { role_arn } : { aws_account_id: 'my-org', role_name: 'R' };
        return applyEdits(text, appendSection(text, { profile, keys: { ...identity, ...others } }));
      }, ''),
    );

  it('give the same roles when imported', () => {
    fc.assert(
      fc.property(config, (text) => {
        const { roles } = readConfig(text);
        fc.pre(new Set(roles.map(({ profile }) => profile)).size === roles.length && roles.length > 0);
        const csv = toCsv(readConfig(text));
        const { resultText, kind } = planImport('', { text: csv }, OPTIONS);
        expect(kind).toBe('roles');
        expect(readConfig(resultText).roles.map(columnsOf)).toEqual(roles.map(columnsOf));
        const again = planImport(resultText, { text: csv }, OPTIONS);
        expect(again.entries.every(({ reason }) => reason === 'same')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('tell the colours that the console will show', () => {
    const csv = toCsv(readConfig('[x]\nrole_arn=arn:aws:iam::111111111111:role/A\ncolor=#f80'));
    expect(csv).toContain(`,${parseColor('#f80')},`);
  });
});
