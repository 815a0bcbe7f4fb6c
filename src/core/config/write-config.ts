import {
  type ConfigText,
  isHeader,
  lastLineOfKey,
  lineAt,
  readConfigText,
  readKeyLine,
  saysNothing,
  writtenAt,
} from './config-text.ts';
import { keyStyleOf, lineEndAt, spellKeyLine } from './key-style.ts';
import { knownKey } from './keys.ts';
import type { IniEntry, IniSection } from './parse-ini.ts';
import { sortEdits, type TextEdit } from './text-edit.ts';
import { spellValue, writableValue } from './write-value.ts';

export { appendSection, type NewSection } from './append-section.ts';
export { renameSection } from './rename-section.ts';
export { applyEdits, type TextEdit } from './text-edit.ts';
export { writableName, writableValue } from './write-value.ts';

/** Values by key in lower case; undefined takes the key out. */
export type KeyChanges = Readonly<Record<string, string | undefined>>;

/**
 * Sets keys of a profile. Only the value's own bytes of a key that is there change; a new key goes behind the last one
 * of the section, written like its neighbours. A value that would be misread gets quotes; what a line can't hold is
 * changed as `writableValue` tells, and `readConfig` gives back exactly what that gives.
 *
 * Sections that are read as one profile are written as one, and a key by either of its names. Of a key that stands
 * twice the last one is set, which counts; both are removed. An empty key with a nested block below stays as it is.
 *
 * @param line 1-based line of a header of the profile; where none stands there, nothing is changed
 */
export function setRoleKeys(text: string, line: number, changes: KeyChanges): TextEdit[] {
  return setKeysIn(readConfigText(text), line, changes);
}

/** `setRoleKeys` for a text that is read already. */
export function setKeysIn(config: ConfigText, line: number, changes: KeyChanges): TextEdit[] {
  const sections = sectionsOf(config, line);
  const removed = new Set<number>();
  const values: TextEdit[] = [];
  const added = new Map<IniSection, [string, string][]>();
  for (const [key, value] of Object.entries(changes)) {
    const entries = sections.map((section) => section.entries.filter((entry) => nameOf(entry.key) === nameOf(key)));
    if (value === undefined) {
      for (const entry of entries.flat()) addLines(removed, entry.line, lastLineOfKey(config, entry.line));
      continue;
    }
    const counting = countingEntries(config, entries);
    for (const entry of counting) values.push(...setValue(config, entry, value));
    const home = homeOf(key, sections, line);
    if (counting.length > 0 || !home || writableValue(key, value) === '') continue;
    added.set(home, [...(added.get(home) ?? []), [key, value]]);
  }
  for (const section of sections) values.push(...keepApart(config, section, removed, values));
  const inserts = [...added].map(([section, keys]) => insertKeys(config, section, keys, removed));
  return sortEdits([...values, ...inserts, ...removeLines(config, removed)]);
}

/**
 * Takes a profile's sections out: header, keys and what stands between them, and the blank lines behind. Comments above
 * the header and behind the last key stay, for they may be about more than this section.
 */
export function removeSection(text: string, line: number): TextEdit[] {
  const config = readConfigText(text);
  const removed = new Set<number>();
  for (const section of sectionsOf(config, line)) {
    let last = section.line;
    for (let next = last + 1; next <= config.lines.length && !isHeader(writtenAt(config, next)); next++) {
      if (!saysNothing(writtenAt(config, next))) last = next;
    }
    while (last < config.lines.length && writtenAt(config, last + 1).trim() === '') last++;
    addLines(removed, section.line, last);
  }
  return removeLines(config, removed);
}

/** Edits that take lines out with their ends; where the last line goes and has none, with the end before it. */
export function removeLines(config: ConfigText, removed: ReadonlySet<number>): TextEdit[] {
  const edits: TextEdit[] = [];
  const lines = [...removed].sort((a, b) => a - b);
  for (const [index, first] of lines.entries()) {
    if (removed.has(first - 1)) continue;
    let last = first;
    while (removed.has(last + 1)) last = lines[index + last + 1 - first] ?? last;
    const { to, end } = lineAt(config, last);
    const { from } = lineAt(config, first);
    const isOpenEnd = to === end && writtenAt(config, last) !== '' && first > 1;
    edits.push({ from: isOpenEnd ? lineAt(config, first - 1).to : from, to: end, insert: '' });
  }
  return edits;
}

/** All the sections that are one profile with that of the line, or that section alone where it is no profile. */
export function sectionsOf({ sections, profiles }: ConfigText, line: number): IniSection[] {
  const headers = profiles.find((profile) => profile.headers.includes(line))?.headers ?? [line];
  return sections.filter((section) => headers.includes(section.line));
}

/** The key's own name: `display_name` and `label` are one key. */
function nameOf(key: string): string {
  return knownKey(key) ?? key;
}

/** Of each section the last entry; an empty one counts only where no section has a value, and never above a block. */
function countingEntries(config: ConfigText, entries: readonly (readonly IniEntry[])[]): IniEntry[] {
  const lasts = entries.flatMap((list) => list.at(-1) ?? []);
  const filled = lasts.filter(({ value }) => value.trim() !== '');
  return filled.length > 0 ? filled : lasts.filter(({ line }) => lastLineOfKey(config, line) === line).slice(0, 1);
}

function setValue(config: ConfigText, { key, line, value: current }: IniEntry, value: string): TextEdit[] {
  const written = readKeyLine(config, line);
  const wanted = writableValue(key, value);
  if (!written || current.trim() === wanted) return [];
  const { valueFrom: from, valueTo: to, contentTo, before, after } = written;
  const gap = from === to && before !== '' ? ' ' : '';
  const rest = config.text.slice(to, contentTo);
  const spelled = spellValue(key, wanted, from === to ? gap : after, rest);
  if (spelled !== undefined) return [{ from, to, insert: gap + spelled }];
  // The comment holds quotes that would be taken for the value's own.
  return [{ from, to: contentTo, insert: gap + (spellValue(key, wanted, after, '') ?? wanted) }];
}

/** What says which role it is must stay together, or two sections would be two profiles. */
function homeOf(key: string, sections: readonly IniSection[], line: number): IniSection | undefined {
  const own = sections.find((section) => section.line === line);
  if (!TARGET_KEYS.has(key)) return own;
  return sections.find(({ entries }) => entries.some((entry) => TARGET_KEYS.has(entry.key))) ?? own;
}

const TARGET_KEYS: ReadonlySet<string> = new Set(['role_arn', 'aws_account_id', 'role_name']);

/**
 * Where a removed line is all that keeps deeper ones from becoming the nested block of an empty key above, its key stays
 * with an empty value in quotes, which reads as none.
 */
function keepApart(
  config: ConfigText,
  { entries }: IniSection,
  removed: Set<number>,
  values: readonly TextEdit[],
): TextEdit[] {
  if (removed.size === 0) return [];
  const filled = new Set(values.map(({ from }) => from));
  const edits: TextEdit[] = [];
  let above: { readonly indent: number; readonly isEmpty: boolean } | undefined;
  for (const [index, { line }] of entries.entries()) {
    const written = readKeyLine(config, line);
    if (!written) continue;
    const { indentWidth, valueFrom, valueTo } = written;
    const below = entries.slice(index + 1).find((entry) => !removed.has(entry.line))?.line;
    const isNeeded = below !== undefined && above?.isEmpty && widthAt(config, below) > above.indent;
    if (removed.has(line) && !isNeeded) continue;
    above = { indent: indentWidth, isEmpty: valueFrom === valueTo && !filled.has(valueFrom) };
    if (!removed.delete(line)) continue;
    above = { indent: indentWidth, isEmpty: false };
    const insert = '""';
    if (config.text.slice(valueFrom, valueTo) !== insert) edits.push({ from: valueFrom, to: valueTo, insert });
  }
  return edits;
}

function widthAt(config: ConfigText, line: number): number {
  return readKeyLine(config, line)?.indentWidth ?? 0;
}

function insertKeys(
  config: ConfigText,
  section: IniSection,
  keys: readonly (readonly [string, string])[],
  removed: ReadonlySet<number>,
): TextEdit {
  const last = section.entries.findLast(({ line }) => !removed.has(line))?.line;
  const anchor = last === undefined ? section.line : lastLineOfKey(config, last);
  const style = keyStyleOf(config, section);
  // Deeper than an empty key above it, it would be part of a nested block.
  const indent = last === undefined ? style.indent : (readKeyLine(config, last)?.indent ?? style.indent);
  const lineEnd = lineEndAt(config, anchor);
  const at = lineAt(config, anchor).to;
  return {
    from: at,
    to: at,
    insert: keys.map(([key, value]) => lineEnd + spellKeyLine(key, value, { ...style, indent })).join(''),
  };
}

function addLines(lines: Set<number>, first: number, last: number): void {
  for (let line = first; line <= last; line++) lines.add(line);
}
