import { recordOf } from '../record.ts';

/** What the user can choose beside the configuration text. */
export interface Settings {
  /** Offer only roles whose name is the login role's (config-format §4). */
  readonly showOnlyMatchingRoles: boolean;
  /** Hand text, settings and what was used to the browser's own sync. Each device decides for itself. */
  readonly sync: boolean;
  /**
   * Which page a switch lands on, where the role's text doesn't say: the service's, without what belongs to the account
   * that one leaves; the very same page; or the console's home.
   */
  readonly landing: 'service' | 'same-page' | 'home';
  /** Where a new session opens with multi-session support; a classic switch always stays in its tab. */
  readonly openSessionIn: 'new-tab' | 'this-tab' | 'new-window';
  /** Ask once more before switching to a role of a production environment, whatever the role's own text says. */
  readonly confirmProduction: boolean;
  /** Show on console pages which role one is in: around the page, in the tab's title and in its icon. */
  readonly markPage: boolean;
  readonly markTitle: boolean;
  readonly markIcon: boolean;
  /** Tell how long one has been in the role, and warn before its session ends. */
  readonly markTime: boolean;
  /** Keep a history of switches on this device. */
  readonly keepHistory: boolean;
  /** How many switches it holds at most. */
  readonly historyLimit: '1000' | '5000' | '10000';
}

/**
 * Every setting and the values that it can have. Of two devices' choices at the very same time, the one that stands first
 * here counts.
 */
export const SETTING_VALUES: { readonly [Key in keyof Settings]: readonly Settings[Key][] } = {
  showOnlyMatchingRoles: [true, false],
  sync: [true, false],
  landing: ['service', 'same-page', 'home'],
  openSessionIn: ['new-tab', 'this-tab', 'new-window'],
  confirmProduction: [true, false],
  markPage: [true, false],
  markTitle: [true, false],
  markIcon: [true, false],
  markTime: [true, false],
  keepHistory: [true, false],
  historyLimit: ['1000', '5000', '10000'],
};

/** Those that are on or off, and those that are one of several words. */
export type SwitchSetting = { [Key in keyof Settings]: Settings[Key] extends boolean ? Key : never }[keyof Settings];
export type ChoiceSetting = Exclude<keyof Settings, SwitchSetting>;

/** The settings with when each was changed, on whichever device, in milliseconds since 1970. */
export interface SavedSettings extends Settings {
  readonly changedAt: Readonly<Partial<Record<keyof Settings, number>>>;
}

export const DEFAULT_SETTINGS: SavedSettings = {
  showOnlyMatchingRoles: false,
  sync: true,
  landing: 'service',
  openSessionIn: 'new-tab',
  confirmProduction: false,
  markPage: true,
  markTitle: true,
  markIcon: true,
  markTime: true,
  keepHistory: true,
  historyLimit: '5000',
  changedAt: {},
};

/** Those that all devices of a user share. */
export const SHARED_SETTINGS = [
  'showOnlyMatchingRoles',
  'landing',
  'openSessionIn',
  'confirmProduction',
  'markPage',
  'markTitle',
  'markIcon',
  'markTime',
  'keepHistory',
  'historyLimit',
] as const satisfies readonly (keyof Settings)[];

const KEY_VALUES: Readonly<Record<keyof Settings, readonly unknown[]>> = SETTING_VALUES;
const KEYS = Object.keys(SETTING_VALUES) as (keyof Settings)[];

export function isSettingName(name: string): name is keyof Settings {
  return Object.hasOwn(SETTING_VALUES, name);
}

/** The value if it is one that the setting can have. */
export function parseSetting<Key extends keyof Settings>(key: Key, value: unknown): Settings[Key] | undefined {
  const values: readonly Settings[Key][] = SETTING_VALUES[key];
  return values.find((one) => one === value);
}

/** Takes whatever storage holds; what is missing or of the wrong kind has its default. */
export function parseSettings(data: unknown): SavedSettings {
  const found = recordOf(data);
  const times = recordOf(found.changedAt);
  const value = <Key extends keyof Settings>(key: Key) => parseSetting(key, found[key]) ?? DEFAULT_SETTINGS[key];
  const changedAt = KEYS.flatMap((key) => {
    const at = times[key];
    return typeof at === 'number' && Number.isFinite(at) && at > 0 ? [[key, at] as const] : [];
  });
  return {
    showOnlyMatchingRoles: value('showOnlyMatchingRoles'),
    sync: value('sync'),
    landing: value('landing'),
    openSessionIn: value('openSessionIn'),
    confirmProduction: value('confirmProduction'),
    markPage: value('markPage'),
    markTitle: value('markTitle'),
    markIcon: value('markIcon'),
    markTime: value('markTime'),
    keepHistory: value('keepHistory'),
    historyLimit: value('historyLimit'),
    changedAt: Object.fromEntries(changedAt),
  };
}

export function withSetting<K extends keyof Settings>(
  settings: SavedSettings,
  key: K,
  value: Settings[K],
  now: number,
): SavedSettings {
  // A clock that was set back must not make the newer choice look older.
  const changedAt = Math.max(now, (settings.changedAt[key] ?? 0) + 1);
  return { ...settings, [key]: value, changedAt: { ...settings.changedAt, [key]: changedAt } };
}

/** Joins the shared settings of two devices: the later choice counts, and of two at one time the same on both. */
export function mergeSettings(mine: SavedSettings, theirs: SavedSettings): SavedSettings {
  const rank = (settings: Settings, key: keyof Settings) => KEY_VALUES[key].indexOf(settings[key]);
  const isLater = (key: keyof Settings) => {
    const [here, there] = [mine.changedAt[key] ?? 0, theirs.changedAt[key] ?? 0];
    return there > here || (there === here && there > 0 && rank(theirs, key) < rank(mine, key));
  };
  const later = SHARED_SETTINGS.filter(isLater);
  if (later.length === 0) return mine;
  const values = later.map((key) => [key, theirs[key]] as const);
  const times = later.map((key) => [key, theirs.changedAt[key]] as const);
  return {
    ...mine,
    ...Object.fromEntries(values),
    changedAt: { ...mine.changedAt, ...Object.fromEntries(times) },
  };
}

/** Whether the first has every shared choice of the second, or a later one. */
export function knowsAllSettings(a: SavedSettings, b: SavedSettings): boolean {
  return mergeSettings(a, b) === a;
}

/** The shared settings alone: what is handed to the other devices. */
export function sharedSettings(settings: SavedSettings): Record<string, unknown> {
  const changedAt = SHARED_SETTINGS.flatMap((key) => {
    const at = settings.changedAt[key];
    return at === undefined ? [] : [[key, at] as const];
  });
  const values = changedAt.map(([key]) => [key, settings[key]] as const);
  return { ...Object.fromEntries(values), changedAt: Object.fromEntries(changedAt) };
}
