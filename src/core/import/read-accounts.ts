import { parseColor } from '../config/color.ts';
import { parseEnvironment } from '../config/environment.ts';
import { parsePartition } from '../config/role-arn.ts';
import type { PartitionId } from '../console/partition.ts';
import type { ImportTemplate } from './import-plan.ts';
import { type IncomingRole, toIncomingRole } from './incoming-role.ts';

/** One account of an organization, as text. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** `Status` or, since 2025, `State`. */
  readonly status: string;
  readonly partition: PartitionId | undefined;
}

/** Accounts in the answer of `aws organizations list-accounts`, or in its `Accounts` alone; undefined for other data. */
export function parseAccountList(data: unknown): ListedAccount[] | undefined {
  const list = Array.isArray(data) ? data : parseField(data, 'Accounts');
  if (!Array.isArray(list) || !list.some((account) => parseField(account, 'Id') !== undefined)) return undefined;
  return list.map((account: unknown) => ({
    id: textField(account, 'Id'),
    name: textField(account, 'Name'),
    email: textField(account, 'Email'),
    status: textField(account, 'State') || textField(account, 'Status'),
    partition: partitionOfArn(textField(account, 'Arn')),
  }));
}

/** The partition that an account's ARN names, if it is one with a console. */
export function partitionOfArn(arn: string): PartitionId | undefined {
  return parsePartition(/^arn:([a-z-]+):organizations:/.exec(arn)?.[1] ?? '');
}

function parseField(data: unknown, name: string): unknown {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, name)) return undefined;
  return (data as Readonly<Record<string, unknown>>)[name];
}

function textField(data: unknown, name: string): string {
  const field = parseField(data, name);
  return typeof field === 'string' || typeof field === 'number' ? String(field) : '';
}

/** AWS's words for an account that nobody can use any more, and what people write into lists of their own. */
const CLOSED = /^(?:suspended|pending[ _-]?closure|closed|停止|閉鎖|解約)/i;

/**
 * Makes a role in each account.
 *
 * @param baseAccount the number of the account that the template's base signs in to, where nobody switches
 */
export function rolesOfAccounts(
  accounts: readonly ListedAccount[],
  template: ImportTemplate,
  baseAccount: string | undefined,
): IncomingRole[] {
  return accounts.map((account) => {
    const id = account.id.trim();
    const isBase = baseAccount !== undefined && id.replaceAll('-', '') === baseAccount;
    return toIncomingRole({
      name: fillName(template, { ...account, id }),
      account: id,
      roleName: template.roleName,
      partition: account.partition,
      keys: {
        source_profile: template.sourceProfile?.trim(),
        color: colorOf(template, account.name || id),
        group: template.group?.trim(),
      },
      reason: CLOSED.test(account.status.trim()) ? 'suspended' : isBase ? 'base-account' : undefined,
    });
  });
}

function fillName({ nameTemplate = '{name}', roleName }: ImportTemplate, { name, id, email }: ListedAccount): string {
  const values: Readonly<Record<string, string>> = { name: name.trim() || id, id, email: email.trim(), role: roleName };
  const filled = nameTemplate.replace(/\{(name|id|email|role)\}/g, (_, key: string) => values[key] ?? '').trim();
  return filled || id;
}

const ENVIRONMENT_COLORS: Readonly<Record<string, string>> = {
  production: 'd62728',
  staging: 'ff7f0e',
  testing: 'bcbd22',
  development: '2ca02c',
  sandbox: '17becf',
};
/** None of them is an environment's. */
const OTHER_COLORS = ['1f77b4', '9467bd', '8c564b', 'e377c2', '7f7f7f', '393b79', 'ad494a', '5254a3'] as const;

function colorOf({ color }: ImportTemplate, name: string): string | undefined {
  if (color === undefined || color === 'none') return undefined;
  if (color !== 'by-name') return parseColor(color);
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^\p{L}\p{N}]+/u);
  const environment = words.map(parseEnvironment).find((found) => found !== undefined);
  const byEnvironment = environment === undefined ? undefined : ENVIRONMENT_COLORS[environment];
  // Any hash will do that gives a name the same colour for ever.
  const hash = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 0xffffff, 7);
  return byEnvironment ?? OTHER_COLORS[hash % OTHER_COLORS.length];
}
