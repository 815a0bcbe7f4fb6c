import { type ContainerId, type KnownContainer, parseContainerId } from '../core/places/known-containers.ts';
import { browser } from './extension-api.ts';
import { containersItem } from './items.ts';
import { hasPermission } from './permissions.ts';
import { withStorageLock } from './storage-lock.ts';
import { readItem, writeItem } from './stored-item.ts';
import { openBeside, showTab } from './tabs.ts';

/*
 * What Firefox 153 lets an extension do with containers:
 *
 * | what | permission |
 * | --- | --- |
 * | read a tab's `cookieStoreId`, ask for the tabs of a container | none |
 * | open a tab in its opener's container | none |
 * | open a tab in a container of which none is open | `cookies`, which may be optional; Firefox does not ask the user |
 * | read a container's name, or make one | `contextualIdentities`, which may not be optional |
 *
 * An extension that requires the last one also switches containers on for everybody who installs it, for as long as it
 * is there. So Hatrack makes no containers, and the user says once which of them a name in the text stands for.
 */

/** The container that a tab is in, as the browser calls it; undefined in browsers without containers. */
export async function cookieStoreOf(tabId: number): Promise<string | undefined> {
  return (await browser.tabs.get(tabId)).cookieStoreId;
}

/** The container of the tab in front; undefined where it is in none. */
export async function containerInFront(): Promise<ContainerId | undefined> {
  return parseContainerId(await storeInFront());
}

/** Whether the browser has containers: then every tab says which it is in. */
export async function hasContainers(): Promise<boolean> {
  return (await storeInFront()) !== undefined;
}

async function storeInFront(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.cookieStoreId;
}

export type OpenedInContainer =
  | { readonly kind: 'opened'; readonly tabId: number }
  /** No tab of it is open, and the user has not allowed Hatrack to open one. */
  | { readonly kind: 'not-open' }
  /** Firefox does not open it: as a rule the user has removed it. */
  | { readonly kind: 'gone' };

/** Opens a page in a container and shows it: right of the asking tab or, where that is not allowed, of one that is in it. */
export async function openInContainer(id: ContainerId, url: string, askingTabId: number): Promise<OpenedInContainer> {
  if (await hasPermission('cookies')) {
    try {
      return { kind: 'opened', tabId: await openBeside(askingTabId, { url, active: true, cookieStoreId: id }) };
    } catch (error) {
      console.warn('Hatrack: Firefox does not open the container.', error);
      return { kind: 'gone' };
    }
  }
  const [opener] = await browser.tabs.query({ cookieStoreId: id });
  if (opener?.id === undefined) return { kind: 'not-open' };
  const tabId = await openBeside(opener.id, { url, active: true });
  await showTab(tabId);
  return { kind: 'opened', tabId };
}

/** Changes what the user has said about containers, beside what another page changes at the same time. */
export function changeContainers(
  change: (known: readonly KnownContainer[]) => readonly KnownContainer[],
): Promise<void> {
  return withStorageLock(async () => writeItem(containersItem, change(await readItem(containersItem))));
}
