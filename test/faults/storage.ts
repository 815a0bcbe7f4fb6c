// The storage and sync engine as a worker loads it: the entry of a bundle that the fault loops start again and again.
export { readSavedConfig, repairConfig, resolveConflict, saveConfig } from '../../src/browser/config-store.ts';
export {
  configItem,
  personalItem,
  settingsItem,
  syncConflictItem,
  syncStatusItem,
  versionsItem,
} from '../../src/browser/items.ts';
export { checksumOf, pack } from '../../src/browser/pack.ts';
export { rememberUse } from '../../src/browser/personal-store.ts';
export { reconcile } from '../../src/browser/reconcile.ts';
export { changeSetting } from '../../src/browser/settings-store.ts';
export { readItem } from '../../src/browser/stored-item.ts';
export { readSyncArea } from '../../src/browser/sync-area.ts';
export { packVersions, versionText } from '../../src/browser/version-store.ts';
