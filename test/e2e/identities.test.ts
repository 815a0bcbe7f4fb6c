import { expect, it } from 'vitest';
import { find, waitForShadow } from '../browsers/closed-shadow.ts';
import { labels, MENU, openMenu } from '../browsers/hatrack.ts';
import type { SignInOptions } from '../console/stand-in.ts';
import { inBothBrowsers, openConsole, saveConfig } from './harness.ts';

const TEXT = `[by-number]
aws_account_id = 111111111111

[by-alias]
aws_account_id = hatrack-jump

[as-jump-role]
aws_account_id = 111111111111
role_name = JumpRole

[as-permission-set]
aws_account_id = 111111111111
role_name = Power_User

[elsewhere]
aws_account_id = 999999999999

[number]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = by-number
[alias]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = by-alias
[jump-role]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = as-jump-role
[permission-set]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = as-permission-set
[other-account]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = elsewhere
[everywhere]
role_arn = arn:aws:iam::333333333333:role/Developer
[china]
role_arn = arn:aws-cn:iam::777700002222:role/Operator
`;

const ONLY_ELSEWHERE = `[elsewhere]
aws_account_id = 999999999999

[other-account]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = elsewhere
`;

inBothBrowsers('the roles that a sign-in is offered', (world) => {
  // The bases that name a role are roles themselves: one can switch to them as well.
  const asRoles = ['as-jump-role', 'as-permission-set'];
  const user = [...asRoles, 'number', 'alias', 'everywhere'];
  // Where the console shows only the alias, no number of the text can be ruled out.
  const byAliasAlone = [...asRoles, 'number', 'alias', 'other-account', 'everywhere'];
  const cases: [string, SignInOptions, string[]][] = [
    ['an IAM user', { identity: 'iam-user' }, user],
    ['an IAM user of an account without alias', { alias: false }, user.filter((label) => label !== 'alias')],
    [
      'a SAML role',
      { identity: 'saml' },
      ['as-jump-role', 'as-permission-set', 'number', 'alias', 'jump-role', 'everywhere'],
    ],
    [
      'a permission set',
      { identity: 'identity-center' },
      ['as-jump-role', 'as-permission-set', 'number', 'alias', 'permission-set', 'everywhere'],
    ],
    ['a federated user', { identity: 'federated-user' }, user],
    [
      'a user who has switched already',
      { identity: 'switched', alias: false },
      user.filter((label) => label !== 'alias'),
    ],
    ['a user who has switched already, by alias', { identity: 'switched' }, byAliasAlone],
    ['a user, without the meta element', { drop: ['meta'] }, user],
    ['a user, with a malformed meta element', { meta: 'malformed' }, user],
    ['a user, without the page’s account info', { drop: ['account-info'] }, user],
    ['a user, by the account info alone', { drop: ['meta', 'user-info-cookie'] }, byAliasAlone],
  ];
  it.each(cases)('%s', async (_name, signIn, expected) => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), signIn);
    expect(labels(await openMenu(page))).toEqual(expected);
  });

  it('none for root, and the menu says why', async () => {
    await saveConfig(world(), TEXT);
    const page = await openConsole(world(), { identity: 'root' });
    const menu = await openMenu(page);
    expect(labels(menu)).toEqual([]);
    expect(find(menu, { text: 'AWS does not let the root user switch roles.' })).toBeDefined();
  });

  it('none from other bases, and the menu says who one is', async () => {
    await saveConfig(world(), ONLY_ELSEWHERE);
    const page = await openConsole(world());
    const menu = await openMenu(page);
    expect(labels(menu)).toEqual([]);
    expect(find(menu, { text: 'None of your roles (1) is for this sign-in.' })).toBeDefined();
    expect(JSON.stringify(menu)).toContain('Signed in as jo in hatrack-jump');
    // What the text expects is for the popup: a page's tab learns nothing of other accounts.
    expect(JSON.stringify(menu)).not.toContain('9999-9999-9999');
  });

  it('none at all before anything was saved, with a way to begin', async () => {
    await saveConfig(world(), '  \n');
    const page = await openConsole(world());
    await openMenu(page);
    await waitForShadow(page, MENU, (tree) => find(tree, { tag: 'button', text: 'Add roles' }));
  });
});
