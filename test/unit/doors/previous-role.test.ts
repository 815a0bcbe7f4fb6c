import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { parseSession, type Session } from '../../../src/core/console/session.ts';
import { previousRole } from '../../../src/core/doors/previous-role.ts';
import { visibleRoles } from '../../../src/core/roles/visible-roles.ts';
import { NOTHING_PERSONAL, type Personal, toRoleKey, withUse } from '../../../src/core/saved/personal.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings.ts';

const HOME = '111111111111';

const CONFIG = readConfig(`[jump]
aws_account_id = ${HOME}
aws_account_alias = acme

[prod]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = jump

[prod again]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = jump

[dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump

[logs]
sso_start_url = https://acme.awsapps.com/start
sso_account_id = 777777777777
sso_role_name = ReadLogs

[elsewhere]
role_arn = arn:aws:iam::444444444444:role/Auditor
source_profile = other

[other]
aws_account_id = 999999999999
`);

/** A session of the base, or switched to a role's account and name; the base by its number, or shown by its alias. */
function session(inRole?: readonly [account: string, roleName: string], alias = ''): Session {
  const [account, who] = inRole ? [inRole[0], `assumed-role/${inRole[1]}/jo`] : [HOME, 'user/jo'];
  const result = parseSession({
    pageUrl: 'https://us-east-1.console.aws.amazon.com/',
    sessionData: JSON.stringify({
      accountId: account,
      accountAlias: inRole ? '' : alias,
      sessionARN: `arn:aws:${inRole ? 'sts' : 'iam'}::${account}:${who}`,
    }),
    signInEndpoint: undefined,
    accountInfo: JSON.stringify(
      inRole && {
        loginDisplayNameUser: 'jo',
        loginDisplayNameAccount: alias || HOME,
        roleDisplayNameUser: inRole[1],
        roleDisplayNameAccount: account,
      },
    ),
    userInfo: undefined,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.session;
}

const PROD = ['222222222222', 'team/Admin'] as const;
const DEV = ['333333333333', 'Developer'] as const;
const AUDIT = ['444444444444', 'Auditor'] as const;
const GONE = ['555555555555', 'Gone'] as const;
type Used = readonly [account: string, roleName: string, base?: string];

/** What was used, the first one first. */
function used(...roles: readonly Used[]): Personal {
  return roles.reduce(
    (personal, [account, name, base = HOME], at) => withUse(personal, base, toRoleKey('aws', account, name), at),
    NOTHING_PERSONAL,
  );
}

function previous(asked: Session, { uses }: Personal): string {
  const found = previousRole(asked, visibleRoles(CONFIG, asked, DEFAULT_SETTINGS), uses);
  return found.kind === 'role' ? found.role.profile : `=${found.kind}`;
}

describe('the previous role', () => {
  const inProd = session(['222222222222', 'Admin']);
  const cases: [string, Session, Personal, string][] = [
    ['of a base that has used none is none', session(), used(), '=none'],
    ['of a base is the one used last', session(), used(PROD, DEV), 'dev'],
    ['of a role is the one before', inProd, used(DEV, PROD), 'dev'],
    ['of a role that was used last but is not in use is that one', inProd, used(PROD, DEV), 'dev'],
    ['of the only role is the base', inProd, used(PROD), '=base'],
    ['of a role that nothing is known of is the base', inProd, used(), '=base'],
    ['is the first of those that are one role in the text', session(), used(DEV, PROD), 'prod'],
    ['is not one that was used with another sign-in', session(), used([...DEV, '999999999999']), '=none'],
    ['is not one that the session may not use', session(), used(DEV, AUDIT), 'dev'],
    ['is not one that the text has no more', session(), used(DEV, GONE), 'dev'],
    ['may be one that the portal leads to', session(), used(DEV, ['777777777777', 'AWSReservedSSO_ReadLogs']), 'logs'],
    ['is known by the alias of the base', session(['222222222222', 'Admin'], 'acme'), used([...DEV, 'acme']), 'dev'],
    [
      'is known by the alias and the number of the base',
      session(undefined, 'acme'),
      used([...DEV, 'acme'], PROD),
      'prod',
    ],
    ['is not one of another partition', session(), { ...used(), uses: [use('aws-cn')] }, '=none'],
  ];
  it.each(cases)('%s', (_name, asked, personal, expected) => {
    expect(previous(asked, personal)).toBe(expected);
  });

  it('leads to and fro', () => {
    const before = used(DEV, PROD);
    expect(previous(inProd, before)).toBe('dev');
    const after = withUse(before, HOME, toRoleKey('aws', ...DEV), 9);
    expect(previous(session(['333333333333', 'Developer']), after)).toBe('prod');
  });
});

function use(partition: string) {
  return { base: HOME, role: toRoleKey(partition, ...DEV), at: 1, count: 1 };
}
