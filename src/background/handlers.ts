import { injectMenu } from '../browser/inject-menu.ts';
import type { Handlers, Sender } from '../browser/messaging.ts';
import { keepLanding, readLanding } from '../browser/pending-landings.ts';
import { keepAttempt } from '../browser/switch-attempts.ts';
import { openOptions, openSelfCheck, openTab } from '../browser/tabs.ts';
import type { Role } from '../core/config/config.ts';
import { goOnUrl, pendingLanding } from '../core/console/pending-landing.ts';
import {
  type FormPost,
  type Refusal,
  switchBackRequest,
  switchRequest,
  switchRoleLink,
} from '../core/console/switch-request.ts';
import { recordOf } from '../core/record.ts';
import { switchAttempt } from '../core/sessions/failed-switch.ts';
import { parseSetting } from '../core/settings/settings.ts';
import type { BackgroundApi } from '../protocol.ts';
import { chosenRole, refused } from './chosen-role.ts';
import { confirmationOf } from './confirmation.ts';
import { containerHandlers, placeOf } from './container-handlers.ts';
import { currentSettings } from './current-settings.ts';
import { recordOpenedPage, recordPost } from './history.ts';
import { linkHandlers } from './link-handlers.ts';
import { listHandlers } from './list-handlers.ts';
import { forgetSeen, markHandlers } from './mark-handlers.ts';
import { askedLanding, parseFacts, sessionOf } from './message-input.ts';
import { portalHandlers } from './portal.ts';
import { rememberRole } from './remember-role.ts';
import { sessionHandlers } from './session-handlers.ts';
import { settleAttempt } from './settle-attempt.ts';
import { showWithheld } from './show-withheld.ts';
import { openSwitchEvents } from './switch-events.ts';

/** What the background answers. The input may come from a compromised page process: each handler parses its own. */
export const handlers: Handlers<BackgroundApi> = {
  ...containerHandlers,
  ...linkHandlers,
  ...listHandlers,
  ...markHandlers,
  ...portalHandlers,
  ...sessionHandlers,
  openSwitchEvents,
  showWithheld,

  async planSwitch(input, sender) {
    const { facts, roleId, place, isConfirmed, isAgain } = recordOf(input);
    const session = sessionOf(facts, sender);
    const [choice, question] = await Promise.all([
      chosenRole(facts, roleId, sender, isAgain === true),
      confirmationOf(roleId, isConfirmed),
    ]);
    // Only what can be taken is asked about.
    if (question && (choice.kind === 'chosen' || session?.multiSession)) return question;
    if (choice.kind === 'refused') {
      // Another session may take it, or is in it.
      return session?.multiSession && choice.reason === 'role-withheld' ? { kind: 'multi-session' } : choice;
    }
    const { role, ground, pageUrl } = choice;
    const [where, { landing }] = await Promise.all([placeOf(role, sender), currentSettings()]);
    if (where.kind === 'elsewhere') return { kind: 'other-container' };
    if (choice.session.multiSession) return { kind: 'multi-session' };
    const wanted = parseSetting('openSessionIn', place);
    if (wanted !== undefined && wanted !== 'this-tab') return refused('one-session');
    const asked = askedLanding(input, choice.session.partition);
    const request = switchRequest(role, choice.session, pageUrl, { landing, ...asked });
    if (request.kind === 'session-request') return { kind: 'multi-session' };
    const kept = [keepNextPage(request, role, sender)];
    if (request.kind === 'form-post' && sender.kind === 'content-script') {
      const isBaseKnown = ground?.kind === 'base';
      kept.push(keepAttempt(sender.tabId, switchAttempt(role, choice.session, isBaseKnown, Date.now())));
    }
    await Promise.all(kept);
    afterAnswer(() => {
      rememberRole(role, choice.session);
      if (request.kind !== 'form-post' || sender.kind !== 'content-script') return;
      void forgetSeen(choice.session, sender);
      void recordPost({ role, session: choice.session, pageUrl, tabId: sender.tabId });
    });
    return request;
  },

  async planSwitchBack(input, sender) {
    const facts = parseFacts(input, sender);
    const session = sessionOf(input, sender);
    if (!facts || !session) return refused('session-unknown');
    const { landing } = await currentSettings();
    const request = switchBackRequest(session, facts.pageUrl, { landing });
    await keepNextPage(request, undefined, sender);
    if (sender.kind === 'content-script') {
      if (request.kind === 'form-post') {
        void recordPost({ role: undefined, session, pageUrl: facts.pageUrl, tabId: sender.tabId });
      }
      await keepAttempt(sender.tabId, undefined);
    }
    return request;
  },

  async goOn(input, sender) {
    if (sender.kind !== 'content-script') return { kind: 'stay' };
    const pending = await readLanding(sender.tabId);
    const session = sessionOf(input, sender);
    if (session) await settleAttempt(sender.tabId, session);
    const url = pending && session && goOnUrl(pending, session, Date.now());
    if (url === undefined) return { kind: 'stay' };
    await keepLanding(sender.tabId, undefined);
    return { kind: 'go-on', url };
  },

  async openSwitchRolePage(input, sender) {
    const { facts, roleId } = recordOf(input);
    const choice = await chosenRole(facts, roleId, sender);
    if (choice.kind === 'refused') return choice;
    const link = switchRoleLink(choice.role, choice.session);
    if (typeof link !== 'string') return link;
    if (sender.kind !== 'content-script') return refused('session-unknown');
    await keepAttempt(sender.tabId, undefined);
    await openTab({ url: link, askingTabId: sender.tabId, place: 'new-tab' });
    void recordOpenedPage({ ...choice, tabId: sender.tabId });
    return { kind: 'opened' };
  },

  async loadMenu(_input, sender) {
    if (sender.kind === 'content-script') await injectMenu(sender.tabId);
    return undefined;
  },

  async openOptions() {
    await openOptions();
    return undefined;
  },

  async openSelfCheck(_input, sender) {
    await openSelfCheck(sender.kind === 'content-script' ? sender.tabId : undefined);
    return undefined;
  },
};

/**
 * Has work done that a switch need not wait for: the browser has one process for storage and for leaving a page, and
 * what comes later must not be in the way. It begins before the next page can have come.
 */
function afterAnswer(work: () => void): void {
  setTimeout(work);
}

/** Keeps what the request can't lead to by itself, or forgets what an earlier one could not. */
async function keepNextPage(request: FormPost | Refusal, role: Role | undefined, sender: Sender): Promise<void> {
  if (sender.kind !== 'content-script' || request.kind !== 'form-post') return;
  const { goOnTo } = request;
  await keepLanding(sender.tabId, goOnTo === undefined ? undefined : pendingLanding(goOnTo, role, Date.now()));
}
