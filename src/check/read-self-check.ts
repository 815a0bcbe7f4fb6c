import { settingsItem, syncStatusItem } from '../browser/items.ts';
import { readCheckedPolicy } from '../browser/managed-store.ts';
import { hasPermission, missingPatterns, optionalPermissions } from '../browser/permissions.ts';
import { bytesInUse } from '../browser/storage-use.ts';
import { readItem } from '../browser/stored-item.ts';
import { readVersions } from '../browser/versions.ts';
import type { Access, SelfCheck, StorageCheck } from '../core/check/self-check.ts';
import { consoleMatchPatterns } from '../core/console/partition.ts';
import { effectiveSettings } from '../core/settings/effective-settings.ts';

/** How Hatrack stands in this browser now. */
export async function readSelfCheck(): Promise<SelfCheck> {
  const [versions, hosts, permissions, storage] = await Promise.all([
    readVersions(),
    readHosts(),
    readPermissions(),
    readStorage(),
  ]);
  return { versions, hosts, permissions, storage };
}

async function readHosts(): Promise<readonly Access[]> {
  const patterns = consoleMatchPatterns();
  const missing = await missingPatterns(patterns);
  return patterns.map((name) => ({ name, isAllowed: !missing.includes(name) }));
}

function readPermissions(): Promise<readonly Access[]> {
  return Promise.all(optionalPermissions().map(async (name) => ({ name, isAllowed: await hasPermission(name) })));
}

async function readStorage(): Promise<StorageCheck> {
  const [local, sync, status, own, checked] = await Promise.all([
    bytesInUse('local'),
    bytesInUse('sync'),
    readItem(syncStatusItem),
    readItem(settingsItem),
    readCheckedPolicy(),
  ]);
  const isSyncOn = effectiveSettings(own, checked.policy).sync;
  return { local, sync, isSyncOn, syncState: status.state, isManaged: checked.isPresent };
}
