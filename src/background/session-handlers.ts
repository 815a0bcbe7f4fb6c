import { keepEndedSession } from '../browser/ended-sessions.ts';
import type { Handlers, Sender } from '../browser/messaging.ts';
import { readAttempt } from '../browser/switch-attempts.ts';
import { openerOf } from '../browser/tabs.ts';
import { visit } from '../browser/visit.ts';
import { parseDifferentiator } from '../core/console/differentiator.ts';
import { recordOf } from '../core/record.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import { failedSwitch, isOver } from '../core/sessions/failed-switch.ts';
import type { OpenSession } from '../core/sessions/open-session.ts';
import { signInOf } from '../core/sessions/session-plan.ts';
import { signOutUrl } from '../core/sessions/sign-out-url.ts';
import { parseSetting } from '../core/settings/settings.ts';
import type { BackgroundApi } from '../protocol.ts';
import { currentConfig } from './current-config.ts';
import { askedLanding, parseFacts, sessionOf } from './message-input.ts';
import { sessionsAround } from './sessions-around.ts';
import { showSessionTab, switchInSession } from './switch-in-session.ts';

type SessionApi = Pick<BackgroundApi, 'switchInSession' | 'showSignIn' | 'showSession' | 'signOut' | 'failedSwitch'>;

/** What the background answers about multi-session, and about what became of a switch. */
export const sessionHandlers: Handlers<SessionApi> = {
  async switchInSession(input, sender) {
    const { facts: told, roleId, place, despiteLimit } = recordOf(input);
    const facts = parseFacts(told, sender);
    const session = sessionOf(told, sender);
    if (!facts || !session || sender.kind !== 'content-script') return { kind: 'failed', reason: 'session-unknown' };
    const id = parseRoleId(roleId);
    const [{ config }, around] = await Promise.all([currentConfig(), sessionsAround(session, sender.tabId)]);
    const role = config.roles.find((one) => one.id === id);
    if (!role) return { kind: 'failed', reason: 'role-gone' };
    if (!around) return { kind: 'failed', reason: 'session-unknown' };
    return switchInSession({
      role,
      asked: askedLanding(input, session.partition),
      place: parseSetting('openSessionIn', place),
      despiteLimit: despiteLimit === true,
      around,
      askingTabId: sender.tabId,
      session,
      pageUrl: facts.pageUrl,
    });
  },

  async showSignIn(input, sender) {
    const session = sessionOf(input, sender);
    if (!session || sender.kind !== 'content-script') return { kind: 'gone' };
    const [around, opener] = await Promise.all([sessionsAround(session, sender.tabId), openerOf(sender.tabId)]);
    const signIn = around && signInOf(around.sessions, around.mine, opener);
    return { kind: signIn && (await showSessionTab(signIn)) ? 'shown' : 'gone' };
  },

  async showSession(input, sender) {
    const open = await sessionAsked(input, sender);
    return { kind: open && (await showSessionTab(open)) ? 'shown' : 'gone' };
  },

  async signOut(input, sender) {
    const open = await sessionAsked(input, sender);
    const url = open && signOutUrl(open);
    if (!open || url === undefined || sender.kind !== 'content-script') return { kind: 'failed' };
    if ((await visit(sender.tabId, url)) === 'no-answer') return { kind: 'failed' };
    await keepEndedSession(open.differentiator);
    return { kind: 'signed-out' };
  },

  async failedSwitch(input, sender) {
    if (sender.kind !== 'extension-page' || typeof input !== 'number') return undefined;
    const attempt = await readAttempt(input);
    return attempt && !isOver(attempt.at, Date.now()) ? failedSwitch(attempt) : undefined;
  },
};

/** The session that a message names, if it is open beside that of the tab that sent it. */
async function sessionAsked(input: unknown, sender: Sender): Promise<OpenSession | undefined> {
  const { facts, differentiator } = recordOf(input);
  const session = sessionOf(facts, sender);
  const wanted = parseDifferentiator(differentiator);
  if (!session || wanted === undefined || sender.kind !== 'content-script') return undefined;
  const around = await sessionsAround(session, sender.tabId);
  return around?.sessions.find((open) => open.differentiator === wanted);
}
