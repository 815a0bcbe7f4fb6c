/**
 * Runs one read-and-write at a time, in all of the extension's pages and its background together. The browser gives the
 * lock back when its holder ends, in whatever way. Not to be asked for while holding it.
 */
export function withStorageLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('hatrack-storage', work);
}

/** The same for all that is recorded of switches; the storage lock may be asked for while holding it. */
export function inHistoryOrder<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('hatrack-history', work);
}
