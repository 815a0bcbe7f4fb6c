import { type Partition, partitionOfConsoleHost } from './partition.ts';

/**
 * A page of the partition's consoles as it can be landed on: without the leading multi-session label, which names a
 * session and not a page (console-contract §5). Undefined for any other URL.
 */
export function parseConsolePage(text: string, partition: Partition): URL | undefined {
  const url = parsePlainHttpsUrl(text);
  if (!url || partitionOfConsoleHost(url.hostname)?.id !== partition.id) return undefined;
  url.hostname = url.hostname.replace(/^\d{12}-[a-z0-9-]+\./, '');
  return url;
}

/** A URL that is https, on the usual port, and carries no user name or password; undefined otherwise. */
export function parsePlainHttpsUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isPlain ? url : undefined;
}

/** The URL with `region=` replaced or added, and every other byte of its query as the console wrote it. */
export function withRegion(url: URL, region: string | undefined): URL {
  if (region === undefined) return url;
  const changed = new URL(url);
  changed.search = queryWithRegion(url.search, region);
  return changed;
}

function queryWithRegion(search: string, region: string): string {
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
