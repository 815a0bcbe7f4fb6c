import { type RoleKey, withPin, withUse } from '../core/saved/personal.ts';
import { personalItem } from './items.ts';
import { withStorageLock } from './storage-lock.ts';
import { readItem, writeItem } from './stored-item.ts';

/** Remembers that a role was chosen while signed in to an account. */
export function rememberUse(base: string, role: RoleKey, now: number): Promise<void> {
  return withStorageLock(async () => writeItem(personalItem, withUse(await readItem(personalItem), base, role, now)));
}

/** Pins a role on every device of the user, or takes the pin off. */
export function pinRole(role: RoleKey, isPinned: boolean, now: number): Promise<void> {
  return withStorageLock(async () =>
    writeItem(personalItem, withPin(await readItem(personalItem), role, isPinned, now)),
  );
}
