import { describe, expect, it } from 'vitest';
import type { RoleId } from '../../../src/core/config/config.ts';
import type { RoleRow } from '../../../src/core/roles/role-list.ts';
import { RoleSearch } from '../../../src/core/roles/search-roles.ts';
import { roleRow } from '../../fixtures/role-row.ts';

function row(label: string, account: string, roleName: string, rest: Partial<RoleRow> = {}): RoleRow {
  const id = `${account} ${roleName} ${label}` as RoleId;
  return roleRow(label, { id, account, roleName, ...rest });
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
    ['pda', ['payments-dev-admin']],
    ['paymnets', ['payments-dev-admin', 'payments-prod']],
    ['prod payemnts', ['payments-prod']],
    ['-', ['payments-dev-admin', 'payments-prod', 'prod']],
  ];
  it.each(cases)('“%s”', (query, labels) => {
    expect(new RoleSearch(ROWS).find(query, true).hits.map(({ row }) => row.label)).toEqual(labels);
  });
});

describe('searching for a service to land on', () => {
  const TEAM = [...ROWS, row('s3-prod-reader', '888888888888', 'Reader'), row('lambda', '999999999999', 'Admin')];
  const all = (service: string) => TEAM.map(({ label }) => `${label} → ${service}`);
  const prod = ['prod', 'payments-prod', 's3-prod-reader', 'nonproduction'];
  const cases: [string, string[]][] = [
    ['prod', prod],
    ['prod ec2', prod.map((label) => `${label} → EC2`)],
    ['EC2 Prod', prod.map((label) => `${label} → EC2`)],
    ['ｐｒｏｄ　ｅｃ２', prod.map((label) => `${label} → EC2`)],
    ['pay prod ddb', ['payments-prod → DynamoDB']],
    ['prod step functions', prod.map((label) => `${label} → Step Functions`)],
    ['step functions prod', prod.map((label) => `${label} → Step Functions`)],
    // The longer name counts: not the console's home page called “home”, nor Systems Manager.
    ['prod systems manager', prod.map((label) => `${label} → Systems Manager`)],
    ['prod session manager', prod.map((label) => `${label} → Session Manager`)],
    // What matches word for word comes first, as an ordinary row.
    ['prod s3', ['s3-prod-reader', ...prod.map((label) => `${label} → S3`)]],
    ['s3', ['s3-prod-reader', ...all('S3')]],
    ['lambda', ['lambda', ...all('Lambda')]],
    ['ec2', all('EC2')],
    // Two services: the last is the one to land on, as long as the other words find a role.
    ['lambda s3', ['lambda → S3']],
    ['s3 lambda', ['s3-prod-reader → Lambda']],
    ['ec2 s3', ['s3-prod-reader → EC2']],
    // Words in the middle, parts of words and unknown services mean nothing.
    ['prod ec2 pay', []],
    ['prod ec', []],
    ['prod ec22', []],
    ['nothing ec2', []],
    // A mistyped role is found; a mistyped service is none.
    ['paymnets ec2', ['payments-dev-admin → EC2', 'payments-prod → EC2']],
    ['prod lambdo', []],
  ];
  it.each(cases)('“%s”', (query, found) => {
    const hits = new RoleSearch(TEAM).find(query, true).hits;
    expect(hits.map(({ row: { label }, service }) => (service ? `${label} → ${service.name}` : label))).toEqual(found);
  });

  it('finds none where a choice lands nowhere', () => {
    expect(new RoleSearch(TEAM).find('prod ec2', false).hits).toEqual([]);
    expect(new RoleSearch(TEAM).find('s3', false).hits.map(({ row: { label } }) => label)).toEqual(['s3-prod-reader']);
  });
});
