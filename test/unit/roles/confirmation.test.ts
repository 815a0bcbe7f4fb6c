import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { needsConfirmation, toNamedRole } from '../../../src/core/roles/confirmation.ts';
import { listedRoles } from '../../../src/core/roles/listed-roles.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings.ts';

const ROLES = listedRoles(
  readConfig(`[plain]
role_arn = arn:aws:iam::222222222222:role/team/Admin
[asks]
role_arn = arn:aws:iam::222222222222:role/Admin
confirm = true
[prod]
role_arn = arn:aws:iam::222222222222:role/Admin
env = prod
[staging]
role_arn = arn:aws:iam::222222222222:role/Admin
env = staging
[sso]
sso_start_url = https://corp.awsapps.com/start
sso_account_id = 333333333333
sso_role_name = Power
env = production
`),
);
const role = (profile: string) => ROLES.find((one) => one.profile === profile) ?? expect.fail(profile);

describe('a role is asked about', () => {
  it.each([
    ['plain', false, false],
    ['asks', true, true],
    ['prod', false, true],
    ['staging', false, false],
    ['sso', false, true],
  ])('%s: without the setting for production %s, with it %s', (profile, without, withSetting) => {
    expect(needsConfirmation(role(profile), DEFAULT_SETTINGS)).toBe(without);
    expect(needsConfirmation(role(profile), { ...DEFAULT_SETTINGS, confirmProduction: true })).toBe(withSetting);
  });

  it('by its names', () => {
    expect(toNamedRole(role('prod'))).toEqual({
      label: 'prod',
      account: '222222222222',
      roleName: 'Admin',
      environment: 'production',
    });
    expect(toNamedRole(role('sso'))).toMatchObject({ account: '333333333333', roleName: 'Power' });
  });
});
