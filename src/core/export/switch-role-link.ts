import type { Role } from '../config/config.ts';
import { PARTITIONS, type PartitionId } from '../console/partition.ts';
import { switchRoleUrl } from '../console/switch-request.ts';

/**
 * The link to AWS's switch-role page that anybody can open to get the role into their console (console-contract §4,
 * "GET link"): account, role, name and colour, nothing else that the text says.
 *
 * @param partition the one to take where the role does not name its own
 */
export function toSwitchRoleLink(role: Role, partition: PartitionId): string {
  return switchRoleUrl(role, PARTITIONS[role.partition ?? partition].defaultSignInHost);
}
