import type { Sender } from '../browser/messaging.ts';
import { parseService } from '../core/console/console-services.ts';
import type { AskedLanding } from '../core/console/landing.ts';
import type { PartitionId } from '../core/console/partition.ts';
import { type PageFacts, parseSession, type Session } from '../core/console/session.ts';
import { linkedPage } from '../core/links/hatrack-link.ts';
import { recordOf } from '../core/record.ts';

/**
 * The facts of a console page. A content script speaks only for the origin that the browser says it runs in; the rest of
 * the address may have moved on since, as single-page consoles do.
 */
export function parseFacts(input: unknown, sender: Sender): PageFacts | undefined {
  const { pageUrl, sessionData, signInEndpoint, accountInfo, userInfo } = recordOf(input);
  if (typeof pageUrl !== 'string' || !URL.canParse(pageUrl)) return undefined;
  if (sender.kind === 'content-script' && new URL(pageUrl).origin !== new URL(sender.url).origin) return undefined;
  return {
    pageUrl,
    sessionData: textOrNothing(sessionData),
    signInEndpoint: textOrNothing(signInEndpoint),
    accountInfo: textOrNothing(accountInfo),
    userInfo: textOrNothing(userInfo),
  };
}

/** No fact that the console gives comes near this length. */
const FACT_LIMIT = 20_000;

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= FACT_LIMIT ? value : undefined;
}

/** The session that the facts in a message tell of. */
export function sessionOf(input: unknown, sender: Sender): Session | undefined {
  const facts = parseFacts(input, sender);
  const result = facts && parseSession(facts);
  return result?.ok ? result.session : undefined;
}

/** Where a choice in a message asks to land: on a service by its name, or on the page of a Hatrack link, never elsewhere. */
export function askedLanding(choice: unknown, partition: PartitionId): AskedLanding {
  const { service, link } = recordOf(choice);
  return { service: parseService(service), page: linkedPage(link, partition) };
}
