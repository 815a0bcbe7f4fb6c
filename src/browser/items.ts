import { parsePictures } from '../core/saved/pictures.ts';
import { parseSavedConfig, parseSyncStatus, type SavedConfig, type SyncStatus } from '../core/saved/saved-config.ts';
import { parseSettings, type Settings } from '../core/settings/settings.ts';
import type { StoredItem } from './stored-item.ts';

/** Every key of storage.local, once. */

/** The one truth. */
export const configItem: StoredItem<SavedConfig> = { key: 'config', version: 1, parse: parseSavedConfig };

/** The text that another device's newer one took the place of, so that nothing is ever lost. */
export const replacedConfigItem: StoredItem<SavedConfig> = {
  key: 'replacedConfig',
  version: 1,
  parse: parseSavedConfig,
};

export const syncStatusItem: StoredItem<SyncStatus> = { key: 'syncStatus', version: 1, parse: parseSyncStatus };

export const settingsItem: StoredItem<Settings> = { key: 'settings', version: 1, parse: parseSettings };

/** Pictures fetched with the user's permission: data: URLs by the https URL in the text. Can be thrown away. */
export const picturesItem: StoredItem<Readonly<Record<string, string>>> = {
  key: 'pictures',
  version: 1,
  parse: parsePictures,
};
