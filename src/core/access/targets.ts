import type { AccountId, Config, Role } from '../config/config.ts';
import { parseRoleArn } from '../config/role-arn.ts';
import { type AccessNote, type AccessNoteCode, noteAbout } from './access-note.ts';
import type { ProfileOf } from './profiles-of.ts';
import { isExternalId } from './read-form.ts';

/** A role of the text that is taken from the jump account. */
export interface Target {
  readonly role: Role;
  readonly arn: string;
  readonly partition: string;
  readonly account: AccountId;
  /** With slashes around it, or `/`. */
  readonly path: string;
  readonly name: string;
  /** What its section says for other programs. */
  readonly externalId: string | undefined;
  readonly mfaSerial: string | undefined;
  /** Seconds, between one hour and twelve; undefined where the text says none or no such number. */
  readonly maxSession: number | undefined;
}

/** What IAM itself allows (IAM quotas). */
const MAX_NAME = 64;
const MAX_PATH = 512;
/** What the console's form allows for both together (console-contract §9). */
const MAX_CONSOLE_NAME = 64;
const RESERVED = /^AWSReservedSSO_/;

/**
 * The roles that a base's people can be given, in the text's order, with notes on those that they can't: the base's
 * own, and those that name no base.
 *
 * @param base its profile; undefined = the text has none, and all roles are meant
 */
export function readTargets(
  { roles }: Config,
  base: string | undefined,
  jumpPartition: string,
  profileOf: ProfileOf,
): { readonly targets: readonly Target[]; readonly notes: readonly AccessNote[] } {
  const targets: Target[] = [];
  const leftOut = new Map<AccessNoteCode, Set<string>>();
  const note = (code: AccessNoteCode, role: Role) => {
    const names = leftOut.get(code) ?? new Set();
    leftOut.set(code, names.add(role.label));
  };
  for (const role of roles) {
    if (base !== undefined && role.bases.length > 0 && !role.bases.includes(base)) continue;
    const target = toTarget(role, jumpPartition, profileOf);
    const reason = typeof target === 'string' ? target : reasonAgainst(target, jumpPartition);
    if (reason !== undefined) note(reason, role);
    else if (typeof target !== 'string') {
      if (role.roleName.length > MAX_CONSOLE_NAME) note('name-too-long', role);
      targets.push(target);
    }
  }
  return { targets, notes: [...leftOut].flatMap(([code, names]) => noteAbout(code, [...names])) };
}

/** Each role once, though several sections may show it. */
export function distinctTargets(targets: readonly Target[]): readonly Target[] {
  const byArn = new Map<string, Target>();
  for (const target of targets) if (!byArn.has(target.arn)) byArn.set(target.arn, target);
  return [...byArn.values()];
}

/** A role given by account and name alone is of the jump account's partition: no other can be reached from there. */
export function toTarget(role: Role, jumpPartition: string, profileOf: ProfileOf): Target | 'account-by-alias' {
  if (role.account.kind === 'alias') return 'account-by-alias';
  const { id: account } = role.account;
  const values = profileOf(role)?.values;
  const partition = role.partition ?? parseRoleArn(values?.get('role_arn')?.value ?? '')?.partition ?? jumpPartition;
  const nameFrom = role.roleName.lastIndexOf('/') + 1;
  return {
    role,
    arn: `arn:${partition}:iam::${account}:role/${role.roleName}`,
    partition,
    account,
    path: `/${role.roleName.slice(0, nameFrom)}`,
    name: role.roleName.slice(nameFrom),
    externalId: values?.get('external_id')?.value,
    mfaSerial: values?.get('mfa_serial')?.value,
    maxSession: readMaxSession(values?.get('duration_seconds')?.value),
  };
}

function reasonAgainst(
  { name, path, partition, externalId }: Target,
  jumpPartition: string,
): AccessNoteCode | undefined {
  if (partition !== jumpPartition) return 'other-partition';
  if (RESERVED.test(name)) return 'reserved-role';
  if (externalId !== undefined && !isExternalId(externalId)) return 'role-external-id';
  return name.length > MAX_NAME || path.length > MAX_PATH ? 'impossible-name' : undefined;
}

/** IAM takes from one hour, its default, to twelve. */
function readMaxSession(written: string | undefined): number | undefined {
  if (written === undefined || !/^\d{4,5}$/.test(written)) return undefined;
  const seconds = Number(written);
  return seconds > 3600 && seconds <= 43_200 ? seconds : undefined;
}
