import { mergeConfigs } from '../core/merge/merge-configs.ts';
import { commonVersions, descend, idSource, syncStep } from '../core/saved/ancestry.ts';
import { knowsAll, mergePersonal } from '../core/saved/personal.ts';
import type { SavedConfig } from '../core/saved/saved-config.ts';
import { retryTime, type SyncStatus } from '../core/saved/sync-status.ts';
import { effectiveSettings } from '../core/settings/effective-settings.ts';
import { knowsAllSettings, mergeSettings } from '../core/settings/settings.ts';
import { commitConfig, type NewConfig } from './config-commit.ts';
import { readSavedConfig } from './config-store.ts';
import { handOver, handOverPersonal, type Local } from './hand-over.ts';
import { personalItem, settingsItem, syncConflictItem, syncStatusItem, versionsItem } from './items.ts';
import { toKept } from './kept-text.ts';
import { readPolicy } from './managed-store.ts';
import { checksumOf } from './pack.ts';
import { withStorageLock } from './storage-lock.ts';
import { envelope, readItem, writeItem, writeTogether } from './stored-item.ts';
import { readSyncArea, type SyncArea, type SyncedConfig } from './sync-area.ts';
import { firstKept } from './version-store.ts';

/** Half of what another device has saved can take this long to follow; then this device's own whole text replaces it. */
const INCOMPLETE_PATIENCE_MS = 2 * 60_000;

/**
 * Brings this device and storage.sync together: takes over what is newer there, joins what both have changed, hands over
 * what is newer here. What is to be done follows from what is stored, and each step is one `set`: it may end anywhere,
 * and the next call goes on. Never rejects for what sync refuses: the text is safe in storage.local.
 * @param now milliseconds since 1970
 * @returns how things stand now; with `retryAt`, when to call again
 */
export function reconcile(now: number): Promise<SyncStatus> {
  return withStorageLock(async () => {
    const status = await readItem(syncStatusItem);
    const next = await reconciled(status, now);
    if (JSON.stringify(next) !== JSON.stringify(status)) await writeItem(syncStatusItem, next);
    return next;
  });
}

async function reconciled(status: SyncStatus, now: number): Promise<SyncStatus> {
  const [settings, personal, policy] = await Promise.all([
    readItem(settingsItem),
    readItem(personalItem),
    readPolicy(),
  ]);
  const calm = { ...status, retryAt: 0, attempts: 0 };
  if (!effectiveSettings(settings, policy).sync) return { ...calm, state: 'off' };
  let area: SyncArea;
  try {
    area = await readSyncArea();
  } catch (error) {
    console.warn('Hatrack: the browser gives no storage.sync.', error);
    // For good, as a rule; but a browser that was only busy is asked again.
    const attempts = status.attempts + 1;
    return { ...status, state: 'unavailable', attempts, retryAt: retryTime(attempts, now) };
  }
  const { config } = await readSavedConfig();
  const known = await joinPersonal({ config, personal, settings, status }, area);
  switch (area.config.kind) {
    case 'newer':
      return { ...calm, state: 'newer' };
    case 'incomplete':
      return awaitRest(known, area, now);
    case 'none':
      return handOver(known, area, now);
    case 'found':
      return meet(known, area.config.config, area, now);
  }
}

/** Joins pins, uses and settings: that needs no decision of anybody. */
async function joinPersonal(local: Local, area: SyncArea): Promise<Local> {
  if (knowsAll(local.personal, area.personal) && knowsAllSettings(local.settings, area.settings)) return local;
  const personal = mergePersonal(local.personal, area.personal);
  const settings = mergeSettings(local.settings, area.settings);
  await writeTogether({ ...envelope(personalItem, personal), ...envelope(settingsItem, settings) });
  return { ...local, personal, settings };
}

/** What of another device's save is missing is on its way, or two devices' saves were mixed and it never comes. */
async function awaitRest(local: Local, area: SyncArea, now: number): Promise<SyncStatus> {
  const { status } = local;
  if (status.state !== 'incomplete') {
    return { ...status, state: 'incomplete', attempts: 0, retryAt: now + INCOMPLETE_PATIENCE_MS };
  }
  return now < status.retryAt ? status : handOver(local, area, now);
}

async function meet(local: Local, theirs: SyncedConfig, area: SyncArea, now: number): Promise<SyncStatus> {
  const { config: mine, status } = local;
  const compared = { ...status, syncedId: theirs.id };
  const received = { ...compared, receivedAt: now };
  switch (syncStep({ ...mine, hasOwnChanges: mine.origin === 'here', syncedId: status.syncedId }, theirs)) {
    case 'same':
      return handOver({ ...local, status: compared }, area, now);
    case 'push':
      return handOver(local, area, now);
    case 'adopt': {
      const config = await takeOver(local, { ...theirs, origin: 'sync' }, []);
      return handOver({ ...local, config, status: received }, area, now);
    }
    case 'merge':
      return join(local, theirs, area, now);
  }
}

/** Joins two texts that know nothing of each other; where that is not for a program to decide, keeps both. */
async function join(local: Local, theirs: SyncedConfig, area: SyncArea, now: number): Promise<SyncStatus> {
  const { config: mine, status } = local;
  const versions = await readItem(versionsItem);
  const base = (await firstKept(versions, commonVersions(mine, theirs))) ?? '';
  const { text, conflicts } = mergeConfigs({ base, mine: mine.text, theirs: theirs.text });
  const theirVersion: NewConfig = { ...theirs, origin: 'sync' };
  if (conflicts.length > 0) {
    const open = await readItem(syncConflictItem);
    const conflict = { ...theirs, base };
    if (open?.id !== theirs.id || open.base !== base) {
      await commitConfig({
        next: mine,
        alsoKept: [theirVersion],
        compared: status.syncedId,
        together: envelope(syncConflictItem, conflict),
      });
    }
    const handed = await handOverPersonal(local, area, now);
    return { ...handed, state: 'conflict', receivedAt: open ? status.receivedAt : now };
  }
  // Made of the same on the other device, it gets the same name there: both arrive at one version.
  const savedAt = Math.max(mine.savedAt, theirs.savedAt);
  const made = await toKept(text);
  const hash = await checksumOf(idSource([mine, theirs], savedAt, made.checksum));
  const joined: NewConfig = { ...descend([mine, theirs], hash), text, savedAt, origin: 'here', made };
  const config = await takeOver(local, joined, [theirVersion]);
  return handOver({ ...local, config, status: { ...status, receivedAt: now } }, area, now);
}

/** Puts a text in the place of this device's own, which stays among the versions. An open question is settled by it. */
async function takeOver(
  { config, status }: Local,
  next: NewConfig,
  others: readonly NewConfig[],
): Promise<SavedConfig> {
  const before = config.text === '' || config.id === '' ? [] : [config];
  return commitConfig({
    next,
    alsoKept: [...before, ...others],
    compared: status.syncedId,
    together: envelope(syncConflictItem, undefined),
  });
}
