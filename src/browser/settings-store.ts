import { type Settings, withSetting } from '../core/settings/settings.ts';
import { settingsItem } from './items.ts';
import { withStorageLock } from './storage-lock.ts';
import { readItem, writeItem } from './stored-item.ts';

/** Changes one setting, beside those that another page or device changes at the same time. */
export function changeSetting<K extends keyof Settings>(key: K, value: Settings[K], now: number): Promise<void> {
  return withStorageLock(async () =>
    writeItem(settingsItem, withSetting(await readItem(settingsItem), key, value, now)),
  );
}
