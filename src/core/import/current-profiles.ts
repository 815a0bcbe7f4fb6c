import { parseColor } from '../config/color.ts';
import { type ConfigText, readConfigText } from '../config/config-text.ts';
import { readIdentity, signInAccount } from '../config/identity.ts';
import { knownKey } from '../config/keys.ts';
import { type Layer, PERSONAL } from '../config/layer.ts';
import type { Profile } from '../config/profile.ts';
import { readLayers } from '../config/read-layers.ts';
import { parseRoleName } from '../config/role-arn.ts';
import type { ValueChange } from './import-plan.ts';
import { compareTargets, type RoleTarget } from './incoming-role.ts';

/** What the current text has, for finding what comes in. */
export interface CurrentProfiles {
  readonly byName: ReadonlyMap<string, readonly Profile[]>;
  /** Those of the layers before the text. */
  readonly elsewhere: ReadonlyMap<string, readonly Profile[]>;
  /** The name of a profile that leads to this role, if any. */
  readonly roleAt: (target: RoleTarget) => string | undefined;
}

/** @param others the layers before the text */
export function readCurrentProfiles({ profiles, text }: ConfigText, others: readonly Layer[]): CurrentProfiles {
  const byName = groupByName(profiles);
  const elsewhere = groupByName(profilesOf(others));
  const byRole = new Map<string, RoleTarget & { readonly profile: string }>();
  for (const { partition, account, roleName, profile } of readLayers([...others, { origin: PERSONAL, text }]).roles) {
    const key = roleKey({ partition, account, roleName });
    if (!byRole.has(key)) byRole.set(key, { partition, account, roleName, profile });
  }
  const roleAt = (target: RoleTarget) => {
    const found = byRole.get(roleKey(target));
    return found && compareTargets(found, target) === 'same' ? found.profile : undefined;
  };
  return { byName, elsewhere, roleAt };
}

export function profilesOf(layers: readonly Layer[]): Profile[] {
  return layers.flatMap(({ text }) => readConfigText(text).profiles);
}

function groupByName(profiles: readonly Profile[]): ReadonlyMap<string, readonly Profile[]> {
  const byName = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const namesakes = byName.get(profile.name);
    if (namesakes) namesakes.push(profile);
    else byName.set(profile.name, [profile]);
  }
  return byName;
}

function roleKey({ account, roleName }: RoleTarget): string {
  return `${account?.kind === 'id' ? account.id : account?.alias}\n${roleName}`;
}

/** Which account and role a profile means, or signs in to. */
export function targetOf(profile: Profile): RoleTarget {
  const identity = readIdentity(profile, () => {});
  const permissionSet = profile.values.get('sso_role_name') ?? profile.values.get('granted_sso_role_name');
  return {
    partition: identity.partition,
    account: signInAccount(profile, identity),
    roleName: identity.roleName ?? (permissionSet && parseRoleName(permissionSet.value)),
  };
}

/**
 * Where something that comes in belongs: a profile that is the same one, nowhere since another layer has the same role
 * under this name, or a name that is free.
 */
export type Place =
  | { readonly kind: 'there'; readonly profile: Profile }
  | { readonly kind: 'elsewhere'; readonly name: string }
  | { readonly kind: 'free'; readonly name: string };

/**
 * Looks under the name, then under the name with the number that an earlier import would have given it.
 *
 * @param isTaken whether something else that comes in has the name
 */
export function findPlace(
  name: string,
  target: RoleTarget,
  { byName, elsewhere }: CurrentProfiles,
  isTaken: (name: string) => boolean,
): Place {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name}-${count}`;
    const there = byName.get(candidate) ?? [];
    const same =
      there.find((profile) => compareTargets(targetOf(profile), target) === 'same') ??
      there.find((profile) => compareTargets(targetOf(profile), target) === 'unclear');
    if (same) return { kind: 'there', profile: same };
    const others = (elsewhere.get(candidate) ?? []).map((profile) => compareTargets(targetOf(profile), target));
    if (others.includes('same')) return { kind: 'elsewhere', name: candidate };
    const isOther = others.length > 0 && !others.includes('unclear');
    if (there.length === 0 && !isOther && !isTaken(candidate)) return { kind: 'free', name: candidate };
  }
}

const TARGET_KEYS: ReadonlySet<string> = new Set(['role_arn', 'aws_account_id', 'role_name']);

/** What would change in a profile; how it says which role it is, is left to it. */
export function changesTo(profile: Profile, incoming: Iterable<readonly [string, string]>): ValueChange[] {
  const { account, roleName } = targetOf(profile);
  const isRole = account !== undefined && roleName !== undefined;
  return [...incoming].flatMap(([key, after]) => {
    if (isRole && TARGET_KEYS.has(key)) return [];
    const known = knownKey(key);
    const before = known && profile.values.get(known)?.value;
    return known === undefined || (before !== undefined && saysSame(known, before, after))
      ? []
      : [{ key, before, after }];
  });
}

function saysSame(key: string, a: string, b: string): boolean {
  if (a === b) return true;
  if (key === 'color') return parseColor(a) !== undefined && parseColor(a) === parseColor(b);
  const isList = key === 'source_profile' || key === 'tags';
  return isList && a.split(',').map(trim).join() === b.split(',').map(trim).join();
}

function trim(text: string): string {
  return text.trim();
}
