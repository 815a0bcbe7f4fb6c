import { translate } from '../browser/i18n.ts';
import { listServices } from '../browser/list-services.ts';
import { answer, askBackground, MessageError } from '../browser/messaging.ts';
import type { RoleId } from '../core/config/config.ts';
import { deviations } from '../core/console/deviations.ts';
import type { PageFacts } from '../core/console/session.ts';
import type { BackgroundApi, ConsoleTabApi } from '../protocol.ts';
import type { TabActions } from '../ui/attempts.ts';
import { failureSentence, outcomeSentence } from '../ui/error-text.ts';
import type { PanelState } from '../ui/role-panel.tsx';
import { readRoleHistory, readSessionMarkers } from './console-page.ts';
import { diagnosePage } from './diagnose-page.ts';
import { goOn } from './go-on.ts';
import { lateMenu } from './late-menu.ts';
import { placeUnder } from './menu-place.ts';
import { navbarButton } from './navbar-button.ts';
import { forgetLink, pageLinks } from './page-links.ts';
import { currentFacts, performLinkedRolePage, performPortal, performSwitch, performSwitchBack } from './perform.ts';
import type { MenuOpening } from './role-menu.tsx';
import { safetyMarks } from './safety-marks.ts';
import { sendRequest } from './send-request.ts';
import { showSession, signOut } from './session-actions.ts';
import { type OrderActions, parseChoice, takeOrder } from './take-order.ts';

const ask = askBackground<BackgroundApi>('background');
const { signal } = new AbortController();
/** What the list that is shown was asked for with. */
let listedPage: PageFacts | undefined;

const tabActions: TabActions = {
  switchRole: (choice) => performSwitch(ask, choice),
  switchBack: () => performSwitchBack(ask),
  openPortal: (choice) => performPortal(ask, choice),
  showSession: (differentiator) => showSession(ask, differentiator),
  signOut: (differentiator) => signOut(ask, differentiator),
};
const menu = lateMenu(
  ask,
  {
    ...tabActions,
    loadList,
    listServices: listServices({
      ask,
      page: () => listedPage,
      canLand: () => true,
      onFailed: () => void menu.reload(),
    }),
    showWithheld: () => void ask('showWithheld', undefined),
    openOptions: () => void ask('openOptions', undefined),
    findDeviations: async () => deviations(await diagnosePage(button)),
    openSelfCheck: () => void ask('openSelfCheck', undefined),
    openPage: (url) => location.assign(url),
    openLinkedRolePage: (link) => performLinkedRolePage(ask, link),
    forgetLink,
  },
  () => button.setOpen(false),
  signal,
);
const button = navbarButton(toggle, () => menu.prepare(), signal);

answer<ConsoleTabApi>('console-tab', {
  facts: () => currentFacts(),
  async switchRole(input) {
    const choice = parseChoice(input);
    return choice ? performSwitch(ask, choice) : { kind: 'failed', reason: 'role-gone' };
  },
  sessionMarkers: async () => readSessionMarkers(),
  sendRequest: (input) => sendRequest(input),
  showSession: (input) => showSession(ask, input),
  signOut: (input) => signOut(ask, input),
  switchBack: () => performSwitchBack(ask),
  takeOrder: async (input) =>
    takeOrder(input, {
      ...tabActions,
      loadRow,
      togglePalette: () => (menu.isOpen ? menu.close() : openPalette()),
      openPalette,
    }),
  roleHistory: async () => readRoleHistory(),
  diagnosis: () => diagnosePage(button),
});

void goOn(ask);
pageLinks(ask, (offer) => openPalette({ offer }), signal);
safetyMarks(ask, (roleId) => void takeAgain(roleId), signal);

/** By a click on what names the role: there is nothing more to ask. What goes wrong the palette says. */
async function takeAgain(roleId: RoleId): Promise<void> {
  const outcome = await performSwitch(ask, { roleId, isAgain: true, isConfirmed: true });
  const message = outcomeSentence(outcome, { row: undefined, session: undefined }, translate);
  if (message !== undefined) openPalette({ message });
}

function toggle(): void {
  if (menu.isOpen) {
    menu.close();
    return;
  }
  menu.open({ place: placeUnder(button.bounds()), returnFocus: () => button.focus() });
  button.setOpen(true);
}

/** The list over the page, wherever the focus is; it goes back there. */
function openPalette(opening: Pick<MenuOpening, 'message' | 'taken' | 'offer'> = {}): void {
  const before = document.activeElement;
  const returnFocus = () => {
    if (button.isIn(before)) button.focus();
    else if (before instanceof HTMLElement) before.focus();
  };
  menu.open({ ...opening, place: 'middle', returnFocus });
}

async function loadList(): Promise<PanelState> {
  try {
    listedPage = await currentFacts();
    return { kind: 'list', ...(await ask('listRoles', listedPage)) };
  } catch (error) {
    if (error instanceof MessageError) return { kind: 'failed', sentence: failureSentence(error.code, translate) };
    throw error;
  }
}

async function loadRow(roleId: RoleId): ReturnType<OrderActions['loadRow']> {
  try {
    return await ask('listedRole', { page: await currentFacts(), roleId });
  } catch (error) {
    if (error instanceof MessageError) return { row: undefined, session: undefined };
    throw error;
  }
}
