import type { PartitionId } from '../console/partition.ts';
import { accountText } from '../console/switch-request.ts';
import { type RoleKey, toPortalRoleKey, toRoleKey } from '../saved/personal.ts';
import { targetOfPortalRole } from './portal-targets.ts';
import { isPortalRole, type RoleStanding } from './standing.ts';

/**
 * What a role's pins and uses go by.
 *
 * @param partition of the session: that of roles which do not name their own
 */
export function roleKeyOf({ role, standing }: RoleStanding, partition: PartitionId): RoleKey {
  if (standing.kind === 'portal') return toPortalRoleKey(standing.target);
  if (isPortalRole(role)) return toPortalRoleKey(targetOfPortalRole(role));
  return toRoleKey(role.partition ?? partition, accountText(role.account), role.roleName);
}
