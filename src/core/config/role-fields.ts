import { accountText } from '../console/switch-request.ts';
import type { Role } from './config.ts';

/** What a form shows of a role, as text; an empty field is one that the role does not have. */
export interface RoleFields {
  readonly profile: string;
  /** Number or alias. */
  readonly account: string;
  readonly roleName: string;
  /** `source_profile`, several with commas. */
  readonly base: string;
  readonly label: string;
  readonly color: string;
  readonly region: string;
  readonly group: string;
  readonly note: string;
  readonly image: string;
}

export const NO_FIELDS: RoleFields = {
  profile: '',
  account: '',
  roleName: '',
  base: '',
  label: '',
  color: '',
  region: '',
  group: '',
  note: '',
  image: '',
};

export function toFields(role: Role): RoleFields {
  return {
    profile: role.profile,
    account: accountText(role.account),
    roleName: role.roleName,
    base: role.bases.join(', '),
    label: role.label === role.profile ? '' : role.label,
    color: role.color ?? '',
    region: role.region ?? '',
    group: role.group ?? '',
    note: role.note ?? '',
    image: role.image ?? '',
  };
}

/** Fields whose key has the same meaning in every section. */
const KEYS = {
  color: 'color',
  region: 'region',
  group: 'group',
  note: 'note',
  image: 'image',
  base: 'source_profile',
} as const;

/**
 * The keys to set (or, where undefined, to remove) so that the role says what the form says. Only what differs is named:
 * a region that comes from the base stays the base's.
 *
 * @param keys the section's keys as they are now: a role keeps its way of being written
 */
export function keyChanges(
  before: RoleFields,
  after: RoleFields,
  keys: ReadonlySet<string>,
  partition: string,
): Record<string, string | undefined> {
  const isSame = after.account === before.account && after.roleName === before.roleName;
  const changes: Record<string, string | undefined> = isSame ? {} : identityChanges(before, after, keys, partition);
  for (const field of ['color', 'region', 'group', 'note', 'image', 'base'] as const) {
    if (after[field] !== before[field]) changes[KEYS[field]] = after[field] || undefined;
  }
  if (after.label !== before.label)
    changes[keys.has('display_name') ? 'display_name' : 'label'] = after.label || undefined;
  return changes;
}

/** A role is named by its ARN where it was, or where it is new and its account's number is known. */
function identityChanges(
  before: RoleFields,
  after: RoleFields,
  keys: ReadonlySet<string>,
  partition: string,
): Record<string, string | undefined> {
  const account = after.account.replaceAll('-', '');
  const isNew = before.account === '';
  if (/^\d{12}$/.test(account) && (keys.has('role_arn') || isNew)) {
    return { role_arn: `arn:${partition}:iam::${account}:role/${after.roleName}` };
  }
  return {
    ...(keys.has('role_arn') ? { role_arn: undefined } : {}),
    ...(after.account === before.account && !keys.has('role_arn') ? {} : { aws_account_id: after.account }),
    ...(after.roleName === before.roleName && !keys.has('role_arn') ? {} : { role_name: after.roleName }),
  };
}
