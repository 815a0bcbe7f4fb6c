import type { AccessForm } from './access-form.ts';
import { nameMaker, toLogicalId, toPlainName } from './access-names.ts';
import { grouped } from './grouped.ts';
import { type Holder, permissionPolicies } from './permission-policies.ts';
import type { PolicyDocument } from './policy-document.ts';
import { distinctTargets, type Target } from './targets.ts';

export type ResourceKind = 'role' | 'managed-policy' | 'user-policy' | 'group-policy' | 'role-policy';

/** Something to be made in an account, whatever it is written in. */
export interface AccessResource {
  readonly kind: ResourceKind;
  /** Letters and digits, once among its account's. */
  readonly id: string;
  /** By CloudFormation's names. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The one of them that is the policy. */
  readonly document: PolicyDocument;
  /** What the policy is about, for a file that holds it alone. */
  readonly title: string;
}

/** The roles of one account with their trust policies. */
export function roleResources(
  targets: readonly Target[],
  trustOf: (target: Target) => PolicyDocument,
): readonly AccessResource[] {
  const toId = nameMaker('');
  return targets.map((target) => {
    const document = trustOf(target);
    return {
      kind: 'role',
      id: toId(toLogicalId(target.role.roleName, 'Role')),
      title: target.role.roleName,
      document,
      properties: {
        RoleName: target.name,
        Path: target.path,
        ...(target.maxSession === undefined ? {} : { MaxSessionDuration: target.maxSession }),
        AssumeRolePolicyDocument: document,
      },
    };
  });
}

const POLICY_KINDS: Readonly<Record<Holder, ResourceKind>> = {
  managed: 'managed-policy',
  user: 'user-policy',
  group: 'group-policy',
  role: 'role-policy',
};
const HOLDER_PROPERTY = { user: 'UserName', group: 'GroupName', role: 'RoleName' } as const;

/** Policies that belong together: of a base, or of a group of its roles. */
export interface PolicySet {
  readonly name: string;
  readonly resources: readonly AccessResource[];
}

/** The permission policies of the jump account, one set for the base, or for each group of roles. */
export function policySets(
  targets: readonly Target[],
  base: string,
  { grouping, holder, holderName }: Pick<AccessForm, 'grouping' | 'holder' | 'holderName'>,
): readonly PolicySet[] {
  const toId = nameMaker('');
  const toName = nameMaker('-');
  const place = holder === 'managed' ? {} : { [HOLDER_PROPERTY[holder]]: holderName.trim() };
  // Roles without a group are the base's.
  const nameOf = ({ role }: Target) => (grouping === 'group' ? (role.group ?? base) : base);
  return [...grouped(distinctTargets(targets), nameOf)].map(([name, members]) => {
    const policies = permissionPolicies(
      members.map(({ arn }) => arn),
      holder,
    );
    const stem = `AssumeRoles-${toPlainName(name, 'of-base')}`;
    const resources = policies.map((document, index): AccessResource => {
      const policyName = toName(policies.length === 1 ? stem : `${stem}-${index + 1}`);
      const named = holder === 'managed' ? { ManagedPolicyName: policyName } : { ...place, PolicyName: policyName };
      return {
        kind: POLICY_KINDS[holder],
        id: toId(toLogicalId(policyName, 'Policy')),
        title: policyName,
        document,
        properties: { ...named, PolicyDocument: document },
      };
    });
    return { name, resources };
  });
}
