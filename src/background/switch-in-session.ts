import { keepEndedSession } from '../browser/ended-sessions.ts';
import { askTab, MessageError } from '../browser/messaging.ts';
import { openTab, showTab } from '../browser/tabs.ts';
import type { Role } from '../core/config/config.ts';
import { type AskedLanding, planLanding } from '../core/console/landing.ts';
import { PARTITIONS } from '../core/console/partition.ts';
import type { Session } from '../core/console/session.ts';
import { parseTabAnswer, type SwitchAnswer } from '../core/console/switch-answer.ts';
import { type SessionRequest, switchRequest } from '../core/console/switch-request.ts';
import { resultOfAnswer } from '../core/history/switch-result.ts';
import { type OpenSession, sessionName } from '../core/sessions/open-session.ts';
import { pageInSession } from '../core/sessions/page-in-session.ts';
import type { ListedSessions } from '../core/sessions/role-marker.ts';
import { planSession } from '../core/sessions/session-plan.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { ConsoleTabApi, SwitchOutcome } from '../protocol.ts';
import { currentConfig } from './current-config.ts';
import { currentSettings } from './current-settings.ts';
import { recordSwitch } from './history.ts';
import { rememberRole } from './remember-role.ts';

interface InSession {
  readonly role: Role;
  readonly asked: AskedLanding;
  /** Undefined leaves it to the setting. */
  readonly place: Settings['openSessionIn'] | undefined;
  readonly despiteLimit: boolean;
  readonly around: ListedSessions;
  readonly askingTabId: number;
  /** The asking tab's own, and its page. */
  readonly session: Session;
  readonly pageUrl: string;
}

/** Who sends the request. */
interface Asker {
  readonly tabId: number;
  readonly session: Session;
  /** Undefined for the asking tab itself. */
  readonly name: string | undefined;
}

/** Takes a role in multi-session: by its open session, or by a new one that an open session asks for. */
export async function switchInSession(choice: InSession): Promise<SwitchOutcome> {
  const { role, despiteLimit, askingTabId, session, around } = choice;
  const { sessions, mine, isOffered } = around;
  const { bases } = (await currentConfig()).config;
  const isOfferedTo = (open: OpenSession) => isOffered(open, role.id);
  const plan = planSession({ role, bases, sessions, mine, isOffered: isOfferedTo, despiteLimit });
  switch (plan.kind) {
    case 'show':
      return showOpen(choice, plan.open);
    case 'ask':
      return ask(choice, { tabId: askingTabId, session, name: undefined });
    case 'ask-through':
      return ask(choice, {
        tabId: plan.open.tabs[0]?.tabId ?? askingTabId,
        session: plan.open.session,
        name: sessionName(plan.open.session),
      });
    case 'limit':
      return { kind: 'failed', reason: 'session-limit' };
    case 'withheld':
      return { kind: 'failed', reason: 'role-withheld' };
  }
}

/** Shows a tab of the role's session, or opens a page in it where the user has asked for one, or for a place. */
async function showOpen(choice: InSession, open: OpenSession): Promise<SwitchOutcome> {
  const { role, asked, place, askingTabId, session, pageUrl } = choice;
  const { landing, openSessionIn } = await currentSettings();
  const partition = PARTITIONS[session.partition];
  const page = planLanding(role, { landing, ...asked }, { pageUrl, partition, mayLeaveHost: true });
  const url = pageInSession(page.url, open.differentiator, partition);
  const isPageAsked = asked.service !== undefined || asked.page !== undefined || place !== undefined;
  if (isPageAsked && url !== undefined) {
    await openTab({ url, askingTabId, place: place ?? openSessionIn, role });
  } else if (!(await showSessionTab(open))) {
    return { kind: 'failed', reason: 'no-answer' };
  }
  void recordSwitch({ role, session, pageUrl, tabId: askingTabId }, 'opened');
  return { kind: 'opened-tab' };
}

/** Shows the tab of a session that was used last; false where all of them are closed meanwhile. */
export async function showSessionTab({ tabs }: OpenSession): Promise<boolean> {
  for (const { tabId } of tabs) {
    try {
      await showTab(tabId);
      return true;
    } catch {
      // Closed meanwhile: the next one.
    }
  }
  return false;
}

async function ask(choice: InSession, asker: Asker): Promise<SwitchOutcome> {
  const { role, asked, place, askingTabId, pageUrl } = choice;
  const { landing, openSessionIn } = await currentSettings();
  const request = switchRequest(role, asker.session, pageUrl, { landing, ...asked });
  if (request.kind === 'refused') return { kind: 'failed', reason: request.reason };
  // A page that has left multi-session meanwhile has no such request.
  if (request.kind !== 'session-request') return { kind: 'failed', reason: 'session-unknown' };
  const answer = await send(asker, request);
  void recordSwitch({ role, session: asker.session, pageUrl, tabId: askingTabId }, resultOfAnswer(answer));
  if (answer.kind === 'failed') {
    const ended = asker.session.multiSession?.differentiator;
    if (answer.reason === 'session-gone' && ended !== undefined) await keepEndedSession(ended);
    return { kind: 'failed', reason: answer.reason, by: asker.name };
  }
  rememberRole(role, asker.session);
  await openTab({ url: answer.url, askingTabId, place: place ?? openSessionIn, role });
  return { kind: 'opened-tab' };
}

/** Has the asker's page send the request: only from there it has the session's cookies (console-contract §5). */
async function send({ tabId, session }: Asker, request: SessionRequest): Promise<SwitchAnswer> {
  try {
    const told = await askTab<ConsoleTabApi>('console-tab', tabId)('sendRequest', request);
    return parseTabAnswer(told, PARTITIONS[session.partition]);
  } catch (error) {
    // The tab was closed, or has gone to another page.
    if (error instanceof MessageError) return { kind: 'failed', reason: 'network' };
    throw error;
  }
}
