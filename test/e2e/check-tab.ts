// The tab that the self-check was opened in, as the extension itself sees it: puppeteer does not follow Firefox there.
import { expect } from 'vitest';
import type { World } from './harness.ts';

/** Waits until the self-check was opened, closes it again, and tells which console tab it was opened for. */
export async function takeCheckTab({ rig }: World): Promise<number | undefined> {
  const find = () =>
    rig.evaluateInExtension(async () => {
      const { tabs } = (globalThis as unknown as TabsPage).chrome;
      const tab = (await tabs.query({})).find(({ url }) => url?.includes('/src/check/index.html'));
      if (tab) await tabs.remove(tab.id);
      return tab?.url ?? '';
    });
  let url = '';
  await expect
    .poll(async () => {
      url = await find();
      return url;
    })
    .not.toBe('');
  const asked = new URL(url).searchParams.get('tab');
  return asked === null ? undefined : Number(asked);
}

/** What the extension calls the tab at this address. */
export function tabIdOf({ rig }: World, url: string): Promise<number | undefined> {
  return rig.evaluateInExtension(async (wanted) => {
    const { tabs } = (globalThis as unknown as TabsPage).chrome;
    return (await tabs.query({})).find((tab) => tab.url === wanted)?.id;
  }, url);
}

interface TabsPage {
  readonly chrome: {
    readonly tabs: {
      query(query: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
      remove(tabId: number): Promise<void>;
    };
  };
}
