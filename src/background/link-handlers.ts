import type { Handlers } from '../browser/messaging.ts';
import { openTab } from '../browser/tabs.ts';
import { parseAccount } from '../core/config/account.ts';
import { PARTITIONS } from '../core/console/partition.ts';
import { switchRoleUrl } from '../core/console/switch-request.ts';
import { accountOfForeignPage } from '../core/links/foreign-page.ts';
import { readHatrackLink, sharedPage, toHatrackLink } from '../core/links/hatrack-link.ts';
import { type LinkOffer, linkedRow, namedByLink, namedByRow, rowForAccount } from '../core/links/link-offer.ts';
import { recordOf } from '../core/record.ts';
import type { RoleRow } from '../core/roles/role-list.ts';
import { pageInSession } from '../core/sessions/page-in-session.ts';
import type { BackgroundApi } from '../protocol.ts';
import { refused } from './chosen-role.ts';
import { makeList } from './lists.ts';
import { parseFacts, sessionOf } from './message-input.ts';

type LinkApi = Pick<BackgroundApi, 'linkOffer' | 'pageOffer' | 'openLinkedRolePage'>;

/** What the background answers about links that ask for a role. None of it switches: that is the user's choice. */
export const linkHandlers: Handlers<LinkApi> = {
  async linkOffer(input, sender) {
    const { facts, link } = recordOf(input);
    const reading = readHatrackLink(link);
    if (reading.kind === 'refused') return reading;
    const { list, session } = await makeList(facts, sender);
    if (!session) return { kind: 'no-session' };
    if (reading.partition !== session.partition) return { kind: 'refused', reason: 'other-partition' };
    const { page } = reading.link;
    const row = linkedRow(reading.link, list.rows);
    if (!row) return { kind: 'unlisted', role: namedByLink(reading.link), page, link: String(link) };
    if (row.state.kind !== 'current') return toTake(row, page, String(link));
    const label = session.multiSession?.differentiator;
    const inSession = page && label && pageInSession(page, label, PARTITIONS[session.partition]);
    return { kind: 'here', role: namedByRow(row), page: inSession || page };
  },

  async pageOffer(input, sender) {
    const facts = parseFacts(input, sender);
    const account = facts && accountOfForeignPage(facts);
    if (!facts || account === undefined) return undefined;
    const { finder, session } = await makeList(input, sender);
    const page = session && sharedPage(facts.pageUrl, session.partition);
    if (!session || page === undefined) return undefined;
    const found = finder.find(account, false, 0).items.flatMap((item) => (item.kind === 'role' ? [item.row] : []));
    const row = rowForAccount(account, found);
    if (!row) return undefined;
    const link = toHatrackLink({ account, roleName: row.roleName, page }, session.partition);
    return { kind: 'foreign-page', role: namedByRow(row), page, link };
  },

  async openLinkedRolePage(input, sender) {
    const { facts, link } = recordOf(input);
    const reading = readHatrackLink(link);
    const session = sessionOf(facts, sender);
    if (!session || sender.kind !== 'content-script') return refused('session-unknown');
    if (session.signInHost === undefined) return refused('sign-in-host');
    if (reading.kind === 'refused' || reading.partition !== session.partition) return refused('role-gone');
    const { account: said, roleName } = reading.link;
    const account = parseAccount(said);
    if (!account) return refused('role-gone');
    const url = switchRoleUrl({ account, roleName, label: roleName, color: undefined }, session.signInHost);
    await openTab({ url, askingTabId: sender.tabId, place: 'new-tab' });
    return { kind: 'opened' };
  },
};

function toTake(row: RoleRow, page: string | undefined, link: string): LinkOffer {
  // What takes more than one step, or is the way back, lands where it always does.
  const lands = row.state.kind === 'offered' || row.state.kind === 'portal';
  return { kind: 'take', row, page: lands ? page : undefined, link };
}
