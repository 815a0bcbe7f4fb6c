import { parsePlainHttpsUrl } from '../console/page-url.ts';
import { isSignInHost, type Partition } from '../console/partition.ts';
import type { SessionRequest } from '../console/switch-request.ts';
import { recordOf } from '../record.ts';

const PATH = /^\/sessions\/\d{12}-[a-z0-9-]{1,50}\/v1\/switchrole$/;

/** A request that a tab is asked to send: to its partition's sign-in hosts, and there to the switch alone (§5). */
export function parseSessionRequest(input: unknown, partition: Partition): SessionRequest | undefined {
  const { url, body } = recordOf(input);
  const { account, color, displayName, redirectUri, roleName } = recordOf(body);
  const target = typeof url === 'string' ? parsePlainHttpsUrl(url) : undefined;
  if (!target || !isSignInHost(target.hostname, partition) || !PATH.test(target.pathname)) return undefined;
  const fields = { account, color, displayName, redirectUri, roleName };
  return isTexts(fields) ? { kind: 'session-request', url: target.href, body: fields } : undefined;
}

function isTexts<Key extends string>(fields: Record<Key, unknown>): fields is Record<Key, string> {
  return Object.values(fields).every((value) => typeof value === 'string');
}
