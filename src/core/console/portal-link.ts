import type { PortalRole } from '../config/config.ts';
import { partitionOfStartUrl } from '../config/start-url.ts';
import { type AskedLanding, type LandingRole, landingFromOutside } from './landing.ts';
import { PARTITIONS, type PartitionId, partitionOfRegion } from './partition.ts';

/** Where a portal's link leads. */
export interface PortalTarget extends Pick<PortalRole, 'portalUrl' | 'account' | 'permissionSet'> {
  /** Undefined for a portal whose host does not tell it. */
  readonly partition: PartitionId | undefined;
}

/**
 * The shortcut link of Identity Center's portal: it signs in with the permission set, asking for a sign-in to the portal
 * where there is none, and goes on to where a switch to the role would land (console-contract §7). Where nothing is
 * asked for, the portal's own choice counts: the permission set's relay state, else the console's home.
 *
 * @param asking the partition of the session that it is asked from
 */
export function portalLink(
  target: PortalTarget,
  role: LandingRole,
  asked: AskedLanding,
  asking: PartitionId | undefined,
): string {
  const partition = PARTITIONS[target.partition ?? partitionSaid(role) ?? asking ?? 'aws'];
  const destination = landingFromOutside(role, asked, partition);
  const fields = [
    ['account_id', target.account],
    ['role_name', target.permissionSet],
    ...(destination === undefined ? [] : [['destination', destination]]),
  ].map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`);
  return `${target.portalUrl}/#/console?${fields.join('&')}`;
}

/** What the role's own page or region tells, where the portal's host tells nothing. */
function partitionSaid({ startUrl, region }: LandingRole): PartitionId | undefined {
  return (startUrl && partitionOfStartUrl(startUrl)) || (region && partitionOfRegion(region)) || undefined;
}
