import type { Handlers, Sender } from '../browser/messaging.ts';
import { rememberUse } from '../browser/personal-store.ts';
import { openTab } from '../browser/tabs.ts';
import { portalLink } from '../core/console/portal-link.ts';
import type { Session } from '../core/console/session.ts';
import { recordOf } from '../core/record.ts';
import { needsConfirmation, toNamedRole } from '../core/roles/confirmation.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import type { Standing } from '../core/roles/standing.ts';
import { baseNames } from '../core/saved/base-names.ts';
import { toPortalRoleKey } from '../core/saved/personal.ts';
import { parseSetting } from '../core/settings/settings.ts';
import type { BackgroundApi, FailureReason, SwitchOutcome } from '../protocol.ts';
import { currentConfig } from './current-config.ts';
import { currentSettings } from './current-settings.ts';
import { recordSwitch } from './history.ts';
import { askedLanding, parseFacts, sessionOf } from './message-input.ts';
import { standingsOf } from './standings.ts';

type PortalStanding = Extract<Standing, { kind: 'portal' }>;

/** Opens roles by Identity Center's portal: from the console as well as from anywhere else. */
export const portalHandlers: Pick<Handlers<BackgroundApi>, 'openPortal'> = {
  async openPortal(input, sender) {
    const { facts, roleId, place, tabId, isConfirmed } = recordOf(input);
    const session = sessionOf(facts, sender);
    if (sender.kind === 'content-script' && !session) return failed('session-unknown');
    const askingTabId = askingTab(sender, tabId);
    if (askingTabId === undefined) return failed('no-answer');
    const [{ config }, settings] = await Promise.all([currentConfig(), currentSettings()]);
    const id = parseRoleId(roleId);
    const standings = standingsOf(config, session, settings);
    const found = standings.find(({ role }) => role.id === id);
    if (!found) return failed('role-gone');
    const { role, standing } = found;
    if (standing.kind !== 'portal') return failed('role-withheld');
    if (isConfirmed !== true && needsConfirmation(role, settings)) {
      return { kind: 'needs-confirmation', role: toNamedRole(role) };
    }
    const asked = askedLanding(input, standing.target.partition ?? session?.partition ?? 'aws');
    const url = portalLink(standing.target, role, asked, session?.partition);
    await openTab({ url, askingTabId, place: parseSetting('openSessionIn', place) ?? settings.openSessionIn, role });
    await remember(standing, session);
    const pageUrl = parseFacts(facts, sender)?.pageUrl ?? '';
    void recordSwitch({ role, session, pageUrl, tabId: askingTabId }, 'opened');
    return { kind: 'opened-tab' };
  },
};

/** A content script speaks for its own tab alone. */
function askingTab(sender: Sender, tabId: unknown): number | undefined {
  if (sender.kind === 'content-script') return sender.tabId;
  return typeof tabId === 'number' && Number.isInteger(tabId) ? tabId : undefined;
}

async function remember({ target }: PortalStanding, session: Session | undefined): Promise<void> {
  const [base] = session ? baseNames(session.identity) : [];
  await rememberUse(base ?? target.account, toPortalRoleKey(target), Date.now());
}

function failed(reason: FailureReason): SwitchOutcome {
  return { kind: 'failed', reason };
}
