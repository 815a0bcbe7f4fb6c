import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { parseSession } from '../../../src/core/console/session.ts';
import { toRoleList } from '../../../src/core/roles/role-list.ts';
import { RoleSearch } from '../../../src/core/roles/search-roles.ts';
import { unaskedRoles, visibleRoles } from '../../../src/core/roles/visible-roles.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings.ts';

const TEXT = `[home]
aws_account_id = 111111111111
[secret-base]
aws_account_id = 999999999999
[open]
role_arn = arn:aws:iam::222222222222:role/Open
source_profile = home
[next]
role_arn = arn:aws:iam::222222222222:role/Next
source_profile = open
[secret-role]
role_arn = arn:aws:iam::888888888888:role/SecretName
source_profile = secret-base
tags = secret-tag
[quiet one]
role_arn = arn:aws:iam::222222222222:role/Quiet
hidden = true
[sso]
sso_start_url = https://corp.awsapps.com/start
sso_account_id = 333333333333
sso_role_name = Power
color = #f80
[secret-broken]
role_arn = secret-value
`;

function listOf(isForPage: boolean, { isMultiSession = false, isAsked = true } = {}) {
  const result = parseSession({
    pageUrl: `https://${isMultiSession ? '111111111111-abcd1234.' : ''}us-east-1.console.aws.amazon.com/`,
    sessionData: JSON.stringify({ accountId: '111111111111', sessionARN: 'arn:aws:iam::111111111111:user/me' }),
    signInEndpoint: undefined,
    accountInfo: undefined,
    userInfo: undefined,
  });
  if (!result.ok) throw new Error(result.reason);
  const config = readConfig(TEXT);
  return toRoleList({
    config,
    session: isAsked ? result.session : undefined,
    standings: isAsked ? visibleRoles(config, result.session, DEFAULT_SETTINGS) : unaskedRoles(config),
    isConfigEmpty: false,
    pictures: {},
    isForPage,
  });
}

const states = ({ rows }: ReturnType<typeof listOf>) => rows.map(({ label, state }) => `${label}: ${state.kind}`);

describe('a list', () => {
  it('has the rows that the session may use, each with how it stands', () => {
    expect(states(listOf(false))).toEqual(['open: offered', 'quiet one: offered', 'sso: portal']);
    expect(states(listOf(false, { isMultiSession: true }))).toEqual([
      'open: offered',
      'next: chain',
      'quiet one: offered',
      'sso: portal',
    ]);
  });

  it('has every row where no session was asked', () => {
    const { rows, withheld } = listOf(false, { isAsked: false });
    expect(rows).toHaveLength(5);
    expect(withheld).toEqual([]);
  });

  it('tells an extension page what is withheld, what is expected and what could not be read', () => {
    const { withheld, withheldCount, expectedBases, unread } = listOf(false);
    expect(withheld.map(({ label, state }) => `${label}: ${state.reason.code}`)).toEqual([
      'next: chain-classic',
      'secret-role: other-base',
    ]);
    expect(withheldCount).toBe(2);
    expect(expectedBases.map(({ profile }) => profile)).toEqual(['home', 'secret-base']);
    expect(unread).toMatchObject([{ name: 'secret-broken', line: 23, problem: { line: 24, code: 'bad-role-arn' } }]);
  });

  it.each([false, true])('tells a page’s tab no more than a number of it (multi-session: %s)', (isMultiSession) => {
    const list = listOf(true, { isMultiSession });
    expect(list.withheldCount).toBe(isMultiSession ? 1 : 2);
    expect(states(list)).toEqual(states(listOf(false, { isMultiSession })));
    // Neither name nor account nor value of what is not the session's.
    expect(JSON.stringify(list)).not.toMatch(/secret|SecretName|8{12}|9{12}/i);
  });

  it('names the steps of a chain by id and label alone', () => {
    const next = listOf(true, { isMultiSession: true }).rows.find(({ label }) => label === 'next');
    expect(next?.state).toEqual({ kind: 'chain', hops: [{ id: 'aws:222222222222:Open::open', label: 'open' }] });
  });

  it('gives a portal role the row of a role', () => {
    const sso = listOf(true).rows.find(({ label }) => label === 'sso');
    expect(sso).toMatchObject({ account: '333333333333', roleName: 'Power', color: 'ff8800' });
  });
});

describe('a hidden role', () => {
  const { rows } = listOf(false);
  it.each<[string, boolean]>([
    ['', false],
    ['quiet', false],
    ['quiet one', true],
    ['Quiet  ONE ', true],
    ['quiet one more', false],
    ['one quiet', false],
  ])('is found by its exact name only: “%s”', (query, isFound) => {
    expect(new RoleSearch(rows).find(query, true).hits.some(({ row }) => row.label === 'quiet one')).toBe(isFound);
  });
});
