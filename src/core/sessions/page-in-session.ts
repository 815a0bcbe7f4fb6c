import { isMainConsoleHost, type Partition, regionOfConsoleHost } from '../console/partition.ts';

/**
 * The same page on the host of a session (console-contract §1): label and region in front of the console's host.
 * Undefined for pages that have no such host, such as Lightsail's.
 */
export function pageInSession(page: string, differentiator: string, partition: Partition): string | undefined {
  const url = new URL(page);
  if (!isMainConsoleHost(url.hostname, partition)) return undefined;
  const asked = url.searchParams.get('region') ?? '';
  const region =
    regionOfConsoleHost(url.hostname, partition) ??
    (partition.regionPattern.test(asked) ? asked : partition.defaultRegion);
  url.hostname = `${differentiator}.${region}.${partition.consoleHost}`;
  return url.href;
}
