import { parseColor } from '../config/color.ts';
import { parsePartition } from '../config/role-arn.ts';
import { type IncomingRole, toIncomingRole } from './incoming-role.ts';
import { type ListedAccount, partitionOfArn } from './read-accounts.ts';

/** What a CSV's columns are called: by Hatrack, by AWS's export of an organization, by hand. */
const COLUMNS = [
  [
    'account',
    'account accountid id awsaccountid awsaccount accountnumber accountno アカウント アカウントid アカウント番号',
  ],
  ['name', 'name accountname awsaccountname アカウント名 名前 名称'],
  ['email', 'email emailaddress accountemail mail eメール メール メールアドレス'],
  ['status', 'state status accountstatus 状態 ステータス'],
  ['arn', 'arn accountarn'],
  ['profile', 'profile profilename プロファイル'],
  ['label', 'label displayname 表示名'],
  ['role', 'role rolename iamrole ロール ロール名'],
  ['partition', 'partition'],
  ['region', 'region リージョン'],
  ['color', 'color colour 色'],
  ['group', 'group グループ'],
  ['tags', 'tags タグ'],
  ['base', 'sourceprofile source'],
] as const;

type Column = (typeof COLUMNS)[number][0];
type Row = (column: Column) => string;

/** What a CSV holds: roles where it has a column for them, else accounts; undefined where no column names an account. */
export function readCsvRows(
  rows: readonly (readonly string[])[],
): { readonly roles: IncomingRole[] } | { readonly accounts: ListedAccount[] } | undefined {
  const [header = [], ...body] = rows;
  const columns = findColumns(header);
  if (!columns.has('account') || columns.size < 2) return undefined;
  const read = body.map(
    (cells): Row =>
      (column) =>
        cells[columns.get(column) ?? -1]?.trim() ?? '',
  );
  return columns.has('role') ? { roles: read.map(toRole) } : { accounts: read.map(toAccount) };
}

/** Of two columns for one thing the one with the better name counts, of two by one name the first. */
function findColumns(header: readonly string[]): ReadonlyMap<Column, number> {
  const names = header.map((cell) =>
    cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const found = new Map<Column, number>();
  for (const [column, spellings] of COLUMNS) {
    const index = spellings
      .split(' ')
      .map((name) => names.indexOf(name))
      .find((at) => at >= 0);
    if (index !== undefined) found.set(column, index);
  }
  return found;
}

function toAccount(row: Row): ListedAccount {
  return {
    id: row('account'),
    name: row('name'),
    email: row('email'),
    status: row('status'),
    partition: partitionOfArn(row('arn')),
  };
}

function toRole(row: Row): IncomingRole {
  const name = row('profile') || row('label') || row('name');
  const label = row('label');
  return toIncomingRole({
    name,
    account: row('account'),
    roleName: row('role'),
    partition: parsePartition(row('partition')),
    keys: {
      source_profile: row('base'),
      region: row('region'),
      color: parseColor(row('color')) ?? row('color'),
      label: label === name ? undefined : label,
      group: row('group'),
      tags: row('tags'),
    },
  });
}
