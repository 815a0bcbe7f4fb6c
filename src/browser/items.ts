import { parsePictures } from '../core/saved/pictures.ts';
import { parseSavedConfig, parseSyncStatus, type SavedConfig, type SyncStatus } from '../core/saved/saved-config.ts';
import { type Draft, parseDraft, parseVersions, type SavedVersion } from '../core/saved/versions.ts';
import { parseSettings, type Settings } from '../core/settings/settings.ts';
import type { StoredItem } from './stored-item.ts';

/** Every key of storage.local, once. */

/** The one truth. */
export const configItem: StoredItem<SavedConfig> = { key: 'config', version: 1, parse: parseSavedConfig };

export const syncStatusItem: StoredItem<SyncStatus> = { key: 'syncStatus', version: 1, parse: parseSyncStatus };

export const settingsItem: StoredItem<Settings> = { key: 'settings', version: 1, parse: parseSettings };

/** Pictures fetched with the user's permission: data: URLs by the https URL in the text. Can be thrown away. */
export const picturesItem: StoredItem<Readonly<Record<string, string>>> = {
  key: 'pictures',
  version: 1,
  parse: parsePictures,
};

/** The last saved texts, the newest first: what replaces a text never loses it. */
export const versionsItem: StoredItem<readonly SavedVersion[]> = { key: 'versions', version: 1, parse: parseVersions };

/** What was typed on the options page and not saved yet; without credentials, like everything that is stored. */
export const draftItem: StoredItem<Draft | undefined> = { key: 'draft', version: 1, parse: parseDraft };
