import type { Base } from './config.ts';
import { readContainer } from './container.ts';
import { type ProfileIdentity, signInAccount } from './identity.ts';
import type { Origin } from './layer.ts';
import type { Profile } from './profile.ts';
import type { Report } from './report.ts';
import { parseRoleName } from './role-arn.ts';

export interface BaseContext {
  readonly origin: Origin;
  /** Whether some `source_profile` names it. */
  readonly isNamed: boolean;
  /** Whether it is a role as well (chaining). */
  readonly isRole: boolean;
}

/** Makes a base of a profile that is one (config-format §2), and says where its account can't be known. */
export function readBase(
  profile: Profile,
  identity: ProfileIdentity,
  { origin, isNamed, isRole }: BaseContext,
  report: Report,
): Base | undefined {
  // With a source_profile it was meant for a role.
  const isMeantForRole = isRole || identity.isBroken || profile.values.has('source_profile');
  const isAccountAlone = identity.account !== undefined && !isMeantForRole;
  if (!isNamed && !isAccountAlone && !isIdentityCenter(profile)) return undefined;
  const account = signInAccount(profile, identity);
  if (!account && !identity.isBroken) report(profile.line, 'base-without-account', profile.name);
  return {
    profile: profile.name,
    origin,
    line: profile.line,
    account,
    alias: profile.values.get('aws_account_alias')?.value.toLowerCase(),
    loginRole: identity.roleName ?? permissionSet(profile),
    // What is wrong with it has been reported with the role.
    container: readContainer(profile, isRole ? () => undefined : report),
  };
}

/** Whether one reaches it through Identity Center's portal, as AWS's or Granted's keys say (config-format §2). */
export function isIdentityCenter({ values }: Profile): boolean {
  const hasRole = values.has('sso_account_id') && values.has('sso_role_name');
  const hasPortal = values.has('sso_session') || values.has('sso_start_url');
  const hasGrantedRole = values.has('granted_sso_account_id') && values.has('granted_sso_role_name');
  return (hasRole && hasPortal) || (hasGrantedRole && values.has('granted_sso_start_url'));
}

function permissionSet({ values }: Profile): string | undefined {
  const written = values.get('sso_role_name') ?? values.get('granted_sso_role_name');
  return written && parseRoleName(written.value);
}
