import { removeSecrets } from '../core/config/secrets.ts';
import type { SavedConfig, SyncStatus } from '../core/saved/saved-config.ts';
import { configItem, replacedConfigItem, syncStatusItem } from './items.ts';
import { readItem, writeItem } from './stored-item.ts';
import { readReplica, writeReplica } from './sync-store.ts';

export interface SaveResult {
  readonly saved: SavedConfig;
  readonly sync: SyncStatus;
  /** Credentials that were left out of what was saved. */
  readonly removedSecrets: readonly { readonly line: number; readonly key: string }[];
}

/**
 * Saves the text on this device, then offers it to the others. Credentials are taken out first: they are never stored.
 * Rejects when the browser refuses the local write; then the old text is still whole.
 */
export async function saveConfig(text: string, now: number): Promise<SaveResult> {
  const { text: clean, removed } = removeSecrets(text);
  const before = await readItem(configItem);
  // A clock that was set back must not make the newer text look older.
  const saved = { text: clean, savedAt: Math.max(now, before.savedAt + 1) };
  await writeItem(configItem, saved);
  const sync = await writeReplica(saved);
  await writeItem(syncStatusItem, sync);
  return { saved, sync, removedSecrets: removed };
}

/** Takes over what another device has saved, if it is newer. The text that it replaces is kept aside first. */
export async function adoptReplica(): Promise<void> {
  const [local, replica] = await Promise.all([readItem(configItem), readReplica()]);
  if (!replica || replica.savedAt <= local.savedAt) return;
  if (local.text !== '' && local.text !== replica.text) await writeItem(replacedConfigItem, local);
  // A device with another version, or another program, may have put anything there.
  await writeItem(configItem, { ...replica, text: removeSecrets(replica.text).text });
}
