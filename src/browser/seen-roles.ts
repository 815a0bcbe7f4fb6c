import { parseSeenRoles, type SeenRoles } from '../core/marks/session-clock.ts';
import { browser } from './extension-api.ts';
import { withStorageLock } from './storage-lock.ts';

/** In storage.session: sessions of the console seldom outlive the browser, and nobody else needs to know of them. */
const KEY = 'seenRoles';

/** Changes what is known of when sessions were first seen in their roles; gives what is known then. */
export function changeSeenRoles(change: (seen: SeenRoles) => SeenRoles): Promise<SeenRoles> {
  return withStorageLock(async () => {
    const { [KEY]: kept } = await browser.storage.session.get(KEY);
    const seen = parseSeenRoles(kept);
    const changed = change(seen);
    if (changed !== seen) await browser.storage.session.set({ [KEY]: changed });
    return changed;
  });
}
