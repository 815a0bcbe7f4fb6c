import { PARTITIONS, type PartitionId } from '../console/partition.ts';

/**
 * CloudTrail's event history of `SwitchRole`, in the region in which a partition's common sign-in host records it (AWS
 * CloudTrail user guide, "AWS Management Console sign-in events"): a sign-in by a regional host is in that region's. It
 * opens in whichever account the browser's session is in.
 */
export function switchEventsUrl(partition: PartitionId): string {
  const { consoleHost, defaultRegion } = PARTITIONS[partition];
  const host = `${defaultRegion}.${consoleHost}`;
  return `https://${host}/cloudtrailv2/home?region=${defaultRegion}#/events?EventName=SwitchRole`;
}
