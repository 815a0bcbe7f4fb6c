import { describe, expect, it } from 'vitest';
import type { AccessForm } from '../../../src/core/access/access-form.ts';
import { codesOf, documentsOf, kitOf } from './kit.ts';

const ROLE = 'role_arn = arn:aws:iam::222222222222:role/team/Admin\nsource_profile = main\n';
const TEXT = `[main]\naws_account_id = 111111111111\n\n[admin]\n${ROLE}`;

function statementsOf(text: string, changes: Partial<AccessForm> = {}): unknown[] {
  const { 'trust-222222222222-team-Admin.json': policy } = documentsOf(kitOf(text, changes));
  return (policy as { Statement: unknown[] } | undefined)?.Statement ?? [];
}

describe('the principal of a trust policy', () => {
  it.each<[string, Partial<AccessForm>, unknown, unknown]>([
    ['the account', {}, 'arn:aws:iam::111111111111:root', undefined],
    ['one user', { who: 'users', names: 'alice' }, 'arn:aws:iam::111111111111:user/alice', undefined],
    [
      'users, with paths, commas and lines',
      { who: 'users', names: ' alice, staff/bob\n carol@example.com\nalice' },
      [
        'arn:aws:iam::111111111111:user/alice',
        'arn:aws:iam::111111111111:user/staff/bob',
        'arn:aws:iam::111111111111:user/carol@example.com',
      ],
      undefined,
    ],
    ['a role', { who: 'role', names: ' login/Ops ' }, 'arn:aws:iam::111111111111:role/login/Ops', undefined],
    [
      'a permission set',
      { who: 'permission-set', names: 'Dev_Ops' },
      'arn:aws:iam::111111111111:root',
      {
        ArnLike: {
          'aws:PrincipalArn':
            'arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com*/AWSReservedSSO_Dev_Ops_????????????????',
        },
      },
    ],
    ['another account', { account: ' 4444-5555-6666 ' }, 'arn:aws:iam::444455556666:root', undefined],
  ])('is %s', (_, changes, principal, condition) => {
    expect(statementsOf(TEXT, { mfa: false, ...changes })).toEqual([
      {
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: 'sts:AssumeRole',
        ...(condition === undefined ? {} : { Condition: condition }),
      },
    ]);
  });

  it.each([
    ['an account alone', 'aws_account_id = 111111111111', '111111111111:root'],
    ['an MFA device', 'mfa_serial = arn:aws:iam::111111111111:mfa/me', '111111111111:root'],
    ['a login role', 'aws_account_id = 111111111111\nrole_name = Login', '111111111111:role/Login'],
    ['a role to be taken first', 'role_arn = arn:aws:iam::333333333333:role/a/B', '333333333333:role/a/B'],
  ])('is what the text says of the base: %s', (_, base, principal) => {
    const [statement] = statementsOf(`[main]\n${base}\n[admin]\n${ROLE}`);
    expect(statement).toMatchObject({ Principal: { AWS: `arn:aws:iam::${principal}` } });
  });

  it.each([
    'sso_account_id = 111111111111\nsso_role_name = Dev\nsso_start_url = https://x.awsapps.com/start',
    'aws_account_id = 111111111111\nrole_name = AWSReservedSSO_Dev_0123456789abcdef',
  ])('is a permission set, without MFA that its sign-in does not carry: %s', (base) => {
    const [statement] = statementsOf(`[main]\n${base}\n[admin]\n${ROLE}`);
    expect(statement).toMatchObject({ Principal: { AWS: 'arn:aws:iam::111111111111:root' } });
    expect(JSON.stringify(statement)).toContain('AWSReservedSSO_Dev_?');
    expect(JSON.stringify(statement)).not.toContain('MultiFactor');
  });
});

describe('the conditions of a trust policy', () => {
  it.each<[string, Partial<AccessForm>, unknown]>([
    ['MFA', {}, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }],
    [
      'addresses',
      { mfa: false, sourceIps: '203.0.113.0/24\n2001:db8::/32, 198.51.100.7' },
      { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32', '198.51.100.7'] } },
    ],
    [
      'the organisation and an external id',
      { mfa: false, organisations: 'o-a1b2c3d4e5', externalId: 'x:1/2' },
      { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'sts:ExternalId': 'x:1/2' } },
    ],
    [
      'units of the organisation',
      { mfa: false, organisationPaths: 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*' },
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*' } },
    ],
  ])('ask for %s', (_, changes, condition) => {
    const [statement] = statementsOf(TEXT, changes);
    expect(statement).toMatchObject({ Condition: condition });
    expect(Object.keys((statement as { Condition: object }).Condition)).toEqual(Object.keys(condition as object));
  });

  it('ask for the external id that the role has in the text, before one that is typed', () => {
    const [statement] = statementsOf(`${TEXT}external_id = of-the-text\n`, { externalId: 'typed', mfa: false });
    expect(statement).toMatchObject({ Condition: { StringEquals: { 'sts:ExternalId': 'of-the-text' } } });
  });
});

describe('a role of several bases', () => {
  const bases = `[main]\naws_account_id = 111111111111\n[other]\naws_account_id = 333333333333\nrole_name = Login\n`;

  it('trusts the people of all of them', () => {
    const text = `${bases}[admin]\n${ROLE.replace('main', 'main, other')}`;
    expect(statementsOf(text)).toMatchObject([
      { Principal: { AWS: 'arn:aws:iam::111111111111:root' } },
      { Principal: { AWS: 'arn:aws:iam::333333333333:role/Login' } },
    ]);
    expect(statementsOf(text, { who: 'users', names: 'bob' })).toMatchObject([
      { Principal: { AWS: 'arn:aws:iam::111111111111:user/bob' } },
      { Principal: { AWS: 'arn:aws:iam::333333333333:role/Login' } },
    ]);
  });

  it('trusts an account once, and tells of bases whose account is not known', () => {
    const kit = kitOf(
      `[main]\naws_account_id = 111111111111\n[twin]\naws_account_id = 111111111111\n[admin]\n${ROLE.replace('main', 'main, twin, unknown')}`,
    );
    expect(JSON.stringify(documentsOf(kit)).match(/:root/g)).toHaveLength(1);
    expect(kit.notes).toContainEqual({ code: 'other-base-unknown', values: ['unknown', '1'] });
  });
});

describe('the partition', () => {
  const account = (keys: string) =>
    `[main]\n${keys}\n[role]\naws_account_id = 222222222222\nrole_name = team/Admin\nsource_profile = main\n`;

  it.each([
    ['aws', account('aws_account_id = 111111111111')],
    ['aws-cn', account('aws_account_id = 111111111111\nregion = cn-north-1')],
    ['aws-us-gov', account('mfa_serial = arn:aws-us-gov:iam::111111111111:mfa/me')],
    ['aws-eusc', account('role_arn = arn:aws-eusc:iam::111111111111:role/Login')],
    ['aws-us-gov', `[main]\naws_account_id = 111111111111\n[role]\n${ROLE.replace('aws:', 'aws-us-gov:')}`],
    ['aws-iso', account('role_arn = arn:aws-iso:iam::111111111111:role/Login')],
  ])('of all ARNs is %s', (partition, text) => {
    expect(JSON.stringify(statementsOf(text))).toContain(`arn:${partition}:iam::111111111111:`);
    const permissions = JSON.stringify(documentsOf(kitOf(text, { part: 'permissions' })));
    expect(permissions).toContain(`arn:${partition}:iam::222222222222:role/team/Admin`);
  });

  it('leaves out roles of another one', () => {
    const kit = kitOf(`${TEXT}[cn]\nrole_arn = arn:aws-cn:iam::333333333333:role/X\n`, { part: 'permissions' });
    expect(JSON.stringify(documentsOf(kit))).not.toContain('333333333333');
    expect(kit.notes).toContainEqual({ code: 'other-partition', values: ['cn', '1'] });
  });
});

describe('what is typed wrong leaves nothing to be written', () => {
  it.each<[string, Partial<AccessForm>]>([
    ['no-account', { account: '' }],
    ['no-account', { account: 'my-alias' }],
    ['no-names', { who: 'users', names: ' ,\n' }],
    ['bad-name', { who: 'users', names: '*' }],
    ['bad-name', { who: 'users', names: 'arn:aws:iam::111111111111:user/bob' }],
    ['bad-name', { who: 'role', names: 'a b' }],
    ['bad-name', { who: 'permission-set', names: 'Dev*' }],
    ['bad-name', { who: 'permission-set', names: 'x'.repeat(33) }],
    ['bad-source-ip', { sourceIps: '203.0.113.0/33' }],
    ['bad-source-ip', { sourceIps: '203.0.113.256' }],
    ['bad-source-ip', { sourceIps: '203.0.113' }],
    ['bad-source-ip', { sourceIps: '2001:db8::/129' }],
    ['bad-source-ip', { sourceIps: '2001:db8:::1' }],
    ['bad-source-ip', { sourceIps: 'office' }],
    ['bad-organisation', { organisations: '*' }],
    ['bad-organisation', { organisations: 'o-short' }],
    ['bad-organisation-path', { organisationPaths: '*' }],
    ['bad-organisation-path', { organisationPaths: 'o-a1b2c3d4e5/r-ab12' }],
    ['bad-external-id', { externalId: 'a b' }],
    ['bad-external-id', { externalId: 'x' }],
  ])('%s: %o', (code, changes) => {
    const kit = kitOf(TEXT, changes);
    expect(codesOf(kit)).toContain(code);
    expect(kit.files).toEqual([]);
  });
});
