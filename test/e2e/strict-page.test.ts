import { expect, it } from 'vitest';
import type { HistoryEntry } from '../../src/core/history/history-entry.ts';
import { waitForShadow } from '../browsers/closed-shadow.ts';
import { type ExtensionGlobals, labels, MENU, narrowTo, openMenu, pressEnter } from '../browsers/hatrack.ts';
import { inBothBrowsers, openConsole, saveConfig, type World, waitForTab, waitForUrl } from './harness.ts';
import { SAMPLE_CONFIG } from './sample-config.ts';

/** Firefox tells its console, beside throwing in the script that submits. */
const FORM_ACTION_BLOCKED = /form-action/;

/** The switches that are kept, and what became of them. */
function history({ rig }: World): Promise<string[]> {
  return rig.evaluateInExtension(async () => {
    const { local } = (globalThis as unknown as ExtensionGlobals).chrome.storage;
    const pages = Object.entries(await local.get(null)).filter(([key]) => key.startsWith('history.'));
    const entries = pages.flatMap(([, page]) => (page as { data: HistoryEntry[] }).data);
    return entries.map(({ to, result }) => `${to.label}: ${result}`);
  });
}

inBothBrowsers(
  'a page whose policy forbids the form',
  (world) => {
    it('draws the menu, and opens AWS’s own page instead of staying silent', async () => {
      await saveConfig(world(), SAMPLE_CONFIG);
      const page = await openConsole(world(), { csp: 'strict' });
      const before = page.url();
      expect(labels(await openMenu(page))).toContain('payments-dev');
      await narrowTo(page, '本番', '支払い 本番 管理者');
      pressEnter(page);
      const link = await waitForTab(world(), /^https:\/\/signin\.aws\.amazon\.com\/switchrole\?/);
      expect(Object.fromEntries(new URL(link.url()).searchParams)).toEqual({
        account: '222222222222',
        roleName: 'team/platform/Admin',
        displayName: '支払い 本番 管理者  |  222222222222',
        color: 'ff8800',
      });
      expect(world().standIn.requests.filter(({ method }) => method === 'POST')).toEqual([]);
      expect(world().standIn.cspViolations.map(({ directive }) => directive)).toContain('form-action');
      await page.bringToFront();
      await waitForShadow(page, MENU, (tree) => JSON.stringify(tree).includes('does not let extensions switch roles'));
      expect(page.url()).toBe(before);
      await expect.poll(() => history(world()), { timeout: 10_000 }).toEqual(['支払い 本番 管理者: opened']);

      // What is left to the user: one press, and the role is taken.
      await link.bringToFront();
      await link.locator('form button:nth-of-type(2), form [type=submit]').click();
      await waitForUrl(link, /console\.aws\.amazon\.com/);
      await link.close();
    });
  },
  { expectedErrors: FORM_ACTION_BLOCKED },
);
