import { type RoleKey, withUse } from '../core/saved/personal.ts';
import { personalItem } from './items.ts';
import { withStorageLock } from './storage-lock.ts';
import { readItem, writeItem } from './stored-item.ts';

/** Remembers that a role was chosen while signed in to an account. */
export function rememberUse(base: string, role: RoleKey, now: number): Promise<void> {
  return withStorageLock(async () => writeItem(personalItem, withUse(await readItem(personalItem), base, role, now)));
}
