import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { parseSession } from '../../../src/core/console/session.ts';
import { safetyMark } from '../../../src/core/marks/safety-mark.ts';
import { parseSeenRoles, type SeenRoles, withoutSeen, withSeen } from '../../../src/core/marks/session-clock.ts';
import { markedTitle, titlePrefix } from '../../../src/core/marks/tab-title.ts';
import { visibleRoles } from '../../../src/core/roles/visible-roles.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings.ts';

const CONFIG = readConfig(`[jump]
aws_account_id = 111111111111
[shop prod]
role_arn = arn:aws:iam::222222222222:role/team/Admin
source_profile = jump
env = prod
image = https://pictures.example/shop.png
[shop dev]
role_arn = arn:aws:iam::333333333333:role/Developer
source_profile = jump
color = #ffff00
[by hand]
role_arn = arn:aws:iam::444444444444:role/Admin
env = live
`);

function markIn(role: string | undefined, account = '', isMultiSession = false) {
  const arn =
    role === undefined ? 'arn:aws:iam::111111111111:user/jo' : `arn:aws:sts::${account}:assumed-role/${role}/jo`;
  const result = parseSession({
    pageUrl: `https://${isMultiSession ? `${account}-abcd1234.` : ''}us-east-1.console.aws.amazon.com/`,
    sessionData: JSON.stringify({ accountId: account || '111111111111', sessionARN: arn }),
    signInEndpoint: undefined,
    accountInfo:
      role === undefined
        ? undefined
        : JSON.stringify({
            loginDisplayNameUser: 'jo',
            loginDisplayNameAccount: '111111111111',
            roleDisplayNameUser: role,
            roleDisplayNameAccount: account,
          }),
    userInfo: undefined,
  });
  if (!result.ok) throw new Error(result.reason);
  return safetyMark(result.session, visibleRoles(CONFIG, result.session, DEFAULT_SETTINGS), {
    'https://pictures.example/shop.png': 'data:image/png,x',
  });
}

describe('the mark of a session', () => {
  it('is none for who has signed in and not switched', () => {
    expect(markIn(undefined)).toBeUndefined();
  });

  it('is all that the text says of the role; production without a color is not plain', () => {
    expect(markIn('Admin', '222222222222')).toMatchObject({
      label: 'shop prod',
      account: '2222-2222-2222',
      environment: 'production',
      isProduction: true,
      color: 'd92d20',
      ink: 'white',
      image: 'data:image/png,x',
      roleId: CONFIG.roles[0]?.id,
      isSwitched: true,
    });
  });

  it('has the role’s own color, with ink that can be read on it', () => {
    expect(markIn('Developer', '333333333333')).toMatchObject({ color: 'ffff00', ink: 'black', isProduction: false });
  });

  it('is what AWS calls a role that the text does not have', () => {
    expect(markIn('Stranger', '555555555555')).toMatchObject({
      label: 'Stranger',
      account: '5555-5555-5555',
      environment: undefined,
      roleId: undefined,
      isSwitched: true,
    });
  });
});

describe('the title', () => {
  it.each([
    ['production', '2222', '[PROD] '],
    ['staging', '2222', '[STG] '],
    ['perf', '2222', '[PERF] '],
    [undefined, '2222', '[2222] '],
    [undefined, '', ''],
  ])('of %s in %s begins with “%s”', (environment, account, expected) => {
    expect(titlePrefix({ environment, account })).toBe(expected);
  });

  it.each([
    ['EC2', '[PROD] ', '', '[PROD] EC2'],
    ['[PROD] EC2', '[DEV] ', '[PROD] ', '[DEV] EC2'],
    ['S3', '[PROD] ', '[PROD] ', '[PROD] S3'],
    ['[PROD] EC2', '[PROD] ', '[PROD] ', '[PROD] EC2'],
    ['[PROD] EC2', '', '[PROD] ', 'EC2'],
  ])('“%s” with “%s” instead of “%s” is “%s”', (title, prefix, before, expected) => {
    expect(markedTitle(title, prefix, before)).toBe(expected);
  });
});

describe('when a session was first seen in a role', () => {
  const SEEN: SeenRoles = { one: { role: 'a', since: 1000 } };

  it.each([
    ['stays as long as it is in that role', 'one', 'a', 5000, 1000],
    ['begins anew with another role', 'one', 'b', 5000, 5000],
    ['is each session’s own', 'two', 'a', 5000, 5000],
    ['is never later than now', 'one', 'a', 500, 500],
  ])('%s', (_, session, role, now, since) => {
    expect(withSeen(SEEN, session, role, now)[session]).toEqual({ role, since });
  });

  it('is forgotten when the switch is made again', () => {
    expect(withSeen(withoutSeen(SEEN, 'one'), 'one', 'a', 9000).one?.since).toBe(9000);
  });

  it('is kept for no more sessions than anybody has, the latest', () => {
    const many = Array.from({ length: 80 }, (_, at) => at).reduce<SeenRoles>(
      (seen, at) => withSeen(seen, `s${at}`, 'a', at),
      {},
    );
    expect(Object.keys(many)).toHaveLength(50);
    expect(many).toHaveProperty('s79');
  });

  it('is read from whatever is stored', () => {
    expect(parseSeenRoles({ a: { role: 'x', since: 1 }, b: { role: 3 }, c: null })).toEqual({
      a: { role: 'x', since: 1 },
    });
    expect(parseSeenRoles('x')).toEqual({});
  });
});
