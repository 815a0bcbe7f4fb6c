import { foldedItem, personalItem, picturesItem } from '../browser/items.ts';
import type { Sender } from '../browser/messaging.ts';
import { readItem } from '../browser/stored-item.ts';
import type { Session } from '../core/console/session.ts';
import { RoleFinder } from '../core/finding/role-finder.ts';
import { recordOf } from '../core/record.ts';
import { type RoleList, toRoleList } from '../core/roles/role-list.ts';
import { baseNames } from '../core/saved/base-names.ts';
import { toSessionList } from '../core/sessions/session-list.ts';
import { currentConfig } from './current-config.ts';
import { currentSettings } from './current-settings.ts';
import { parseFacts, sessionOf } from './message-input.ts';
import { sessionsAround } from './sessions-around.ts';
import { standingsOf } from './standings.ts';

/** A list that a door shows, as it was when it was read. */
export interface OpenList {
  readonly session: Session | undefined;
  readonly tabId: number | undefined;
  readonly list: RoleList;
  readonly finder: RoleFinder;
}

/** More doors than anybody has open at once. */
const MOST = 8;

/** Kept only as long as the worker lives, so that not every key reads the texts; what a door shows is never older. */
const open = new Map<string, Promise<OpenList>>();

/** Lists are made anew: what they were made of has changed. */
export function forgetLists(): void {
  open.clear();
}

/** The list for a console page, or, for a page of the extension that has no facts, that of all roles; read anew. */
export function openList(page: unknown, sender: Sender): Promise<OpenList> {
  const key = keyOf(page, sender);
  const list = makeList(page, sender);
  open.delete(key);
  open.set(key, list);
  const [oldest] = open.keys();
  if (oldest !== undefined && open.size > MOST) open.delete(oldest);
  // What could not be read now may be read the next time.
  list.catch(() => open.get(key) === list && open.delete(key));
  return list;
}

/** The same, as it was when it was opened. */
export function listInUse(page: unknown, sender: Sender): Promise<OpenList> {
  return open.get(keyOf(page, sender)) ?? openList(page, sender);
}

/** All that a list depends on beside what is stored: nobody is answered from what somebody else's facts have made. */
function keyOf(page: unknown, sender: Sender): string {
  const facts = page === undefined ? undefined : parseFacts(page, sender);
  return JSON.stringify([sender.kind, listedTab(page, sender), page === undefined, facts]);
}

/** @param knowsOthers whether the list tells of the other open sessions, which their tabs have to be asked for */
export async function makeList(page: unknown, sender: Sender, knowsOthers = true): Promise<OpenList> {
  const isForPage = sender.kind === 'content-script';
  const session = page === undefined ? undefined : sessionOf(page, sender);
  const tabId = listedTab(page, sender);
  const [{ config, isEmpty }, settings, pictures, around, personal, folded] = await Promise.all([
    currentConfig(),
    currentSettings(),
    readItem(picturesItem),
    knowsOthers && session && tabId !== undefined ? sessionsAround(session, tabId) : undefined,
    readItem(personalItem),
    readItem(foldedItem),
  ]);
  // Without a session the popup may see every role; a web page's tab gets none.
  const listed = isForPage && !session ? { ...config, roles: [], portalRoles: [], problems: [] } : config;
  const standings = standingsOf(listed, session, settings);
  const roles = toRoleList({ config: listed, session, standings, isConfigEmpty: isEmpty, pictures, isForPage, around });
  const sessions = around && toSessionList(around.sessions, around.mine, config.roles, config.bases);
  const list = { ...roles, sessions };
  const bases = session && baseNames(session.identity);
  const finder = new RoleFinder(list, { personal, bases, folded: new Set(folded), now: Date.now() });
  return { session, tabId, list, finder };
}

/** The tab that a list is for: a content script's own, or the one that the popup stands over. */
function listedTab(page: unknown, sender: Sender): number | undefined {
  if (sender.kind === 'content-script') return sender.tabId;
  const { tabId } = recordOf(page);
  return typeof tabId === 'number' ? tabId : undefined;
}
