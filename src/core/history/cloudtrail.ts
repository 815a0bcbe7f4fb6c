import { PARTITIONS, type PartitionId } from '../console/partition.ts';

/**
 * CloudTrail's event history of `SwitchRole`, which opens in whichever account the browser's session is in.
 *
 * A regional sign-in host's events are in its region, the common host's in the partition's first one (AWS CloudTrail user
 * guide, "AWS Management Console sign-in events").
 *
 * @param region of the sign-in host; anything that is no region of the partition stands for the common host
 */
export function switchEventsUrl(partition: PartitionId, region = ''): string {
  const { consoleHost, defaultRegion, regionPattern } = PARTITIONS[partition];
  const place = regionPattern.test(region) ? region : defaultRegion;
  return `https://${place}.${consoleHost}/cloudtrailv2/home?region=${place}#/events?EventName=SwitchRole`;
}
