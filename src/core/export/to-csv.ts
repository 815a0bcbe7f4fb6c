import type { Config, Role } from '../config/config.ts';
import { originValues } from '../config/layer.ts';
import { accountText } from '../console/switch-request.ts';
import { writeCsv } from './csv.ts';

export const CSV_COLUMNS = [
  'profile',
  'label',
  'account',
  'role',
  'partition',
  'region',
  'color',
  'group',
  'tags',
  'source_profile',
  'origin',
] as const;

/**
 * The roles as CSV for a spreadsheet, in the text's order, as `writeCsv` spells it. Importing it gives the same
 * roles, as the user's own where no other layer has them;
 * what they say beside these columns (`image`, `env`, …), bases and comments are in the text alone.
 */
export function toCsv({ roles }: Config): string {
  return writeCsv([CSV_COLUMNS, ...roles.map(toRow)]);
}

function toRow(role: Role): string[] {
  const cells: Record<(typeof CSV_COLUMNS)[number], string> = {
    profile: role.profile,
    label: role.label,
    account: accountText(role.account),
    role: role.roleName,
    partition: role.partition ?? '',
    region: role.region ?? '',
    color: role.color ?? '',
    group: role.group ?? '',
    tags: role.tags.join(', '),
    source_profile: role.bases.join(', '),
    origin: originValues(role.origin).join(' '),
  };
  return CSV_COLUMNS.map((column) => cells[column]);
}
