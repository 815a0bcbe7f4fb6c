import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../src/core/history/history-entry.ts';
import { PAGE_SIZE } from '../../../src/core/history/history-pages.ts';
import { FakeBrowser } from '../../fakes/fake-browser.ts';
import { FAULT_KINDS } from '../../fakes/faults.ts';
import { workerScript, workerStarter } from '../../fakes/worker-script.ts';
import { entry } from '../history/entries.ts';

type Store = typeof import('../../faults/history.ts');

const LIMIT = 2 * PAGE_SIZE;
const startStore = workerStarter<Store>(await workerScript('test/faults/history.ts'));
const ids = (entries: readonly HistoryEntry[]) => entries.map(({ id, result }) => `${id} ${result}`);

/** Two full pages: the next entry makes the first one go. */
async function fullHistory(): Promise<FakeBrowser> {
  const browser = new FakeBrowser();
  const page = (from: number) => Array.from({ length: PAGE_SIZE }, (_, at) => entry(from + at));
  await browser.put('local', {
    history: { v: 1, data: { first: 3, last: 4 } },
    'history.3': { v: 1, data: page(0) },
    'history.4': { v: 1, data: page(PAGE_SIZE) },
  });
  return browser;
}

const CHANGES: Readonly<Record<string, (store: Store) => Promise<void>>> = {
  'adding one to full pages': (store) => store.addToHistory(entry(LIMIT), LIMIT),
  'saying what became of one': (store) => store.settleHistory(`id-${LIMIT - 1}`, 'refused'),
  'deleting one of each page': (store) => store.deleteFromHistory(new Set(['id-0', `id-${PAGE_SIZE}`])),
  'deleting all': (store) => store.clearHistory(),
};

/** Entries that lie in storage, whether a page is named or not. */
function lying(browser: FakeBrowser): number {
  const items = Object.entries(browser.stored.local.get(null)).filter(([key]) => key.startsWith('history.'));
  return items.reduce((sum, [, item]) => sum + (item as { data: unknown[] }).data.length, 0);
}

describe.each(Object.entries(CHANGES))('the history, %s', (_, change) => {
  it('is changed wholly or not at all wherever it is cut off, and nothing of what is gone lies about', async () => {
    const before = ids(await startStore((await fullHistory()).start()).readHistory());
    const undisturbed = await fullHistory();
    await change(startStore(undisturbed.start()));
    const after = ids(await startStore(undisturbed.start()).readHistory());
    expect(after).not.toEqual(before);
    let runs = 0;
    for (const kind of FAULT_KINDS) {
      for (let call = 1; ; call++) {
        const browser = await fullHistory();
        const worker = browser.start({ kind, call });
        const dead = new Promise<void>((resolve) => worker.faults.onDeath(resolve));
        await Promise.race([change(startStore(worker)).catch(() => undefined), dead]);
        worker.faults.kill();
        if (!worker.faults.isMet) break;
        runs += 1;
        const found = await startStore(browser.start()).readHistory();
        expect([before, after], `${kind} at ${worker.faults.calls[call - 1]}`).toContainEqual(ids(found));
        expect(lying(browser)).toBe(found.length);
      }
    }
    expect(runs).toBeGreaterThan(8);
  });
});

it('the history takes more after it was cleared, and has no earlier page again', async () => {
  const browser = await fullHistory();
  const store = startStore(browser.start());
  await store.clearHistory();
  expect(await store.readHistory()).toEqual([]);
  expect(Object.keys(browser.stored.local.get(null))).toEqual(['history']);
  await store.addToHistory(entry(7), LIMIT);
  expect(ids(await store.readHistory())).toEqual(['id-7 arrived']);
  expect(Object.keys(browser.stored.local.get(null))).toEqual(['history', 'history.5']);
});

it('a shorter limit counts from the next switch on', async () => {
  const browser = await fullHistory();
  const store = startStore(browser.start());
  await store.addToHistory(entry(LIMIT), PAGE_SIZE);
  expect(ids(await store.readHistory())).toEqual([`id-${LIMIT} arrived`]);
});
