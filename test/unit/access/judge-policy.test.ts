import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePolicyText } from '../../../src/core/access/judge-policy.ts';

function judge(...statements: readonly object[]): string[] {
  const Statement = statements.map((statement) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }));
  return judgePolicyText(JSON.stringify({ Version: '2012-10-17', Statement })).map(({ code }) => code);
}

const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const ACCOUNT = { AWS: 'arn:aws:iam::111111111111:root' };

describe('a policy that somebody has', () => {
  it.each<[string, object, readonly string[]]>([
    ['trusts an account with MFA', { Principal: ACCOUNT, Condition: MFA }, []],
    ['trusts an account by its number', { Principal: { AWS: '111111111111' }, Condition: MFA }, []],
    ['trusts a service', { Principal: { Service: 'ec2.amazonaws.com' } }, []],
    [
      'trusts a federation',
      { Principal: { Federated: 'arn:aws:iam::111111111111:saml-provider/x' }, Action: 'sts:AssumeRoleWithSAML' },
      [],
    ],
    ['trusts an account without MFA', { Principal: ACCOUNT }, ['without-mfa']],
    [
      'asks for MFA by its age',
      { Principal: ACCOUNT, Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } } },
      [],
    ],
    [
      'asks for MFA where it is told of',
      { Principal: ACCOUNT, Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } } },
      ['mfa-if-exists'],
    ],
    [
      'asks that there be no MFA',
      { Principal: ACCOUNT, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } },
      ['without-mfa'],
    ],
    ['trusts everybody', { Principal: '*', Condition: MFA }, ['everybody']],
    ['trusts everybody, in AWS', { Principal: { AWS: ['*'] }, Condition: MFA }, ['everybody']],
    [
      'names a principal with a wildcard',
      { Principal: { AWS: 'arn:aws:iam::111111111111:user/*' }, Condition: MFA },
      ['wildcard-principal'],
    ],
    ['trusts all but some', { NotPrincipal: ACCOUNT }, ['not-principal']],
    ['allows any action of STS', { Principal: ACCOUNT, Condition: MFA, Action: 'sts:*' }, ['wildcard-action']],
    ['allows all actions but some', { Action: undefined, NotAction: 'iam:*', Resource: 'x' }, ['wildcard-action']],
    [
      'is open to every address',
      { Principal: ACCOUNT, Condition: { ...MFA, IpAddress: { 'aws:SourceIp': ['::/0'] } } },
      ['every-source-ip'],
    ],
    [
      'asks for an external id',
      { Principal: ACCOUNT, Condition: { ...MFA, StringEquals: { 'sts:ExternalId': 'x1' } } },
      ['external-id'],
    ],
    ['allows one role', { Resource: 'arn:aws:iam::222222222222:role/Admin' }, []],
    ['allows any role of a name', { Resource: 'arn:aws:iam::*:role/Admin' }, ['wildcard-resource']],
    ['allows any role', { Action: ['s3:GetObject', 'STS:AssumeRole'], Resource: '*' }, ['wildcard-resource']],
    ['allows everything', { Action: '*', Resource: '*' }, ['wildcard-action', 'wildcard-resource']],
    ['allows all roles but one', { NotResource: 'arn:aws:iam::222222222222:role/Admin' }, ['wildcard-resource']],
    ['allows other things', { Action: 's3:GetObject', Resource: '*' }, []],
    ['denies', { Effect: 'Deny', Principal: '*' }, []],
  ])('%s', (_, statement, codes) => {
    expect(judge(statement)).toEqual(codes);
  });

  it('is looked at in all its statements, each code once', () => {
    expect(judge({ Principal: ACCOUNT }, { Principal: ACCOUNT }, { Principal: '*', Condition: MFA })).toEqual([
      'without-mfa',
      'everybody',
    ]);
  });

  it('may have its one statement without a list', () => {
    expect(judgePolicyText(JSON.stringify({ Statement: { Effect: 'Allow', Principal: '*' } }))).toContainEqual({
      code: 'everybody',
      values: [],
    });
  });

  it.each(['', '{', 'null', '[]', '{"Statement": 1}', '{"Statement": []}', '[mine]\nrole_arn = x'])(
    'is none: %j',
    (text) => {
      expect(judgePolicyText(text)).toEqual([{ code: 'not-a-policy', values: [] }]);
    },
  );

  it('may be anything, and nothing throws', () => {
    const statement = fc.dictionary(
      fc.constantFrom('Effect', 'Principal', 'Action', 'Resource', 'Condition', 'NotAction'),
      fc.oneof(fc.constant('Allow'), fc.anything(), fc.dictionary(fc.string(), fc.anything())),
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ Statement: fc.array(statement) })), (policy) => {
        // What JSON can't hold can't be pasted.
        const text = JSON.stringify(policy, (_, value) => (typeof value === 'bigint' ? String(value) : value));
        expect(Array.isArray(judgePolicyText(text ?? ''))).toBe(true);
      }),
    );
  });
});
