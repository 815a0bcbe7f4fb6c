import { parseAccount } from '../config/account.ts';
import type { AccountRef } from '../config/config.ts';
import { parseRoleName } from '../config/role-arn.ts';
import { writableName } from '../config/write-value.ts';
import type { PartitionId } from '../console/partition.ts';
import { accountText } from '../console/switch-request.ts';
import type { EntryReason } from './import-plan.ts';

/** A role that some list tells of, before anybody looks whether it is there already. */
export interface IncomingRole {
  /** The name that it would have; never empty. */
  readonly profile: string;
  /** As the list has it, for showing. */
  readonly account: string | undefined;
  readonly roleName: string | undefined;
  readonly target: RoleTarget | undefined;
  /** In the order to be written; none without a target. */
  readonly keys: ReadonlyMap<string, string>;
  /** Why it can't or shall not be taken; undefined where it can. */
  readonly reason: EntryReason | undefined;
}

export interface RoleTarget {
  readonly partition: string | undefined;
  readonly account: AccountRef | undefined;
  readonly roleName: string | undefined;
}

/** What a list says of one role, as text. */
export interface RoleParts {
  readonly name: string;
  readonly account: string;
  /** With or without a slash in front. */
  readonly roleName: string;
  readonly partition?: PartitionId | undefined;
  readonly keys?: Readonly<Record<string, string | undefined>>;
  readonly reason?: EntryReason | undefined;
}

/** Makes a role of its parts: by ARN where partition and number are known, else by account and name. */
export function toIncomingRole(parts: RoleParts): IncomingRole {
  const account = parseAccount(parts.account.trim());
  const roleName = parseRoleName(parts.roleName.trim().replace(/^\//, ''));
  const name = writableName(parts.name);
  const shown = {
    profile: name || [parts.account.trim(), roleName].filter(Boolean).join('-') || '?',
    account: account ? accountText(account) : parts.account.trim() || undefined,
    roleName: roleName ?? (parts.roleName.trim() || undefined),
  };
  const bad = account ? (roleName === undefined ? 'bad-role-name' : undefined) : 'bad-account';
  const reason = parts.reason ?? bad;
  if (!account || roleName === undefined || reason) return { ...shown, target: undefined, keys: new Map(), reason };
  const { partition } = parts;
  const identity: [string, string][] =
    partition !== undefined && account.kind === 'id'
      ? [['role_arn', `arn:${partition}:iam::${account.id}:role/${roleName}`]]
      : [
          ['aws_account_id', accountText(account)],
          ['role_name', roleName],
        ];
  const others = Object.entries(parts.keys ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return {
    ...shown,
    target: { partition: identity.length === 1 ? partition : undefined, account, roleName },
    keys: new Map([...identity, ...others]),
    reason: undefined,
  };
}

/**
 * Whether two profiles mean one role: `unclear` where what one of them tells does not contradict the other, an alias
 * and a number for instance.
 */
export function compareTargets(a: RoleTarget, b: RoleTarget): 'same' | 'different' | 'unclear' {
  const parts = [
    [a.account?.kind === b.account?.kind ? textOf(a.account) : undefined, textOf(b.account)],
    [a.roleName, b.roleName],
  ] as const;
  const isOther = ([one, other]: readonly [string | undefined, string | undefined]) =>
    one !== undefined && other !== undefined && one !== other;
  if (parts.some(isOther) || isOther([a.partition, b.partition])) return 'different';
  return parts.every(([one, other]) => one !== undefined && one === other) ? 'same' : 'unclear';
}

function textOf(account: AccountRef | undefined): string | undefined {
  return account && accountText(account);
}
