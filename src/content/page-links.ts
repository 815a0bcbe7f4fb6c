import { type Asker, MessageError } from '../browser/messaging.ts';
import { isLinkFragment } from '../core/links/link-mark.ts';
import type { LinkOffer } from '../core/links/link-offer.ts';
import type { BackgroundApi } from '../protocol.ts';
import { reached } from './page-state.ts';
import { currentFacts } from './perform.ts';

/** Account, dash and more in front of a console's host: the page of one session of several (console-contract §1). */
const LABELLED_HOST = /^(\d{12})-/;

/**
 * Looks whether the page's address asks for a role: by being a Hatrack link, or by belonging to another account than the
 * session. It only asks what there is to offer; nothing is switched before the user says so.
 */
export function pageLinks(ask: Asker<BackgroundApi>, offer: (offer: LinkOffer) => void, signal: AbortSignal): void {
  const follow = async () => {
    if (!isLinkFragment(location.hash)) return;
    const link = location.href;
    // Some services tell late who is signed in.
    for (const state of ['interactive', 'complete'] as const) {
      await reached(state);
      const found = await ask('linkOffer', { facts: await currentFacts(), link });
      if (found.kind === 'no-session' && state === 'interactive') continue;
      offer(found);
      return;
    }
  };
  const quietly = (work: () => Promise<void>) =>
    work().catch((error: unknown) => {
      // Without an answer there is nothing to offer.
      if (!(error instanceof MessageError)) throw error;
    });
  void quietly(follow);
  // The link was opened in a tab that shows the console's home already.
  addEventListener('hashchange', () => void quietly(follow), { signal });
  if (!isLinkFragment(location.hash)) {
    void quietly(async () => {
      const found = await offerForPage(ask);
      if (found) offer(found);
    });
  }
}

/** Takes the link out of the address, so that a reload or a bookmark does not ask again. */
export function forgetLink(): void {
  if (isLinkFragment(location.hash)) history.replaceState(history.state, '', location.pathname + location.search);
}

/** Asked only for an address that came from outside, and that the page itself does not say is its own. */
async function offerForPage(ask: Asker<BackgroundApi>): Promise<LinkOffer | undefined> {
  const [, account] = LABELLED_HOST.exec(location.hostname) ?? [];
  if (account === undefined || isFromThisHost(document.referrer)) return undefined;
  await reached('complete');
  const facts = await currentFacts();
  if (facts.sessionData === undefined || facts.sessionData.includes(account)) return undefined;
  return ask('pageOffer', facts);
}

function isFromThisHost(referrer: string): boolean {
  return URL.canParse(referrer) && new URL(referrer).hostname === location.hostname;
}
