import type { Jump, Who } from './jump.ts';
import { type PolicyCondition, type PolicyDocument, type PolicyStatement, policyOf } from './policy-document.ts';

/** What else a role asks of whoever takes it; an empty list asks nothing. */
export interface TrustConditions {
  /** CIDR ranges or single addresses. */
  readonly sourceIps: readonly string[];
  readonly organisations: readonly string[];
  /** `aws:PrincipalOrgPaths`, with a `*` at the end for what lies below. */
  readonly organisationPaths: readonly string[];
}

/**
 * The trust policy of a role: a statement for each account that it is taken from.
 *
 * @param externalIds any of which will do; none = no external id is asked for
 */
export function trustPolicy(
  jumps: readonly Jump[],
  conditions: TrustConditions,
  externalIds: readonly string[],
): PolicyDocument {
  return policyOf(jumps.map((jump) => trustStatement(jump, conditions, externalIds)));
}

/**
 * Users and roles are named themselves, so that one which is deleted and made again under its name is not trusted. A
 * permission set's role gets another name whenever it is assigned anew: its account is named, and the role's ARN is
 * compared, as AWS's "Referencing permission sets in resource policies" says.
 */
function trustStatement(jump: Jump, conditions: TrustConditions, externalIds: readonly string[]): PolicyStatement {
  const condition = conditionOf(jump, conditions, externalIds);
  return {
    Effect: 'Allow',
    Principal: { AWS: oneOrMore(principalsOf(jump)) },
    Action: 'sts:AssumeRole',
    ...(Object.keys(condition).length === 0 ? {} : { Condition: condition }),
  };
}

function principalsOf(jump: Jump): string[] {
  const arn = (resource: string) => `arn:${jump.partition}:iam::${jump.account}:${resource}`;
  if (jump.who.kind === 'users') return jump.who.names.map((name) => arn(`user/${name}`));
  return [arn(jump.who.kind === 'role' ? `role/${jump.who.name}` : 'root')];
}

function conditionOf(
  jump: Jump,
  { sourceIps, organisations, organisationPaths }: TrustConditions,
  externalIds: readonly string[],
): PolicyCondition {
  const permissionSet = permissionSetRole(jump, jump.who);
  const equal = {
    ...valuesOf('aws:PrincipalOrgID', organisations),
    ...valuesOf('sts:ExternalId', externalIds),
  };
  return {
    ...(permissionSet === undefined ? {} : { ArnLike: { 'aws:PrincipalArn': permissionSet } }),
    ...(jump.mfa ? { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } : {}),
    ...(sourceIps.length > 0 ? { IpAddress: valuesOf('aws:SourceIp', sourceIps) } : {}),
    ...(Object.keys(equal).length > 0 ? { StringEquals: equal } : {}),
    ...(organisationPaths.length > 0
      ? { 'ForAnyValue:StringLike': valuesOf('aws:PrincipalOrgPaths', organisationPaths) }
      : {}),
  };
}

/**
 * The ARNs that the role of a permission set can have. A region stands in its path unless Identity Center is in
 * us-east-1. The suffix is counted: a `*` would take the permission set `Admin_All` for `Admin`.
 */
function permissionSetRole({ partition, account }: Jump, who: Who): string | undefined {
  if (who.kind !== 'permission-set') return undefined;
  const suffix = '?'.repeat(16);
  return `arn:${partition}:iam::${account}:role/aws-reserved/sso.amazonaws.com*/AWSReservedSSO_${who.name}_${suffix}`;
}

function valuesOf(key: string, values: readonly string[]): Readonly<Record<string, string | readonly string[]>> {
  return values.length === 0 ? {} : { [key]: oneOrMore(values) };
}

function oneOrMore(values: readonly string[]): string | readonly string[] {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}
