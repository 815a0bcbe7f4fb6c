import { describe, expect, it } from 'vitest';
import { PERSONAL } from '../../../src/core/config/layer.ts';
import { readLayers } from '../../../src/core/config/read-layers.ts';
import { parseSession } from '../../../src/core/console/session.ts';
import { accountOfForeignPage } from '../../../src/core/links/foreign-page.ts';
import { linkedRow, rowForAccount } from '../../../src/core/links/link-offer.ts';
import { toRoleList } from '../../../src/core/roles/role-list.ts';
import { visibleRoles } from '../../../src/core/roles/visible-roles.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings.ts';

const TEXT = `[jump]
aws_account_id = hatrack-jump
[other]
aws_account_id = 999999999999
[withheld]
role_arn = arn:aws:iam::222222222222:role/Admin
source_profile = other
[first]
role_arn = arn:aws:iam::222222222222:role/Admin
source_profile = jump
[second]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = jump
[by-alias]
aws_account_id = payments-dev
role_name = Developer
source_profile = jump
`;
const FACTS = {
  pageUrl: 'https://us-east-1.console.aws.amazon.com/console/home',
  sessionData: JSON.stringify({
    accountId: '111111111111',
    accountAlias: 'hatrack-jump',
    sessionARN: 'arn:aws:iam::111111111111:user/jo',
  }),
  signInEndpoint: undefined,
  accountInfo: undefined,
  userInfo: undefined,
};

function rows() {
  const read = parseSession(FACTS);
  if (!read.ok) throw new Error(read.reason);
  const { session } = read;
  const config = readLayers([{ origin: PERSONAL, text: TEXT }]);
  return toRoleList({
    config,
    session,
    standings: visibleRoles(config, session, DEFAULT_SETTINGS),
    isConfigEmpty: false,
    pictures: {},
    isForPage: false,
  }).rows;
}

describe('the role that a link asks for', () => {
  it.each([
    ['the one that can be taken', '222222222222', 'Admin', 'first'],
    ['the one with its path', '222222222222', 'team/Admin', 'second'],
    ['of an account by its alias', 'payments-dev', 'Developer', 'by-alias'],
    ['not one of another account', '333333333333', 'Admin', undefined],
    ['not one of another name', '222222222222', 'admin', undefined],
  ])('is %s', (_name, account, roleName, profile) => {
    expect(linkedRow({ account, roleName, page: undefined }, rows())?.profile).toBe(profile);
  });

  it('is, for a page of an account, the first that can be taken there', () => {
    expect(rowForAccount('222222222222', rows())?.profile).toBe('first');
    expect(rowForAccount('333333333333', rows())).toBeUndefined();
  });
});

describe('a page of another account', () => {
  const at = (host: string, sessionData: string | undefined = FACTS.sessionData) =>
    accountOfForeignPage({ ...FACTS, pageUrl: `https://${host}/ec2/home`, sessionData });
  it.each([
    ['is one whose host names it', '222222222222-abcd1234.us-east-1.console.aws.amazon.com', '222222222222'],
    ['is none whose host names the session’s', '111111111111-abcd1234.us-east-1.console.aws.amazon.com', undefined],
    ['is none whose host names nobody', 'us-east-1.console.aws.amazon.com', undefined],
    ['is none outside of the console', '222222222222-abcd1234.evil.test', undefined],
  ])('%s', (_name, host, account) => {
    expect(at(host)).toBe(account);
  });

  it('is none while nobody knows who is signed in', () => {
    expect(at('222222222222-abcd1234.us-east-1.console.aws.amazon.com', '')).toBeUndefined();
  });
});
