/**
 * What a Hatrack link's fragment begins with. A fragment is not sent to anybody, and a console that knows nothing of it
 * shows its home; a query would be in AWS's logs, and in everybody's on the way.
 */
export const LINK_MARK = '#hatrack?';

/** Whether a fragment is that of such a link, for better or for worse. */
export function isLinkFragment(hash: string): boolean {
  return hash.startsWith(LINK_MARK);
}
