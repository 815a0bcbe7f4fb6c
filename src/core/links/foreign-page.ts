import type { AccountId } from '../config/config.ts';
import { labelOfHost } from '../console/differentiator.ts';
import { parseAccountId } from '../console/fact-values.ts';
import { type PageFacts, parseSession } from '../console/session.ts';

/**
 * The account that a page's host names (console-contract §1), where its session is in another one: such as a colleague's
 * address that was opened without their session. Undefined where the two agree, and where one of them is not known.
 */
export function accountOfForeignPage(facts: PageFacts): AccountId | undefined {
  const label = URL.canParse(facts.pageUrl) ? labelOfHost(new URL(facts.pageUrl).hostname) : undefined;
  const read = parseSession(facts);
  if (label === undefined || !read.ok) return undefined;
  const { current, identity } = read.session;
  const { accountId } = current ?? identity;
  return accountId === undefined || label.startsWith(accountId) ? undefined : parseAccountId(label.slice(0, 12));
}
