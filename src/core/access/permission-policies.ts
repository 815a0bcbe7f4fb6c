import { type PolicyDocument, policyOf, policySize } from './policy-document.ts';

/** Where permission policies are kept: as policies of their own, or inside a user, a group or a role. */
export type Holder = 'managed' | 'user' | 'group' | 'role';

/** Characters without white space that a policy can have; inline ones of one holder share it (IAM quotas). */
export const SIZE_LIMITS: Readonly<Record<Holder, number>> = { managed: 6144, user: 2048, group: 5120, role: 10240 };

/** Managed policies that a user, a group or a role can have without AWS being asked for more (IAM quotas). */
export const ATTACHED_LIMIT = 10;

/**
 * Policies that allow to take exactly these roles, as few as the limit allows; none for no roles. Roles stay in their
 * order, so that a role more in the text changes few policies.
 */
export function permissionPolicies(arns: readonly string[], holder: Holder): PolicyDocument[] {
  const frame = policySize(permissionPolicy([]));
  const parts: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const arn of arns) {
    // Its quotes, and a comma: the first of a policy has none, which leaves room for one character.
    const added = arn.length + 3;
    if (size + added > SIZE_LIMITS[holder]) {
      parts.push([]);
      size = frame;
    }
    parts.at(-1)?.push(arn);
    size += added;
  }
  return parts.map(permissionPolicy);
}

function permissionPolicy(arns: readonly string[]): PolicyDocument {
  return policyOf([{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: arns }]);
}
