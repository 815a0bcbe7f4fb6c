import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { kitOf } from './kit.ts';

const TEXT = `[main]
aws_account_id = 111111111111
mfa_serial = arn:aws:iam::111111111111:mfa/me

[本番 admin]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = main
region = eu-west-1
duration_seconds = 7200

[it's]
role_arn = arn:aws:iam::333333333333:role/Dev
source_profile = main
external_id = -x:1
mfa_serial = arn:aws:iam::111111111111:mfa/other

[default]
aws_account_id = 444444444444
role_name = Reader
`;

function fileOf(text: string, name: string, wanted: Parameters<typeof kitOf>[1] = {}): string {
  return kitOf(text, { ...wanted, part: 'cli' }).files.find((file) => file.name === name)?.text ?? '';
}

describe('the part of ~/.aws/config', () => {
  it('has a block for each role, with what the CLI alone uses', () => {
    expect(fileOf(TEXT, 'config')).toBe(`[profile "本番 admin"]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = main
region = eu-west-1
mfa_serial = arn:aws:iam::111111111111:mfa/me
duration_seconds = 7200

[profile it's]
role_arn = arn:aws:iam::333333333333:role/Dev
source_profile = main
external_id = -x:1
mfa_serial = arn:aws:iam::111111111111:mfa/other

[default]
role_arn = arn:aws:iam::444444444444:role/Reader
source_profile = main
mfa_serial = arn:aws:iam::111111111111:mfa/me
`);
  });

  it('is read as the same roles', () => {
    const said = ({ roles }: ReturnType<typeof readConfig>) =>
      roles.map(({ profile, account, roleName, region }) => [profile, account, roleName, region]);
    expect(said(readConfig(fileOf(TEXT, 'config')))).toEqual(said(readConfig(TEXT)));
  });

  it('takes what is typed where the text says nothing', () => {
    const text = '[x]\nrole_arn = arn:aws:iam::222222222222:role/X\n';
    expect(fileOf(text, 'config', { externalId: 'typed' })).toBe(
      '[profile x]\nrole_arn = arn:aws:iam::222222222222:role/X\nsource_profile = default\nexternal_id = typed\n',
    );
  });
});

it('is not written with an external id that can’t be one', () => {
  expect(kitOf(TEXT, { part: 'cli', externalId: 'a b' })).toMatchObject({
    files: [],
    notes: [{ code: 'bad-external-id' }],
  });
});

/** The words that a real shell hands to `aws`, for each line. */
function wordsOf(lines: string): string[][] {
  const program = `id() { echo somebody; }\naws() { printf '%s\\0' "$@"; printf '\\n\\0'; }\nMFA_CODE=123456\n${lines}`;
  const printed = execFileSync('/bin/sh', ['-c', program], { encoding: 'utf8' });
  return printed
    .split('\n\0')
    .filter((line) => line !== '')
    .map((line) => line.split('\0').slice(0, -1));
}

describe('the lines of aws sts assume-role', () => {
  it('are taken by a shell as they are meant', () => {
    expect(wordsOf(fileOf(TEXT, 'assume-role.sh'))).toEqual([
      [
        ...['sts', 'assume-role', '--role-arn', 'arn:aws:iam::222222222222:role/team/Admin'],
        ...['--role-session-name', 'somebody', '--profile=main', '--region=eu-west-1', '--duration-seconds', '7200'],
        ...['--serial-number=arn:aws:iam::111111111111:mfa/me', '--token-code', '123456'],
      ],
      [
        ...['sts', 'assume-role', '--role-arn', 'arn:aws:iam::333333333333:role/Dev'],
        ...['--role-session-name', 'somebody', '--profile=main', '--external-id=-x:1'],
        ...['--serial-number=arn:aws:iam::111111111111:mfa/other', '--token-code', '123456'],
      ],
      [
        ...['sts', 'assume-role', '--role-arn', 'arn:aws:iam::444444444444:role/Reader'],
        ...['--role-session-name', 'somebody', '--profile=main'],
        ...['--serial-number=arn:aws:iam::111111111111:mfa/me', '--token-code', '123456'],
      ],
    ]);
  });

  it.each(["$(id) `id`&&id|id>x 'a'", "it's", '-x', 'a\\b "c"', '本番'])(
    'have nothing in them that a shell would run: %s',
    (name) => {
      const text = `[${name}]\naws_account_id = 111111111111\n[x]\nlabel = ${name}\nrole_arn = arn:aws:iam::222222222222:role/X\nsource_profile = ${name}\n`;
      expect(wordsOf(fileOf(text, 'assume-role.sh'))[0]).toContain(`--profile=${name}`);
    },
  );

  it.each([
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
    ['aws-eusc', 'eusc-de-east-1'],
  ])('name a region in %s, where the CLI has none of its own', (partition, region) => {
    const text = `[main]\naws_account_id = 111111111111\n[x]\nrole_arn = arn:${partition}:iam::222222222222:role/X\nsource_profile = main\n`;
    expect(wordsOf(fileOf(text, 'assume-role.sh'))[0]).toContain(`--region=${region}`);
  });
});
