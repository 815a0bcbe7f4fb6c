import { describe, expect, it } from 'vitest';
import type { RoleId } from '../../../src/core/config/config.ts';
import type { RoleRow } from '../../../src/core/roles/role-list.ts';
import { searchRoles } from '../../../src/core/roles/search-roles.ts';

function row(label: string, account: string, roleName: string, rest: Partial<RoleRow> = {}): RoleRow {
  const id = `${account} ${roleName} ${label}` as RoleId;
  return {
    id,
    label,
    account,
    roleName,
    color: undefined,
    region: undefined,
    group: undefined,
    tags: [],
    origin: 'personal',
    image: undefined,
    ...rest,
  };
}

const ROWS = [
  row('payments-dev-admin', '222222222222', 'Admin'),
  row('payments-prod', '333333333333', 'team/ReadOnly', { group: 'Finance' }),
  row('prod', '444444444444', 'Admin', { region: 'eu-west-1' }),
  row('本番 請求', '555555555555', 'ReadOnly'),
  row('データ基盤', '666666666666', 'DataEngineer', { tags: ['analytics'] }),
  row('nonproduction', '777788889999', 'Admin'),
];

describe('searching', () => {
  const cases: [string, string[]][] = [
    ['', ROWS.map(({ label }) => label)],
    ['prod', ['prod', 'payments-prod', 'nonproduction']],
    ['PROD pay', ['payments-prod']],
    ['pay prod', ['payments-prod']],
    ['7777-8888', ['nonproduction']],
    ['9999', ['nonproduction']],
    ['readonly', ['payments-prod', '本番 請求']],
    ['finance', ['payments-prod']],
    ['eu-west', ['prod']],
    ['analytics', ['データ基盤']],
    ['請求', ['本番 請求']],
    ['でーた', ['データ基盤']],
    ['ﾃﾞｰﾀ', ['データ基盤']],
    ['ｐａｙｍｅｎｔｓ', ['payments-dev-admin', 'payments-prod']],
    ['nothing', []],
    ['-', ['payments-dev-admin', 'payments-prod', 'prod']],
  ];
  it.each(cases)('“%s”', (query, labels) => {
    expect(searchRoles(ROWS, query).map(({ label }) => label)).toEqual(labels);
  });
});
