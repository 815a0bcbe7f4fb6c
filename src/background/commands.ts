import { type CommandName, type CommandTab, onCommand } from '../browser/commands.ts';
import { personalItem } from '../browser/items.ts';
import { openPopup } from '../browser/show-popup.ts';
import { readItem } from '../browser/stored-item.ts';
import { partitionOfConsoleHost } from '../core/console/partition.ts';
import { parseSession } from '../core/console/session.ts';
import { previousRole } from '../core/doors/previous-role.ts';
import type { TabOrder } from '../protocol.ts';
import { factsOfTab, orderTab } from './console-tab.ts';
import { currentConfig } from './current-config.ts';
import { currentSettings } from './current-settings.ts';
import { standingsOf } from './standings.ts';

/** What a command asks of the console tab that it is given over; undefined where the tab's page does not answer. */
type Order = (tabId: number) => Promise<TabOrder | undefined>;

const ORDERS: ReadonlyMap<string, Order> = new Map<CommandName, Order>([
  ['open-palette', async () => ({ kind: 'open-palette' })],
  ['previous-role', previousOrder],
]);

/** Does what the keys of the extension's commands ask for. Call it synchronously at start-up. */
export function startCommands(): void {
  onCommand((name, tab) => void carryOut(name, tab));
}

/** Where the page in front can't take it, the popup is what is left: it lists the roles, and says why they can't be used. */
async function carryOut(name: string, { id, url }: CommandTab): Promise<void> {
  // Nothing is waited for before this, because a browser may open the popup within the user's gesture only.
  if (id === undefined || url === undefined || !isConsole(url)) return openPopup(id);
  const order = await ORDERS.get(name)?.(id);
  if (!order || !(await orderTab(id, order))) await openPopup(id);
}

function isConsole(url: string): boolean {
  return partitionOfConsoleHost(new URL(url).hostname) !== undefined;
}

async function previousOrder(tabId: number): Promise<TabOrder | undefined> {
  const [tab, { config }, settings, { uses }] = await Promise.all([
    factsOfTab(tabId),
    currentConfig(),
    currentSettings(),
    readItem(personalItem),
  ]);
  if (!tab) return undefined;
  const parsed = parseSession(tab.facts);
  // The palette then says why there is nothing to choose.
  if (!parsed.ok) return { kind: 'open-palette' };
  const previous = previousRole(parsed.session, standingsOf(config, parsed.session, settings), uses);
  switch (previous.kind) {
    case 'role':
      return { kind: 'take', roleId: previous.role.id };
    case 'base':
      return { kind: 'switch-back' };
    case 'none':
      return { kind: 'no-previous-role' };
  }
}
