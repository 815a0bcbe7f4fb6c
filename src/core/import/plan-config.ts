import { type ConfigText, isHeader, readConfigText, writtenAt } from '../config/config-text.ts';
import type { Layer } from '../config/layer.ts';
import type { IniSection } from '../config/parse-ini.ts';
import type { Profile } from '../config/profile.ts';
import { type Renames, renameHeader, renameInList, renameSources } from '../config/rename-section.ts';
import { applyEdits } from '../config/write-config.ts';
import { accountText } from '../console/switch-request.ts';
import {
  type CurrentProfiles,
  changesTo,
  findPlace,
  type Place,
  profilesOf,
  readCurrentProfiles,
  targetOf,
} from './current-profiles.ts';
import type { ImportEntry } from './import-plan.ts';
import { type PlannedEntry, skipped } from './planned-entry.ts';

interface IncomingProfile {
  readonly profile: Profile;
  readonly place: Place;
}

/**
 * Plans what becomes of the sections of a text without credentials, in its order. They come with the comments above
 * their headers; what names a base that gets another name here names it by that one.
 *
 * @param onlyNeeded leave out profiles that say nothing and that nothing names
 * @param others the layers before the current text
 */
export function planConfig(
  current: ConfigText,
  imported: ConfigText,
  onlyNeeded: boolean,
  others: readonly Layer[],
): PlannedEntry[] {
  const profiles = readCurrentProfiles(current, others);
  const incoming = findPlaces(imported, profiles);
  const renames = renamesOf(incoming);
  const renamed = renameAll(imported, incoming, renames);
  const needed = onlyNeeded
    ? namedBases([...current.profiles, ...imported.profiles, ...profilesOf(others)])
    : undefined;
  const byLine = new Map<number, PlannedEntry>();
  const ofProfiles = new Set(imported.profiles.flatMap(({ headers }) => headers));
  const sections = new Map(imported.sections.map((section) => [section.line, section]));
  for (const header of headerLines(imported)) {
    const section = sections.get(header);
    if (ofProfiles.has(header)) continue;
    byLine.set(header, section ? planOther(section, current, renamed) : unreadable(imported, header));
  }
  for (const { profile, place } of incoming) {
    const isNeeded = needed === undefined || !isBare(profile) || needed.has(profile.name);
    byLine.set(profile.line, planProfile(profile, place, { imported, renamed, renames, isNeeded }));
  }
  return [...byLine].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

/** Whether a profile tells neither who nor where: what is left of one in a file of credentials. */
export function isBare({ values }: Profile): boolean {
  return [...values.keys()].every((key) => key === 'region' || key === 'output');
}

function findPlaces({ profiles }: ConfigText, current: CurrentProfiles): IncomingProfile[] {
  const names = new Set(profiles.map(({ name }) => name));
  const given = new Set<string>();
  return profiles.map((profile) => {
    // Two sections of one name in the imported text are its own affair.
    const isTaken = (name: string) => name !== profile.name && (names.has(name) || given.has(name));
    const place = findPlace(profile.name, targetOf(profile), current, isTaken);
    if (place.kind === 'free') given.add(place.name);
    return { profile, place };
  });
}

/** Of two profiles of one name, what names them means the first. */
function renamesOf(incoming: readonly IncomingProfile[]): Renames {
  const renames = new Map<string, string>();
  for (const { profile, place } of incoming) {
    if (!renames.has(profile.name)) renames.set(profile.name, nameAt(place));
  }
  return new Map([...renames].filter(([from, to]) => from !== to));
}

function nameAt(place: Place): string {
  return place.kind === 'there' ? place.profile.name : place.name;
}

/** The imported text with the names that things have here; its lines stay where they are. */
function renameAll(imported: ConfigText, incoming: readonly IncomingProfile[], renames: Renames): ConfigText {
  const headers = incoming.flatMap(({ profile, place }) =>
    nameAt(place) === profile.name
      ? []
      : profile.headers.flatMap((line) => renameHeader(imported, line, nameAt(place))),
  );
  return readConfigText(applyEdits(imported.text, [...headers, ...renameSources(imported, renames)]));
}

interface ProfileContext {
  readonly imported: ConfigText;
  readonly renamed: ConfigText;
  readonly renames: Renames;
  readonly isNeeded: boolean;
}

function planProfile(profile: Profile, place: Place, context: ProfileContext): PlannedEntry {
  const { account, roleName } = targetOf(profile);
  const shown = { profile: nameAt(place), account: account && accountText(account), roleName };
  if (place.kind === 'there') {
    const names = new Set(context.imported.profiles.map(({ name }) => name));
    const values = [...profile.values].map(([key, { value }]): [string, string] => [
      key,
      key === 'source_profile' ? (renameInList(value, names, context.renames) ?? value) : value,
    ]);
    const changes = changesTo(place.profile, values);
    if (changes.length === 0) return skipped({ ...shown, reason: 'same' });
    const entry: ImportEntry = { ...shown, action: 'change', reason: undefined, changes };
    return { entry, blocks: [], line: place.profile.line };
  }
  if (place.kind === 'elsewhere') return skipped({ ...shown, reason: 'same' });
  if (!context.isNeeded) return skipped({ ...shown, reason: 'nothing-left' });
  const reason = place.name === profile.name ? undefined : 'name-taken';
  return {
    entry: { ...shown, action: 'add', reason, changes: [] },
    blocks: profile.headers.map((line) => ({ order: line, lines: blockAt(context.renamed, line) })),
    line: undefined,
  };
}

/** A section that is no profile (`sso-session`, `services`): it comes along, or what is there by its name stays. */
function planOther(section: IniSection, current: ConfigText, renamed: ConfigText): PlannedEntry {
  const shown = { profile: section.name, account: undefined, roleName: undefined };
  const isThere = current.sections.some(({ name }) => name.toLowerCase() === section.name.toLowerCase());
  if (isThere) return skipped({ ...shown, reason: 'same' });
  return {
    entry: { ...shown, action: 'add', reason: undefined, changes: [] },
    blocks: [{ order: section.line, lines: blockAt(renamed, section.line) }],
    line: undefined,
  };
}

function unreadable(config: ConfigText, line: number): PlannedEntry {
  const profile = writtenAt(config, line).trim().slice(0, 64);
  return skipped({ profile, account: undefined, roleName: undefined, reason: 'unreadable' });
}

function headerLines(config: ConfigText): number[] {
  return config.lines.flatMap((_, index) => (isHeader(writtenAt(config, index + 1)) ? [index + 1] : []));
}

/** A section's lines with the comments right above its header, without those of the next one and blank lines between. */
function blockAt(config: ConfigText, header: number): string[] {
  let first = header;
  while (first > 1 && isComment(writtenAt(config, first - 1))) first--;
  let next = header + 1;
  while (next <= config.lines.length && !isHeader(writtenAt(config, next))) next++;
  let last = next - 1;
  if (next <= config.lines.length) while (last > header && isComment(writtenAt(config, last))) last--;
  while (last > header && writtenAt(config, last).trim() === '') last--;
  return Array.from({ length: last - first + 1 }, (_, index) =>
    writtenAt(config, first + index).replace(/^\uFEFF/, ''),
  );
}

function isComment(written: string): boolean {
  return /^\s*[#;]/.test(written);
}

function namedBases(profiles: readonly Profile[]): ReadonlySet<string> {
  const lists = profiles.flatMap(({ values }) => values.get('source_profile')?.value ?? []);
  return new Set(lists.flatMap((list) => [list, ...list.split(',').map((name) => name.trim())]));
}
