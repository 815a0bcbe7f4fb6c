import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';

const SSO = 'sso_account_id = 1111-1111-1111\nsso_role_name = ReadOnly\n';
const GRANTED = SSO.replaceAll('sso_', 'granted_sso_');

/** Entries as `profile: account/permission set at portal`. */
function portalRoles(text: string): string[] {
  return readConfig(text).portalRoles.map(
    ({ profile, account, permissionSet, portalUrl }) => `${profile}: ${account}/${permissionSet} at ${portalUrl}`,
  );
}

function problems(text: string): string[] {
  return readConfig(text).problems.map(({ line, code, values }) => [line, code, ...values].join(' '));
}

describe('a profile with Identity Center keys is reachable by its portal', () => {
  const found = ['x: 111111111111/ReadOnly at https://corp.awsapps.com/start'];
  it.each<[string, string, string[], string[]]>([
    [
      'of its sso-session',
      `[profile x]\n${SSO}sso_session = s\n[sso-session s]\nsso_start_url = https://corp.awsapps.com/start`,
      found,
      [],
    ],
    [
      'of a session in quotes, above it, in other letters',
      `[SSO-Session "s t"]\nSSO_start_URL = https://corp.awsapps.com/start/\n[x]\n${SSO}sso_session = s t`,
      found,
      [],
    ],
    [
      'of a session whose sections follow each other',
      `[sso-session s]\nsso_start_url = https://old\n[sso-session s]\nsso_start_url = https://corp.awsapps.com/start\n[sso-session s]\nsso_region=x\n[x]\n${SSO}sso_session = s`,
      found,
      [],
    ],
    ['by its own sso_start_url', `[x]\n${SSO}sso_start_url = https://corp.awsapps.com/start/#/`, found, []],
    ["in Granted's spelling", `[x]\n${GRANTED}granted_sso_start_url = https://corp.awsapps.com/start/`, found, []],
    [
      'by its own where the session is missing',
      `[x]\n${SSO}sso_start_url = https://corp.awsapps.com/start\nsso_session = constructor`,
      found,
      ['5 unknown-sso-session constructor'],
    ],
    [
      'but not where the session says no portal',
      `[sso-session s]\nsso_start_url =\nsso_region = x\n[x]\n${SSO}sso_session = s`,
      [],
      ['7 unknown-sso-session s'],
    ],
    [
      'but not where the session says a bad one, which is reported there',
      `[sso-session s]\nsso_start_url = corp\n[x]\n${SSO}sso_session = s`,
      [],
      ['2 bad-portal-url corp'],
    ],
    [
      'but not where its own is no https: URL',
      `[x]\n${SSO}sso_start_url = http://corp.awsapps.com/start`,
      [],
      ['4 bad-portal-url http://corp.awsapps.com/start'],
    ],
    [
      'but not without an account number',
      `[x]\nsso_account_id = my-org\nsso_role_name = a b\nsso_start_url = https://x`,
      [],
      ['2 bad-account my-org', '3 bad-role-name a b'],
    ],
    ['but not without a portal', `[x]\n${SSO}`, [], ['1 section-without-role x']],
    ['but not without a permission set', '[x]\nsso_account_id = 1\nsso_session = s', [], ['1 section-without-role x']],
  ])('%s', (_, text, expected, codes) => {
    expect(portalRoles(text)).toEqual(expected);
    expect(problems(text)).toEqual(codes);
  });

  it('with its label and line, and is a role as well where it has a role_arn', () => {
    const shown =
      'label = X!\ncolor = #f80\nregion = eu-west-1\ngroup = G\ntags = a, b\nenv = prod\nstart_url = s3/home';
    const text = `\n[x]\n${SSO}sso_start_url = https://p\n${shown}\nrole_arn = arn:aws:iam::222222222222:role/A`;
    const { roles, portalRoles: portal } = readConfig(text);
    expect(portal).toEqual([
      {
        id: 'portal:111111111111:ReadOnly::x',
        profile: 'x',
        origin: { kind: 'personal' },
        label: 'X!',
        line: 2,
        account: '111111111111',
        permissionSet: 'ReadOnly',
        portalUrl: 'https://p',
        color: 'ff8800',
        region: 'eu-west-1',
        image: undefined,
        group: 'G',
        tags: ['a', 'b'],
        hidden: false,
        favorite: false,
        environment: 'production',
        startUrl: 's3/home',
      },
    ]);
    expect(roles.map(({ roleName }) => roleName)).toEqual(['A']);
  });

  it.each<[string, string]>([
    ['alone', ''],
    ['beside its role', 'role_arn = arn:aws:iam::222222222222:role/A\n'],
  ])('and what is wrong with its values is reported once: %s', (_, lines) => {
    const text = `[x]\n${lines}${SSO}sso_start_url = https://p\ncolor = nocolor\nregion = nowhere\ncontainer_color = none`;
    expect(problems(text).map((problem) => problem.split(' ')[1])).toEqual(['bad-color', 'bad-region', 'bad-choice']);
  });
});
