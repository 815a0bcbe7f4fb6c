import { translate } from '../browser/i18n.ts';
import { type Disposition, descriptionStyle, onOmnibox, setDefaultSuggestion } from '../browser/omnibox.ts';
import { openPopup } from '../browser/show-popup.ts';
import { activeTab, consoleTabs, openBeside, openTab, showTab } from '../browser/tabs.ts';
import type { Role } from '../core/config/config.ts';
import { describeText } from '../core/doors/describe-hit.ts';
import { enteredHit, suggestRoles } from '../core/doors/suggest-roles.ts';
import { toSwitchRoleLink } from '../core/export/switch-role-link.ts';
import type { RoleRow } from '../core/roles/role-list.ts';
import { type RoleHit, RoleSearch } from '../core/roles/search-roles.ts';
import { factsOfTab, orderTab } from './console-tab.ts';
import { currentConfig } from './current-config.ts';
import { handlers } from './handlers.ts';
import { openList } from './lists.ts';

/** Switches to roles from the address bar. Call it synchronously at start-up. */
export function startOmnibox(): void {
  const style = descriptionStyle();
  /** What is suggested while one types. A worker that has ended meanwhile asks anew. */
  let roles: Promise<RoleSearch> | undefined;
  const forget = () => {
    roles = undefined;
  };
  onOmnibox({
    started() {
      setDefaultSuggestion(describeText(translate('omniboxHelp'), style));
      roles = searchInFront();
    },
    async changed(text) {
      roles ??= searchInFront();
      return suggestRoles(await roles, text, style);
    },
    entered(text, disposition) {
      forget();
      void enter(text, disposition);
    },
    cancelled: forget,
  });
}

async function searchInFront(): Promise<RoleSearch> {
  return new RoleSearch(await rowsInFront());
}

/** The roles of the console tab in front; all of them over any other page. */
async function rowsInFront(): Promise<readonly RoleRow[]> {
  const tab = await activeTab();
  const ofTab = tab && (await rowsOfTab(tab.id));
  return ofTab ?? (await openList(undefined, { kind: 'extension-page' })).list.rows;
}

/** The roles that the tab's session may use; undefined where no session is known. */
async function rowsOfTab(tabId: number): Promise<readonly RoleRow[] | undefined> {
  const tab = await factsOfTab(tabId);
  const open = tab && (await openList(tab.facts, tab.sender));
  return open?.session && open.list.rows;
}

/** The text is looked up in roles that are read anew: whatever was suggested, only what is offered now is taken. */
async function enter(text: string, disposition: Disposition): Promise<void> {
  const front = await activeTab();
  const hit = enteredHit(await rowsInFront(), text);
  if (!front) return;
  if (!hit) return showList(front.id);
  const others = (await consoleTabs()).filter((id) => id !== front.id);
  if (await takeIn(front.id, hit)) return;
  if (hit.row.state.kind === 'portal') return openPortal(hit, front.id);
  for (const tabId of others) if (await takeIn(tabId, hit, showTab)) return;
  await openSwitchRolePage(hit, front.id, disposition);
}

/** Whether the tab's session may use the role, and so is asked to take it, or is in it already. */
async function takeIn(tabId: number, { row, service }: RoleHit, show?: (tabId: number) => Promise<void>) {
  const listed = (await rowsOfTab(tabId))?.find(({ id }) => id === row.id);
  if (!listed) return false;
  await show?.(tabId);
  return listed.state.kind === 'current' || orderTab(tabId, { kind: 'take', roleId: row.id, service: service?.id });
}

async function openPortal({ row, service }: RoleHit, tabId: number): Promise<void> {
  const choice = { facts: undefined, roleId: row.id, service: service?.id, tabId };
  const outcome = await handlers.openPortal(choice, { kind: 'extension-page' });
  // The list asks what has to be asked before, and says why there is nothing to take.
  if (outcome.kind !== 'opened-tab') await showList(tabId);
}

/** No session in sight may switch to the role: AWS's own page asks for a sign-in first, and for a press of its button. */
async function openSwitchRolePage({ row }: RoleHit, askingTabId: number, disposition: Disposition): Promise<void> {
  const { config } = await currentConfig();
  const role = config.roles.find(({ id }) => id === row.id);
  if (!role || !canBeLinked(role)) return showList(askingTabId);
  const url = toSwitchRoleLink(role, 'aws');
  if (disposition === 'currentTab') await openTab({ url, askingTabId, place: 'this-tab' });
  else await openBeside(askingTabId, { url, active: disposition === 'newForegroundTab' });
}

/** Whether AWS's page takes it: what keeps every console from switching to it keeps that page as well. */
function canBeLinked({ obstacle, needsExternalId }: Role): boolean {
  return obstacle === undefined && !needsExternalId;
}

/** The list itself says why there is nothing to take. */
async function showList(tabId: number): Promise<void> {
  if (!(await orderTab(tabId, { kind: 'open-palette' }))) await openPopup(tabId);
}
