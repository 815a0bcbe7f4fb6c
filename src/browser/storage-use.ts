import { browser } from './extension-api.ts';

/** Bytes that an area of storage holds; undefined where the browser does not give it. */
export async function bytesInUse(name: 'local' | 'sync' | 'session'): Promise<number | undefined> {
  try {
    const area: unknown = browser.storage[name];
    if (countsBytes(area)) return await area.getBytesInUse(null);
    return new TextEncoder().encode(JSON.stringify(await browser.storage[name].get())).length;
  } catch {
    // Sync may be switched off altogether, by a policy or in a private profile.
    return undefined;
  }
}

interface CountingArea {
  getBytesInUse(keys: null): Promise<number>;
}

function countsBytes(area: unknown): area is CountingArea {
  return typeof area === 'object' && area !== null && 'getBytesInUse' in area;
}
