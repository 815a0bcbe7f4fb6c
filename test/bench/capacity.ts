import lzString from 'lz-string';
import { ANCESTOR_LIMIT } from '../../src/core/saved/ancestry.ts';
import { chargedBytes, itemBytes } from '../../src/core/saved/charged-bytes.ts';
import { SYNC_QUOTA } from '../../src/core/saved/replica.ts';
import { FakeBrowser } from '../fakes/fake-browser.ts';
import { workerScript, workerStarter } from '../fakes/worker-script.ts';
import { ACCOUNT_LISTS, type AccountList } from './account-lists.ts';
import type { Bench, Row } from './bench.ts';
import { rounded } from './measure.ts';

type SyncArea = typeof import('../../src/browser/sync-area.ts');

/** Whether a text fits. */
type Scheme = (text: string) => boolean | Promise<boolean>;

/** How many roles storage.sync holds, beside AESR's scheme on the same texts in the same run. */
export const capacityBench: Bench = {
  name: 'capacity',
  tables: {
    'roles that fit into storage.sync': async () => {
      const schemes: Record<string, Scheme> = {
        'plain text': fitsPlain,
        'AESR: compressToUTF16, 8 items of 2,700 characters': fitsAesr,
        'Hatrack: deflate-raw and base91, with settings, favourites and recents': await hatrackScheme(),
      };
      const counts = new Map<string, Record<AccountList, number>>();
      for (const [name, fits] of Object.entries(schemes)) {
        counts.set(name, { A: await mostRoles('A', fits), B: await mostRoles('B', fits) });
      }
      return toRows(counts, 'AESR: compressToUTF16, 8 items of 2,700 characters');
    },
  },
};

function toRows(counts: ReadonlyMap<string, Record<AccountList, number>>, compared: string): Row[] {
  const aesr = counts.get(compared) ?? { A: 0, B: 0 };
  return [...counts].map(([scheme, { A, B }]) => ({
    scheme,
    'every account different': A,
    'times AESR': rounded(A / aesr.A),
    'four roles an account': B,
    'times AESR ': rounded(B / aesr.B),
  }));
}

/** The largest number of roles whose text fits. */
async function mostRoles(list: AccountList, fits: Scheme): Promise<number> {
  let [some, tooMany] = [0, 100];
  while (await fits(ACCOUNT_LISTS[list](tooMany))) [some, tooMany] = [tooMany, tooMany * 2];
  while (tooMany - some > 1) {
    const middle = (some + tooMany) >> 1;
    if (await fits(ACCOUNT_LISTS[list](middle))) some = middle;
    else tooMany = middle;
  }
  return some;
}

/** The text as it is, cut into items. */
function fitsPlain(text: string): boolean {
  const items: Record<string, string> = {};
  let [key, chunk] = ['config.0', ''];
  for (const line of text.match(/.*\n/g) ?? []) {
    if (itemBytes(key, chunk + line) > SYNC_QUOTA.itemBytes) {
      items[key] = chunk;
      [key, chunk] = [`config.${Object.keys(items).length}`, ''];
    }
    chunk += line;
  }
  return chargedBytes({ ...items, [key]: chunk }) <= SYNC_QUOTA.totalBytes;
}

/** AESR 6's limit, whatever the items are charged. */
function fitsAesr(text: string): boolean {
  return lzString.compressToUTF16(text).length <= 8 * 2700;
}

/** What the extension itself writes, its head at its longest and everything personal filling an item of its own. */
async function hatrackScheme(): Promise<Scheme> {
  const start = workerStarter<SyncArea>(await workerScript('src/browser/sync-area.ts'));
  const { toConfigItems } = start(new FakeBrowser().start());
  const personal = 'x'.repeat(SYNC_QUOTA.itemBytes - itemBytes('personal', ''));
  const ancestors = Array.from({ length: ANCESTOR_LIMIT }, (_, index) => `${(5000 - index).toString(36)}.0123456789`);
  return async (text) => {
    const config = {
      text,
      id: 'zzz.0123456789',
      ancestors,
      savedAt: 1_760_000_000_123,
      origin: 'here' as const,
      checksum: undefined,
    };
    const items: Record<string, unknown> = {
      ...(await toConfigItems(config, { items: {}, config: { kind: 'none' } })),
      personal,
    };
    const isWhole = Object.entries(items).every(([key, value]) => itemBytes(key, value) <= SYNC_QUOTA.itemBytes);
    return isWhole && chargedBytes(items) <= SYNC_QUOTA.totalBytes;
  };
}
