import { type Partition, partitionOfConsoleHost } from './partition.ts';

/**
 * Where to land after a switch: the page one is on, in the role's region.
 *
 * Only the `region=` query changes, never the host: an invented host is answered with an error, and the page's
 * `form-action` also applies to the redirect (console-contract §4, AESR #175 and #201). The leading multi-session label
 * is left out, because it names a session and not a page (§5). A page outside the partition's consoles gives its home.
 */
export function landingUrl(pageUrl: string, partition: Partition, region: string | undefined): string {
  const url = new URL(isConsoleUrl(pageUrl, partition) ? pageUrl : `https://${partition.consoleHost}/console/home`);
  url.hostname = url.hostname.replace(/^\d{12}-[a-z0-9-]+\./, '');
  if (region !== undefined) url.search = withRegion(url.search, region);
  return url.href;
}

/** Whether a URL is an https page of the partition's consoles, on the usual port and without a user name in it. */
export function isConsoleUrl(text: string, partition: Partition): boolean {
  const url = parsePlainHttpsUrl(text);
  return url !== undefined && partitionOfConsoleHost(url.hostname)?.id === partition.id;
}

/** A URL that is https, on the usual port, and carries no user name or password; undefined otherwise. */
export function parsePlainHttpsUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isPlain ? url : undefined;
}

/** Replaces or adds `region=` and leaves every other byte of the query as the console wrote it. */
function withRegion(search: string, region: string): string {
  const pair = `region=${encodeURIComponent(region)}`;
  const parts = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '');
  const isRegion = (part: string) => part === 'region' || part.startsWith('region=');
  if (!parts.some(isRegion)) return `?${[...parts, pair].join('&')}`;
  const firstIndex = parts.findIndex(isRegion);
  return `?${parts
    .filter((part, index) => !isRegion(part) || index === firstIndex)
    .map((part) => (isRegion(part) ? pair : part))
    .join('&')}`;
}
