import { recordOf } from '../record.ts';
import { parsePlainHttpsUrl } from './page-url.ts';
import { isSignInHost, type Partition, partitionOfConsoleHost } from './partition.ts';

/** What became of a multi-session request. */
export type SwitchAnswer =
  | { readonly kind: 'destination'; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: SwitchFailure };

const SWITCH_FAILURES = [
  'not-authorised',
  'session-gone',
  'session-limit',
  'throttled',
  'network',
  'foreign-destination',
  'unexpected-answer',
] as const;
export type SwitchFailure = (typeof SWITCH_FAILURES)[number];

/**
 * Reads the answer to a multi-session request (console-contract §5). A failure may come as HTTP 200 with an
 * `errorCode`; a destination is taken only on the partition's own console or sign-in hosts.
 */
export function parseSwitchAnswer(status: number, body: string, partition: Partition): SwitchAnswer {
  const { destination, errorCode } = parseBody(body);
  if (typeof destination === 'string') {
    const url = parseDestination(destination, partition);
    if (url === undefined) return failed('foreign-destination');
    return isLimitPage(url) ? failed('session-limit') : { kind: 'destination', url };
  }
  if (typeof errorCode === 'string' && /limit/i.test(errorCode)) return failed('session-limit');
  if (status === 401 || status === 403 || errorCode === 'UNAUTHORIZED') return failed('not-authorised');
  if (status === 404 || status === 410) return failed('session-gone');
  if (status === 429) return failed('throttled');
  return failed('unexpected-answer');
}

/** The URL if it may be opened for this partition: its consoles and its sign-in hosts, nothing else. */
export function parseDestination(text: string, partition: Partition): string | undefined {
  const url = parsePlainHttpsUrl(text);
  if (!url) return undefined;
  const isOurs = partitionOfConsoleHost(url.hostname)?.id === partition.id || isSignInHost(url.hostname, partition);
  return isOurs ? url.href : undefined;
}

/** Takes what a tab says it was answered: its page may be compromised, so the URL is judged anew. */
export function parseTabAnswer(input: unknown, partition: Partition): SwitchAnswer {
  const { kind, url, reason } = recordOf(input);
  if (kind === 'destination') {
    const destination = typeof url === 'string' ? parseDestination(url, partition) : undefined;
    return destination === undefined ? failed('foreign-destination') : { kind: 'destination', url: destination };
  }
  return failed(SWITCH_FAILURES.find((one) => one === reason) ?? 'unexpected-answer');
}

/** AWS's page “Session limit reached” (console-contract §2.4): nothing is to be seen there that one could choose. */
function isLimitPage(url: string): boolean {
  return new URL(url).pathname === '/sessions/limit';
}

function failed(reason: SwitchFailure): SwitchAnswer {
  return { kind: 'failed', reason };
}

function parseBody(body: string): { destination?: unknown; errorCode?: unknown } {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // An HTML error page, say: the status alone has to tell.
    return {};
  }
}
