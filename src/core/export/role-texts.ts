import { configBlock } from '../access/cli-files.ts';
import type { ProfileOf } from '../access/profiles-of.ts';
import { toTarget } from '../access/targets.ts';
import type { PartitionId } from '../console/partition.ts';
import { portalLink } from '../console/portal-link.ts';
import { accountText } from '../console/switch-request.ts';
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
  /** The role for `~/.aws/config`; undefined where there is no ARN. */
  readonly configBlock: string | undefined;
}

/**
 * @param partition of roles that do not name their own
 * @param profileOf finds what a section says for other programs, see `profilesOf`
 */
export function roleTexts(role: ListedRole, partition: PartitionId, profileOf: ProfileOf): RoleTexts {
  if (isPortalRole(role)) {
    const link = portalLink(targetOfPortalRole(role), role, undefined, partition);
    return { account: role.account, arn: undefined, link, configBlock: undefined };
  }
  const target = toTarget(role, partition, profileOf);
  const known = typeof target === 'string' ? undefined : target;
  // The CLI's own name for what one signs in with where nothing is said.
  const base = role.bases[0] ?? 'default';
  return {
    account: accountText(role.account),
    arn: known?.arn,
    link: toSwitchRoleLink(role, partition),
    configBlock: known && configBlock(known, { base, mfaSerial: undefined, externalId: undefined }),
  };
}
