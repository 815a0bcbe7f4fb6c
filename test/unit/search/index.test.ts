import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/core/search/search-index.ts';
import type { Searchable } from '../../../src/core/search/searchable.ts';

const ROW: Searchable = {
  id: 'x',
  label: 'Payments Prod',
  profile: 'pay_prod',
  account: '123456789012',
  alias: 'acme-pay',
  roleName: 'team/PowerUser',
  environment: 'production',
  group: '決済',
  tags: ['critical', 'v2'],
  region: 'ap-southeast-2',
  note: 'Ask\nfirst',
};

describe('the index', () => {
  it('holds all that is searched of a row', () => {
    const { texts, nameEnds, nameWords, otherWords, hidden, vocabulary } = buildIndex([ROW]);
    const names = 'payments prod\npay-prod';
    const others =
      '123456789012\nteam/poweruser\nacme-pay\n決済\nap-southeast-2\napse2\ncritical\nv2\nproduction\nprod\nprd\nlive';
    expect(texts).toEqual([`${names}\t${others}\task\nfirst`]);
    expect(nameEnds).toEqual([names.length]);
    expect(nameWords).toEqual(['|payments|prod\n|pay|prod\n']);
    expect(otherWords[0]).toContain('|team|power|user\n|acme|pay\n|決済\n|ap|southeast|2\n|apse2\n|critical\n|v2\n');
    expect(hidden).toEqual([]);
    expect(vocabulary).toContain('southeast');
    expect(vocabulary).not.toContain('ask');
  });

  it('is plain data', () => {
    const index = buildIndex([ROW, { ...ROW, isHidden: true }]);
    expect(JSON.parse(JSON.stringify(index))).toEqual(index);
    expect(index.hidden).toEqual([1]);
  });

  it.each([
    ['us-east-1', 'use1'],
    ['ap-northeast-1', 'apne1'],
    ['eu-central-2', 'euc2'],
    ['us-gov-west-1', 'usgovw1'],
    ['cn-northwest-1', 'cnnw1'],
    ['me-south-1', 'mes1'],
  ])('knows %s as %s', (region, short) => {
    expect(buildIndex([{ ...ROW, region }]).texts[0]).toContain(`\n${region}\n${short}\n`);
  });
});
