import type { Role } from '../core/config/config.ts';
import { namedHue } from '../core/places/named-hue.ts';
import { browser } from './extension-api.ts';
import { hasPermission } from './permissions.ts';

/** What a group of tabs shows of its role. */
export type GroupedRole = Pick<Role, 'label' | 'color'>;

const LOCK = 'tab-groups';

/** Whether the browser has groups of tabs at all; how they look, the permission decides. */
export function hasTabGroups(): boolean {
  return 'group' in browser.tabs;
}

/**
 * Puts a tab into its role's group of its window, which is made where there is none, if the user allows groups. Never
 * rejects: without a group it is still the tab that was asked for.
 */
export async function groupTab(tabId: number, role: GroupedRole): Promise<void> {
  try {
    if (!hasTabGroups() || !(await hasPermission('tabGroups'))) return;
    // Two tabs of one role that open at once would make a group each.
    await navigator.locks.request(LOCK, () => joinGroup(tabId, role));
  } catch (error) {
    console.warn('Hatrack: a tab could not be put into its group.', error);
  }
}

async function joinGroup(tabId: number, { label, color }: GroupedRole): Promise<void> {
  const { windowId } = await browser.tabs.get(tabId);
  if (windowId === undefined) return;
  // In storage.session, because groups' ids are gone with the browser as well.
  const key = `tabGroup.${windowId}.${label}`;
  const found = (await groupBefore(key, windowId)) ?? (await groupNamed(label, windowId));
  const groupId = await browser.tabs.group({
    tabIds: tabId,
    ...(found === undefined ? { createProperties: { windowId } } : { groupId: found }),
  });
  if (found === undefined) {
    await browser.tabGroups.update(groupId, { title: label, color: color === undefined ? 'grey' : namedHue(color) });
  }
  await browser.storage.session.set({ [key]: groupId });
}

/** The group that was made for the role before, whatever the user calls it now, if it is still in this window. */
async function groupBefore(key: string, windowId: number): Promise<number | undefined> {
  const { [key]: id } = await browser.storage.session.get(key);
  const groups = await browser.tabGroups.query({ windowId });
  return groups.find((group) => group.id === id)?.id;
}

/** One with the role's name: after a restart of the browser, that is all that tells. A query would take it for a pattern. */
async function groupNamed(label: string, windowId: number): Promise<number | undefined> {
  const groups = await browser.tabGroups.query({ windowId });
  return groups.find(({ title }) => title === label)?.id;
}
