import { PARTITIONS, type PartitionId } from '../console/partition.ts';
import { parseAccount } from './account.ts';
import type { AccountRef } from './config.ts';

export interface RoleArn {
  /** As the ARN says; may be one without a public console. */
  readonly partition: string;
  readonly account: AccountRef;
  /** Path and name without the leading slash. */
  readonly roleName: string;
}

const ROLE_ARN = /^arn:([a-z-]+):iam::(\d{12}):role\/(.*)$/s;
/** Path segments and the name; `\w` is ASCII, as IAM wants it (console-contract §9). */
const ROLE_NAME = /^[\w+=,.@-]+(?:\/[\w+=,.@-]+)*$/;

/** `arn:PARTITION:iam::ACCOUNT:role/[path/]name` (config-format §3), or undefined. */
export function parseRoleArn(text: string): RoleArn | undefined {
  const parts = ROLE_ARN.exec(text);
  if (!parts) return undefined;
  const { 1: partition = '', 2: digits = '', 3: name = '' } = parts;
  const account = parseAccount(digits);
  const roleName = parseRoleName(name);
  const isKnown = parsePartition(partition) !== undefined || partition.startsWith('aws-iso');
  return isKnown && account && roleName !== undefined ? { partition, account, roleName } : undefined;
}

/** Path and name of a role without a leading slash, or undefined where IAM can't have such a name. */
export function parseRoleName(text: string): string | undefined {
  return ROLE_NAME.test(text) ? text : undefined;
}

/** The partition by that name if it has a public console. */
export function parsePartition(text: string): PartitionId | undefined {
  return isPartitionId(text) ? text : undefined;
}

function isPartitionId(text: string): text is PartitionId {
  return Object.hasOwn(PARTITIONS, text);
}
