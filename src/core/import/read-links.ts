import { parseColor } from '../config/color.ts';
import { parsePlainHttpsUrl } from '../console/page-url.ts';
import { isSignInHost, PARTITIONS } from '../console/partition.ts';
import { type IncomingRole, toIncomingRole } from './incoming-role.ts';
import { withoutAccount } from './read-history.ts';

/** Up to what can't stand in an address: blanks, and what lists, HTML and Markdown put around one. */
const LINK = /https?:\/\/[^\s"'<>\\/?#]*\/switchrole\?[^\s"'<>\\]*/gi;

/**
 * Reads all links to AWS's switch-role page in a text, whatever stands around them (console-contract §4, "GET link").
 * One that leads to another host than AWS's sign-in gives no role but the reason.
 */
export function readLinks(text: string): IncomingRole[] {
  return [...text.matchAll(LINK)].map(([link]) => readLink(withoutClosing(link).replaceAll('&amp;', '&')));
}

function readLink(link: string): IncomingRole {
  const url = parsePlainHttpsUrl(link);
  const query = new URLSearchParams(link.slice(link.indexOf('?') + 1).replace(/#.*$/s, ''));
  const partition = url && Object.values(PARTITIONS).find((candidate) => isSignInHost(url.hostname, candidate));
  const isPage = partition !== undefined && url?.pathname === '/switchrole';
  return toIncomingRole({
    name: withoutAccount(query.get('displayName') ?? ''),
    account: query.get('account') ?? '',
    roleName: query.get('roleName') ?? '',
    partition: partition?.id,
    keys: { color: parseColor(query.get('color') ?? '') },
    reason: isPage ? undefined : 'wrong-host',
  });
}

/** A stop or a bracket behind a link is the sentence's, not the link's, unless the bracket was opened inside. */
function withoutClosing(link: string): string {
  let open = link.split('(').length - link.split(')').length;
  let end = link.length;
  for (; end > 0; end--) {
    const last = link.charAt(end - 1);
    if (last === ')' && open < 0) open++;
    else if (!'.,;:!?]'.includes(last)) break;
  }
  return link.slice(0, end);
}
