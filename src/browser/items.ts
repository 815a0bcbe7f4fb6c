import type { HistoryEntry } from '../core/history/history-entry.ts';
import { type HistoryContents, parseContents, parsePage } from '../core/history/history-pages.ts';
import { type KnownContainer, parseKnownContainers } from '../core/places/known-containers.ts';
import { type Draft, parseDraft } from '../core/saved/draft.ts';
import { type KeptText, parseKeptText } from '../core/saved/kept-text.ts';
import { type Personal, parsePersonal } from '../core/saved/personal.ts';
import { parsePictures } from '../core/saved/pictures.ts';
import {
  allowPacked,
  type DamagedConfig,
  nameSavedConfig,
  parseDamagedConfig,
  parseSavedConfig,
  type StoredConfig,
} from '../core/saved/saved-config.ts';
import { parseSyncConflict, type SyncConflict } from '../core/saved/sync-conflict.ts';
import { parseSyncStatus, type SyncStatus } from '../core/saved/sync-status.ts';
import { nameVersions, parseVersions, placeVersions, type SavedVersion } from '../core/saved/versions.ts';
import { parseFolded, type SectionId } from '../core/search/sections.ts';
import { parseSettings, type SavedSettings } from '../core/settings/settings.ts';
import { parseTeam } from '../core/team/parse-team.ts';
import type { Team } from '../core/team/team-source.ts';
import type { StoredItem } from './stored-item.ts';

/** Every key of storage.local, once. */

/** The one truth. Undefined where what is stored is damaged: read it by `readSavedConfig`, which knows what to do then. */
export const configItem: StoredItem<StoredConfig | undefined> = {
  key: 'config',
  version: 3,
  upgrades: [nameSavedConfig, allowPacked],
  parse: parseSavedConfig,
};

/** A damaged configuration that was replaced by the last good version. */
export const damagedItem: StoredItem<DamagedConfig | undefined> = {
  key: 'damaged',
  version: 1,
  parse: parseDamagedConfig,
};

/** The last saved texts, the newest first: what replaces a text never loses it. */
export const versionsItem: StoredItem<readonly SavedVersion[]> = {
  key: 'versions',
  version: 3,
  upgrades: [nameVersions, placeVersions],
  parse: parseVersions,
};

/** The text of one of them: which, `versionsItem` says. */
export function slotItem(slot: number): StoredItem<KeptText | undefined> {
  return { key: `version.${slot}`, version: 1, parse: parseKeptText };
}

/** What was typed on the options page and not saved yet; without credentials, like everything that is stored. */
export const draftItem: StoredItem<Draft | undefined> = { key: 'draft', version: 1, parse: parseDraft };

export const settingsItem: StoredItem<SavedSettings> = { key: 'settings', version: 1, parse: parseSettings };

/** What is pinned and what was used. */
export const personalItem: StoredItem<Personal> = { key: 'personal', version: 1, parse: parsePersonal };

export const syncStatusItem: StoredItem<SyncStatus> = { key: 'syncStatus', version: 2, parse: parseSyncStatus };

export const syncConflictItem: StoredItem<SyncConflict | undefined> = {
  key: 'syncConflict',
  version: 1,
  parse: parseSyncConflict,
};

/** Pictures fetched with the user's permission: data: URLs by the https URL in the text. Can be thrown away. */
export const picturesItem: StoredItem<Readonly<Record<string, string>>> = {
  key: 'pictures',
  version: 1,
  parse: parsePictures,
};

/** Team configurations: their sources, and the last good text of each. Never synced: a source may hold a token. */
export const teamItem: StoredItem<Team> = { key: 'team', version: 1, parse: parseTeam };

/** Which container each name in the text stands for. Never synced: the ids are this profile's own. */
export const containersItem: StoredItem<readonly KnownContainer[]> = {
  key: 'containers',
  version: 1,
  parse: parseKnownContainers,
};

/** The sections that are folded in lists. Never synced: how much fits is the device's own. */
export const foldedItem: StoredItem<readonly SectionId[]> = { key: 'folded', version: 1, parse: parseFolded };

/** Which pages of the history there are. Never synced: what was done on this device stays on it. */
export const historyItem: StoredItem<HistoryContents> = { key: 'history', version: 1, parse: parseContents };

export function historyPageItem(number: number): StoredItem<readonly HistoryEntry[]> {
  return { key: `history.${number}`, version: 1, parse: parsePage };
}
