import { configBlock } from '../access/cli-files.ts';
import type { ProfileOf } from '../access/profiles-of.ts';
import { toTarget } from '../access/targets.ts';
import type { PartitionId } from '../console/partition.ts';
import { portalLink } from '../console/portal-link.ts';
import { sharedPage, toHatrackLink } from '../links/hatrack-link.ts';
import { accountOf, roleNameOf } from '../roles/listed-role.ts';
import { targetOfPortalRole } from '../roles/portal-targets.ts';
import { isPortalRole, type ListedRole } from '../roles/standing.ts';
import { toSwitchRoleLink } from './switch-role-link.ts';

/** What there is to copy of a role. */
export interface RoleTexts {
  /** Twelve digits or an alias. */
  readonly account: string;
  /** Undefined where the text has the account by its alias alone, and of permission sets. */
  readonly arn: string | undefined;
  /** To AWS's switch-role page; of a permission set, to it in the portal. */
  readonly link: string;
  /** The one that asks a colleague who has Hatrack whether to take the role, and lands on the page that one is on. */
  readonly hatrackLink: string;
  /** The role for `~/.aws/config`; undefined where there is no ARN. */
  readonly configBlock: string | undefined;
}

/**
 * @param partition of roles that do not name their own
 * @param profileOf finds what a section says for other programs, see `profilesOf`
 * @param pageUrl of the console page that it is asked for on
 */
export function roleTexts(
  role: ListedRole,
  partition: PartitionId,
  profileOf: ProfileOf,
  pageUrl?: string | undefined,
): RoleTexts {
  const at = (!isPortalRole(role) && role.partition) || partition;
  const page = pageUrl === undefined ? undefined : sharedPage(pageUrl, at);
  const hatrackLink = toHatrackLink({ account: accountOf(role), roleName: roleNameOf(role), page }, at);
  if (isPortalRole(role)) {
    const link = portalLink(targetOfPortalRole(role), role, {}, partition);
    return { account: role.account, arn: undefined, link, hatrackLink, configBlock: undefined };
  }
  const target = toTarget(role, partition, profileOf);
  const known = typeof target === 'string' ? undefined : target;
  // The CLI's own name for what one signs in with where nothing is said.
  const base = role.bases[0] ?? 'default';
  return {
    account: accountOf(role),
    arn: known?.arn,
    link: toSwitchRoleLink(role, partition),
    hatrackLink,
    configBlock: known && configBlock(known, { base, mfaSerial: undefined, externalId: undefined }),
  };
}
