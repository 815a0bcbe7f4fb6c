import { parsePlainHttpsUrl } from '../console/page-url.ts';
import { partitionOfConsoleHost } from '../console/partition.ts';

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

function parsePath(text: string): string | undefined {
  if (!URL.canParse(text, ANY_CONSOLE)) return undefined;
  const { href } = new URL(text, ANY_CONSOLE);
  const path = href.slice(ANY_CONSOLE.length);
  // A slash in front would make a host of what follows, once somebody puts the two together again.
  return href.startsWith(ANY_CONSOLE) && path !== '' && !path.startsWith('/') ? path : undefined;
}
