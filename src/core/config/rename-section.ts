import { type ConfigText, lineAt, readConfigText, readKeyLine, writtenAt } from './config-text.ts';
import { sectionKind } from './section-kind.ts';
import { sortEdits, type TextEdit } from './text-edit.ts';
import { spellName, spellValue, writableName } from './write-value.ts';

const PROFILE_PREFIX = /^profile\s+/i;

/**
 * Gives a profile another name and says so where a `source_profile` names it, also in a list. A `profile ` prefix and a
 * comment behind the header stay. Of two profiles with one name that contradict each other, only that of the line is
 * renamed, and what names them keeps naming the other.
 *
 * @param line 1-based line of a header of the profile; where none stands there, nothing is changed
 * @param name changed as `writableName` tells; an empty one changes nothing
 */
export function renameSection(text: string, line: number, name: string): TextEdit[] {
  const config = readConfigText(text);
  const profile = config.profiles.find(({ headers }) => headers.includes(line));
  const next = writableName(name);
  if (!profile || next === '' || next === profile.name) return [];
  const headers = profile.headers.flatMap((header) => renameHeader(config, header, next));
  const isOnly = config.profiles.filter((other) => other.name === profile.name).length === 1;
  return sortEdits([...headers, ...(isOnly ? renameSources(config, new Map([[profile.name, next]])) : [])]);
}

/** Names to put in place of others; undefined takes one out. */
export type Renames = ReadonlyMap<string, string | undefined>;

/**
 * Puts other names, or none, in place of those of bases in every `source_profile` of the text.
 *
 * @param isWanted which lines to change; all of them where it is left out
 */
export function renameSources(
  config: ConfigText,
  renames: Renames,
  isWanted: (line: number) => boolean = () => true,
): TextEdit[] {
  if (renames.size === 0) return [];
  const names = new Set(config.profiles.map((profile) => profile.name));
  return config.sections.flatMap((section) =>
    sectionKind(section).kind === 'foreign'
      ? []
      : section.entries.flatMap(({ key, value, line }) => {
          if (key !== 'source_profile' || !isWanted(line)) return [];
          const renamed = renameInList(value.trim(), names, renames);
          const written = readKeyLine(config, line);
          if (renamed === undefined || !written) return [];
          const { valueFrom: from, valueTo: to, after, contentTo } = written;
          const spelled = spellValue(key, renamed, after, config.text.slice(to, contentTo)) ?? renamed;
          return [{ from, to, insert: spelled }];
        }),
  );
}

/** The value of a `source_profile` with the other names in it; undefined where it stays as it is. */
export function renameInList(value: string, names: ReadonlySet<string>, renames: Renames): string | undefined {
  if (renames.has(value)) return renames.get(value) ?? '';
  // A section's name may hold a comma itself.
  if (names.has(value)) return undefined;
  const parts = value.split(',');
  if (!parts.some((part) => renames.has(part.trim()))) return undefined;
  const renamed = parts.flatMap((part) => {
    const name = part.trim();
    if (!renames.has(name)) return [part];
    const next = renames.get(name);
    return next === undefined ? [] : [part.replace(name, () => next)];
  });
  return renamed.join(',').trim();
}

/** Puts another name into one header; its prefix stays. */
export function renameHeader(config: ConfigText, line: number, name: string): TextEdit[] {
  const written = writtenAt(config, line);
  const open = written.indexOf('[') + 1;
  const inside = written.slice(open, written.indexOf(']', open));
  const current = inside.trim();
  const prefix = PROFILE_PREFIX.exec(current)?.[0] ?? '';
  const isQuoted = prefix !== '' && /["']$/.test(current);
  const from = lineAt(config, line).from + open + inside.indexOf(current);
  return [{ from, to: from + current.length, insert: spellName(name, prefix, isQuoted) }];
}
