import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';

/*
 * What AWS's own readers make of `~/.aws/config` (console-contract §8): the CLI (botocore) and the SDKs, which do not
 * agree. Hatrack accepts what either accepts, and lists roles where both refuse the file.
 */

const ARN = 'role_arn = arn:aws:iam::111111111111:role/Admin';

/** Roles as `profile name region (bases)`, then problems as `line code`. */
function read(text: string): string[] {
  const { roles, problems } = readConfig(text);
  return [
    ...roles.map(({ profile, roleName, region, bases }) => `${profile} ${roleName} ${region ?? '-'} (${bases.join()})`),
    ...problems.map(({ line, code }) => `${line} ${code}`),
  ];
}

type Row = readonly [rule: string, text: string, expected: readonly string[]];

describe('as the AWS CLI reads it', () => {
  it.each<Row>([
    ['comment lines, indented too', `# a\n; b\n[profile x]\n  # c\n\t; d\n${ARN}`, ['x Admin - ()']],
    ['a comment behind a header', `[profile x] # c\n${ARN}`, ['x Admin - ()']],
    [
      ': for =',
      '[profile x]\nrole_arn: arn:aws:iam::111111111111:role/Admin\nregion : eu-west-1',
      ['x Admin eu-west-1 ()'],
    ],
    [
      'keys in any case',
      `[profile x]\n${ARN.replace('role_arn', 'Role_ARN')}\nREGION=eu-west-1`,
      ['x Admin eu-west-1 ()'],
    ],
    ['further = in a value', `[profile x]\n${ARN}=b=c`, ['x Admin=b=c - ()']],
    ['% is a character', `[profile 100%]\n${ARN}\nlabel = %(region)s`, ['100% Admin - ()']],
    ['a name in quotes', `[profile "my prof"]\n${ARN}`, ['my prof Admin - ()']],
    ['a tab behind profile', `[profile\tx]\n${ARN}`, ['x Admin - ()']],
    [
      '[default] and [profile default] are one',
      `[default]\nregion = eu-west-1\n[profile default]\n${ARN}`,
      ['default Admin eu-west-1 ()'],
    ],
    ['an empty value', `[profile x]\ncli_pager =\n${ARN}`, ['x Admin - ()']],
    [
      'a nested block, with blank lines and comments in it',
      `[profile x]\ns3 =\n  max_queue_size = 1\n\n  # c\n  region = us-east-2\n${ARN}\nregion = eu-west-1`,
      ['x Admin eu-west-1 ()'],
    ],
    ['CRLF', `[profile x]\r\n${ARN}\r\nregion = eu-west-1\r\n`, ['x Admin eu-west-1 ()']],
    [
      'sections that are no profiles',
      '[services s]\nec2 =\n  endpoint_url = http://x\n[plugins]\na = b\n[preview]\ncloudfront = true\n[sso-session s]\nsso_region = x',
      [],
    ],
    [
      "a source profile, whose region is not the role's",
      `[profile b]\nregion = eu-west-1\nmfa_serial = arn:aws:iam::222222222222:mfa/me\n[profile x]\n${ARN}\nsource_profile = b`,
      ['x Admin - (b)'],
    ],
    [
      'a chain of source profiles',
      `[profile a]\naws_account_id = 222222222222\n[profile b]\n${ARN}\nsource_profile = a\n[profile x]\n${ARN}\nsource_profile = b`,
      ['b Admin - (a)', 'x Admin - (b)'],
    ],
    ['a role without a source profile', `[profile x]\n${ARN}\ncredential_source = Environment`, ['x Admin - ()']],
    [
      'settings that change nothing here',
      `[profile x]\n${ARN}\nduration_seconds = soon\nrole_session_name = me\noutput = json\ncli_pager = less\nretry_mode = standard`,
      ['x Admin - ()'],
    ],
    [
      'a loop is an error',
      `[profile a]\n${ARN}\nsource_profile = b\n[profile b]\n${ARN}\nsource_profile = a`,
      ['a Admin - ()', 'b Admin - ()', '3 source-profile-loop', '6 source-profile-loop'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('as the SDKs read it, where the CLI does not', () => {
  it.each<Row>([
    ['a comment behind white space', `[profile x]\n${ARN} # c\nregion = eu-west-1 ; d`, ['x Admin eu-west-1 ()']],
    [
      'sections that stand twice add up',
      `[profile x]\n${ARN}\n[profile x]\nregion = eu-west-1`,
      ['x Admin eu-west-1 ()'],
    ],
    [
      'the last of two equal keys counts',
      `[profile x]\n${ARN}\nregion = us-east-1\nregion = eu-west-1`,
      ['x Admin eu-west-1 ()', '4 duplicate-key'],
    ],
    [
      '[DEFAULT] is a name, not for all',
      `[DEFAULT]\nregion = eu-west-1\n[profile x]\n${ARN}`,
      ['x Admin - ()', '1 section-without-role'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('where both refuse or lose it', () => {
  it.each<Row>([
    ['a section without the prefix', `[x]\n${ARN}`, ['x Admin - ()']],
    ['a name with blanks and no quotes', `[profile my prof]\n${ARN}`, ['my prof Admin - ()']],
    ['a blank before the prefix', `[ profile x ]\n${ARN}`, ['x Admin - ()']],
    ['the prefix in other letters', `[Profile x]\n${ARN}`, ['x Admin - ()']],
    ['a BOM', `\uFEFF[profile x]\n${ARN}`, ['x Admin - ()']],
    ['a first line that is indented', `  [profile x]\n  ${ARN}`, ['x Admin - ()']],
    [
      'a missing source profile',
      `[profile x]\n${ARN}\nsource_profile = b`,
      ['x Admin - (b)', '3 unknown-source-profile'],
    ],
    ['a broken line', `[profile x]\n${ARN}\nwhat?`, ['x Admin - ()', '3 text-without-key']],
    ['a key before any section', `region = x\n[profile x]\n${ARN}`, ['x Admin - ()', '1 key-outside-section']],
    [
      'sections of one name that contradict',
      `[profile x]\n${ARN}\n[profile x]\n${ARN}2`,
      ['x Admin - ()', 'x Admin2 - ()', '3 duplicate-section'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('otherwise, on purpose', () => {
  it.each<Row>([
    // People paste indented text; a continued value means nothing in any key that Hatrack reads.
    ['an indented key under a value is a key', `[profile x]\n${ARN}\n  region = eu-west-1`, ['x Admin eu-west-1 ()']],
    // Nothing in AWS's own keys begins with a quote.
    ['quotes around a value are not part of it', `[profile x]\n${ARN.replace('= ', '= "')}"`, ['x Admin - ()']],
    // AESR users write it, and none of these keys can hold it.
    ['a comment needs no white space in a role', `[profile x]\n${ARN};old`, ['x Admin - ()']],
    // With static keys the CLI takes them from the profile itself; a browser has none.
    [
      'a profile that is its own source',
      `[profile x]\n${ARN}\nsource_profile = x`,
      ['x Admin - ()', '3 source-profile-loop'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
