import { removeSecrets } from '../core/config/secrets.ts';
import { configItem, syncStatusItem } from './items.ts';
import { readItem, writeItem } from './stored-item.ts';
import { readReplica, writeReplica } from './sync-store.ts';
import { keepVersion } from './version-store.ts';

/**
 * Saves the text on this device, then offers it to the others. Whatever the caller has done about them, credentials are
 * taken out here: they are never stored. Rejects when the browser refuses the local write; then the old text is whole.
 */
export async function saveConfig(text: string, now: number): Promise<void> {
  const before = await readItem(configItem);
  // A clock that was set back must not make the newer text look older.
  const saved = { text: removeSecrets(text).text, savedAt: Math.max(now, before.savedAt + 1) };
  await writeItem(configItem, saved);
  await keepVersion(saved, 'here');
  await writeItem(syncStatusItem, await writeReplica(saved));
}

/** Takes over what another device has saved, if it is newer. Both texts are kept among the versions. */
export async function adoptReplica(): Promise<void> {
  const [local, replica] = await Promise.all([readItem(configItem), readReplica()]);
  if (!replica || replica.savedAt <= local.savedAt) return;
  // A device with another version, or another program, may have put anything there.
  const adopted = { ...replica, text: removeSecrets(replica.text).text };
  if (local.text !== '') await keepVersion(local, 'here');
  await writeItem(configItem, adopted);
  await keepVersion(adopted, 'sync');
}
