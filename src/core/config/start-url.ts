import { parsePlainHttpsUrl } from '../console/page-url.ts';
import { type PartitionId, partitionOfConsoleHost } from '../console/partition.ts';

const SCHEME = /^[a-z][a-z\d+.-]*:/i;
/** Stands for whichever console the role turns out to be in. */
const ANY_CONSOLE = 'https://console.aws.amazon.com/';

/**
 * The page to land on (`start_url`): the https: URL of a console's page, or a path or service in the console of the
 * role, with its query and fragment and without a leading slash (`s3/home`). Undefined for anything else: nothing in
 * a text may lead away from AWS's consoles.
 */
export function parseStartUrl(text: string): string | undefined {
  if (!SCHEME.test(text)) return parsePath(text);
  const url = parsePlainHttpsUrl(text);
  return url && partitionOfConsoleHost(url.hostname) && url.href;
}

/** The partition whose console the page is in; undefined for a path, which is one of every console. */
export function partitionOfStartUrl(startUrl: string): PartitionId | undefined {
  return SCHEME.test(startUrl) ? partitionOfConsoleHost(new URL(startUrl).hostname)?.id : undefined;
}

/** The same page in whichever console: its path with query and fragment, but for the region, which each has its own. */
export function startPathOf(startUrl: string): string | undefined {
  const url = parsePlainHttpsUrl(startUrl);
  url?.searchParams.delete('region');
  return url && parsePath(url.pathname.slice(1) + url.search + url.hash);
}

function parsePath(text: string): string | undefined {
  if (!URL.canParse(text, ANY_CONSOLE)) return undefined;
  const { href } = new URL(text, ANY_CONSOLE);
  const path = href.slice(ANY_CONSOLE.length);
  // Once somebody puts the two together again, a slash in front would make a host of what follows, a colon a scheme of it.
  const isPath = path !== '' && !path.startsWith('/') && !SCHEME.test(path);
  return href.startsWith(ANY_CONSOLE) && isPath ? path : undefined;
}
