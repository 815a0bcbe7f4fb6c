import type { AccountId, Base, Config } from '../config/config.ts';
import type { Profile } from '../config/profile.ts';
import { isIdentityCenter } from '../config/read-base.ts';
import { parsePartition, parseRoleArn } from '../config/role-arn.ts';
import { PARTITIONS } from '../console/partition.ts';
import { permissionSetOf } from '../console/principal.ts';

/** Who of an account may take a role. Names are parsed: nothing in them is a wildcard. */
export type Who =
  | { readonly kind: 'account' }
  /** Paths and names, e.g. `staff/alice`. */
  | { readonly kind: 'users'; readonly names: readonly string[] }
  /** Path and name of an IAM role. */
  | { readonly kind: 'role'; readonly name: string }
  | { readonly kind: 'permission-set'; readonly name: string };

/** The account that people sign in to, and who of them a role trusts. */
export interface Jump {
  /** As ARNs have it. */
  readonly partition: string;
  readonly account: AccountId;
  readonly who: Who;
  /** Whether they must have signed in with MFA. */
  readonly mfa: boolean;
}

/** What the text says of a base; its account can be unknown, or known by its alias alone. */
export function jumpOf(base: Base, profile: Profile | undefined, config: Config): Jump | undefined {
  if (base.account?.kind !== 'id') return undefined;
  const who = whoOf(base, profile);
  return { partition: partitionOf(base, profile, config), account: base.account.id, who, mfa: canAskMfa(who.kind) };
}

/**
 * Whether the sign-in of such people can carry the mark of MFA. That of Identity Center never does, nor does that of a
 * role which is itself taken by SAML or OIDC.
 */
export function canAskMfa(kind: Who['kind']): boolean {
  return kind === 'account' || kind === 'users';
}

function whoOf({ loginRole }: Base, profile: Profile | undefined): Who {
  if (loginRole === undefined) return { kind: 'account' };
  const permissionSet = permissionSetOf(loginRole.split('/').at(-1) ?? '');
  if (permissionSet !== undefined) return { kind: 'permission-set', name: permissionSet };
  return profile && isIdentityCenter(profile)
    ? { kind: 'permission-set', name: loginRole }
    : { kind: 'role', name: loginRole };
}

/**
 * The partition that the base's own ARNs or region name, else that of the roles which name it: nobody takes a role of
 * another partition. Where nothing tells, `aws`.
 */
function partitionOf(base: Base, profile: Profile | undefined, { roles }: Config): string {
  const arn = profile?.values.get('role_arn')?.value;
  const device = /^arn:(aws[a-z-]*):/.exec(profile?.values.get('mfa_serial')?.value ?? '')?.[1];
  const region = profile?.values.get('region')?.value.toLowerCase();
  return (
    (arn === undefined ? undefined : parseRoleArn(arn)?.partition) ??
    (device === undefined ? undefined : parsePartition(device)) ??
    (region === undefined
      ? undefined
      : Object.values(PARTITIONS).find((known) => known.regionPattern.test(region))?.id) ??
    roles.find((role) => role.partition !== undefined && role.bases.includes(base.profile))?.partition ??
    'aws'
  );
}
