import type { LinkOffer } from '../core/links/link-offer.ts';
import type { Question } from './confirm-question.tsx';
import type { TakenRow } from './take-row.ts';
import type { MessageKey, Translate } from './translation.ts';

interface LinkActions {
  take(taken: TakenRow): void;
  /** Opens the page in this tab. */
  openPage(url: string): void;
  /** Opens AWS's own switch-role page for the link's role. */
  openRolePage(link: string): void;
  dismiss(): void;
}

const REFUSED_KEYS = {
  broken: 'linkBroken',
  'foreign-page': 'linkForeignPage',
  'other-partition': 'linkOtherPartition',
} as const satisfies Record<Extract<LinkOffer, { kind: 'refused' }>['reason'], MessageKey>;

/** What is asked about a link; a sentence where there is nothing to ask. */
export function linkQuestion(offer: LinkOffer, actions: LinkActions, t: Translate): Question | string {
  const cancel = actions.dismiss;
  switch (offer.kind) {
    case 'take': {
      const { row, page, link } = offer;
      return { kind: 'link', role: row, page, confirm: () => actions.take({ row, link }), cancel };
    }
    case 'foreign-page': {
      // What may be posted from a page of another session is not known: the link is followed from a page of one's own.
      const { role, page, link } = offer;
      return { kind: 'foreign-page', role, page, confirm: () => actions.openPage(link), cancel };
    }
    case 'here': {
      const { role, page } = offer;
      if (page === undefined) return t('linkIsHere', role.label);
      return { kind: 'linked-page', role, page, confirm: () => actions.openPage(page), cancel };
    }
    case 'unlisted': {
      const { role, page, link } = offer;
      return { kind: 'unlisted', role, page, confirm: () => actions.openRolePage(link), cancel };
    }
    case 'refused':
      return t(REFUSED_KEYS[offer.reason]);
    case 'no-session':
      return t('linkNoSession');
  }
}
