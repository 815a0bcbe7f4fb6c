import { translate } from '../browser/i18n.ts';
import { answer, askBackground, MessageError } from '../browser/messaging.ts';
import { parseService } from '../core/console/console-services.ts';
import { deviations } from '../core/console/deviations.ts';
import { recordOf } from '../core/record.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import { parseSetting } from '../core/settings/settings.ts';
import type { BackgroundApi, ConsoleTabApi } from '../protocol.ts';
import { failureSentence } from '../ui/error-text.ts';
import type { PanelState } from '../ui/role-panel.tsx';
import { readRoleHistory, readSessionMarkers } from './console-page.ts';
import { diagnosePage } from './diagnose-page.ts';
import { goOn } from './go-on.ts';
import { navbarButton } from './navbar-button.tsx';
import { currentFacts, performPortal, performSwitch, performSwitchBack } from './perform.ts';
import { roleMenu } from './role-menu.tsx';
import { sendRequest } from './send-request.ts';
import { showSession, signOut } from './session-actions.ts';

const ask = askBackground<BackgroundApi>('background');
const { signal } = new AbortController();

const menu = roleMenu(
  {
    loadList,
    switchRole: (choice) => performSwitch(ask, choice),
    showSession: (differentiator) => showSession(ask, differentiator),
    signOut: (differentiator) => signOut(ask, differentiator),
    switchBack: () => performSwitchBack(ask),
    openPortal: (choice) => performPortal(ask, choice),
    showWithheld: () => void ask('showWithheld', undefined),
    openOptions: () => void ask('openOptions', undefined),
    findDeviations: async () => deviations(await diagnosePage(button)),
    openSelfCheck: () => void ask('openSelfCheck', undefined),
  },
  (mayFocus) => {
    button.setOpen(false);
    if (mayFocus) button.focus();
  },
  signal,
);
const button = navbarButton(toggle, signal);

answer<ConsoleTabApi>('console-tab', {
  facts: () => currentFacts(),
  async switchRole(input) {
    const choice = recordOf(input);
    const roleId = parseRoleId(choice.roleId);
    if (roleId === undefined) return { kind: 'failed', reason: 'role-gone' };
    return performSwitch(ask, {
      roleId,
      service: parseService(choice.service)?.id,
      place: parseSetting('openSessionIn', choice.place),
      despiteLimit: choice.despiteLimit === true,
    });
  },
  sessionMarkers: async () => readSessionMarkers(),
  sendRequest: (input) => sendRequest(input),
  showSession: (input) => showSession(ask, input),
  signOut: (input) => signOut(ask, input),
  switchBack: () => performSwitchBack(ask),
  roleHistory: async () => readRoleHistory(),
  diagnosis: () => diagnosePage(button),
});

void goOn(ask);

function toggle(): void {
  if (menu.isOpen) {
    menu.close();
    return;
  }
  button.setOpen(true);
  menu.open(button.bounds());
}

async function loadList(): Promise<PanelState> {
  try {
    return { kind: 'list', list: await ask('listRoles', await currentFacts()) };
  } catch (error) {
    if (error instanceof MessageError) return { kind: 'failed', sentence: failureSentence(error.code, translate) };
    throw error;
  }
}
