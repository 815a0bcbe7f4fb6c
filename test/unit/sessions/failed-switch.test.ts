import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import {
  attemptState,
  causesOf,
  type FailedCause,
  parseAttempt,
  saveAttempt,
  switchAttempt,
} from '../../../src/core/sessions/failed-switch.ts';
import { sessionOf } from './session-of.ts';

const NOW = 1_800_000_000_000;
const [admin, byAlias, reserved] = readConfig(`
[admin]
label = 支払い
role_arn = arn:aws:iam::222222222222:role/team/Admin
[by-alias]
aws_account_id = payments-prod
role_name = Admin
[reserved]
role_arn = arn:aws:iam::222222222222:role/AWSReservedSSO_Admin_0123456789abcdef
`).roles;
if (!admin || !byAlias || !reserved) throw new Error('The text has three roles.');

const JO = sessionOf();
const SAML = sessionOf({ arn: 'arn:aws:sts::111111111111:assumed-role/JumpRole/jo' });
const FEDERATED = sessionOf({ arn: 'arn:aws:sts::111111111111:federated-user/jo' });
const inRole = (account: string, role: string) =>
  sessionOf({
    arn: `arn:aws:sts::${account}:assumed-role/${role}/jo`,
    info: {
      loginDisplayNameUser: 'jo',
      loginDisplayNameAccount: '1111-1111-1111',
      roleDisplayNameUser: role,
      roleDisplayNameAccount: account,
    },
  });

describe('what may be behind a refused switch', () => {
  const cases: [string, Parameters<typeof causesOf>, FailedCause[]][] = [
    ['of a user', [admin, JO, true], ['trust', 'mfa', 'name']],
    ['of a role', [admin, SAML, true], ['trust', 'name']],
    ['of a sign-in that AWS never lets switch', [admin, FEDERATED, true], ['federated-user']],
    ['to a role of Identity Center’s', [reserved, JO, true], ['portal-only']],
    ['from another role', [admin, inRole('333333333333', 'Reader'), true], ['from-sign-in', 'trust', 'mfa', 'name']],
    ['to a role whose sign-in the text does not tell', [admin, JO, false], ['unknown-base', 'trust', 'mfa', 'name']],
    ['to an account by its alias', [byAlias, SAML, true], ['trust', 'alias', 'name']],
  ];
  it.each(cases)('%s', (_name, args, expected) => {
    expect(causesOf(...args)).toEqual(expected);
  });
});

describe('an attempt', () => {
  const attempt = switchAttempt(admin, JO, true, NOW);
  it.each([
    ['has failed where the tab is still signed in', JO, 1000, 'failed'],
    ['has failed where the tab is in another role', inRole('333333333333', 'Reader'), 1000, 'failed'],
    ['has arrived where the tab is in the role', inRole('222222222222', 'Admin'), 1000, 'arrived'],
    ['tells nothing after a while', JO, 5 * 60_000 + 1, 'over'],
    ['tells nothing before it was made', JO, -1, 'over'],
  ])('%s', (_name, session, later, expected) => {
    expect(attemptState(attempt, session, NOW + later)).toBe(expected);
  });

  it('is read from storage as it was kept', () => {
    expect(attempt).toMatchObject({ label: '支払い', by: 'jo' });
    expect(parseAttempt(JSON.parse(JSON.stringify(saveAttempt(attempt))))).toEqual(attempt);
  });

  it.each([
    undefined,
    null,
    7,
    {},
    { ...saveAttempt(attempt), account: 'x' },
    { ...saveAttempt(attempt), causes: 'trust' },
  ])('is not read from %j', (data) => {
    expect(parseAttempt(data)).toBeUndefined();
  });

  it('keeps no cause that is none', () => {
    const causes = ['mfa', '<b>', 'trust'];
    expect(parseAttempt({ ...saveAttempt(attempt), causes })?.causes).toEqual(['trust', 'mfa']);
  });
});
