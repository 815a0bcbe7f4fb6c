import { translate } from '../browser/i18n.ts';
import { answer, askBackground, MessageError } from '../browser/messaging.ts';
import type { BackgroundApi, ConsoleTabApi } from '../protocol.ts';
import { failureSentence } from '../ui/error-text.ts';
import type { PanelState } from '../ui/role-panel.tsx';
import type { RowActions } from '../ui/take-row.ts';
import { readRoleHistory } from './console-page.ts';
import { goOn } from './go-on.ts';
import { placeUnder } from './menu-place.ts';
import { navbarButton } from './navbar-button.tsx';
import { currentFacts, performPortal, performSwitch, performSwitchBack } from './perform.ts';
import { roleMenu } from './role-menu.tsx';
import { parseChoice, takeOrder } from './take-order.ts';

const ask = askBackground<BackgroundApi>('background');
const { signal } = new AbortController();

const rowActions: RowActions = {
  switchRole: (choice) => performSwitch(ask, choice),
  switchBack: () => performSwitchBack(ask),
  openPortal: (choice) => performPortal(ask, choice),
};
const menu = roleMenu(
  {
    ...rowActions,
    loadList,
    showWithheld: () => void ask('showWithheld', undefined),
    openOptions: () => void ask('openOptions', undefined),
  },
  () => button.setOpen(false),
  signal,
);
const button = navbarButton(toggle, signal);

answer<ConsoleTabApi>('console-tab', {
  facts: () => currentFacts(),
  async switchRole(input) {
    const choice = parseChoice(input);
    return choice ? performSwitch(ask, choice) : { kind: 'failed', reason: 'role-gone' };
  },
  switchBack: () => performSwitchBack(ask),
  takeOrder: async (input) =>
    takeOrder(input, {
      ...rowActions,
      loadList,
      togglePalette: () => (menu.isOpen ? menu.close() : openPalette()),
      openPalette,
    }),
  roleHistory: async () => readRoleHistory(),
});

void goOn(ask);

function toggle(): void {
  if (menu.isOpen) {
    menu.close();
    return;
  }
  menu.open({ place: placeUnder(button.bounds()), returnFocus: () => button.focus() });
  button.setOpen(true);
}

/** The list over the page, wherever the focus is; it goes back there. */
function openPalette(message?: string): void {
  const before = document.activeElement;
  const returnFocus = () => {
    if (button.isIn(before)) button.focus();
    else if (before instanceof HTMLElement) before.focus();
  };
  menu.open({ place: 'middle', message, returnFocus });
}

async function loadList(): Promise<PanelState> {
  try {
    return { kind: 'list', list: await ask('listRoles', await currentFacts()) };
  } catch (error) {
    if (error instanceof MessageError) return { kind: 'failed', sentence: failureSentence(error.code, translate) };
    throw error;
  }
}
