import { settingsItem } from '../browser/items.ts';
import { readPolicy } from '../browser/managed-store.ts';
import { readItem } from '../browser/stored-item.ts';
import { effectiveSettings } from '../core/settings/effective-settings.ts';
import type { Settings } from '../core/settings/settings.ts';
import { readUntilChanged } from './until-changed.ts';

/** The user's settings, with what the organisation has locked. */
export const currentSettings = readUntilChanged<Settings>([settingsItem], async () => {
  const [own, policy] = await Promise.all([readItem(settingsItem), readPolicy()]);
  return { value: effectiveSettings(own, policy), isLasting: true };
});
