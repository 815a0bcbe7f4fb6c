import { ruleOfKey } from '../../../src/core/config/keys.ts';
import { type IniSection, parseIni } from '../../../src/core/config/parse-ini.ts';
import { sectionKind } from '../../../src/core/config/section-kind.ts';
import { keyNameOf } from '../../../src/core/merge/key-parts.ts';

/** A section's name without `profile `: `[profile x]` and `[x]` are one, `[services x]` is another. */
export function nameOf(section: IniSection): string {
  const kind = sectionKind({ ...section, entries: [] });
  return kind.kind === 'profile' ? kind.name : `(${section.name})`;
}

export function sectionsOf(text: string): readonly IniSection[] {
  return parseIni(text, ruleOfKey).sections;
}

/** What the sections of each name say, in no order: keys and values and what else is no comment, in their order. */
export function saidBySections(text: string): ReadonlyMap<string, string> {
  const said = new Map<string, string[]>();
  const lines = linesOf(text);
  for (const section of sectionsOf(text)) {
    const read = new Map(section.entries.map(({ key, value, line }) => [line, JSON.stringify([key, value])]));
    const words: string[] = section.problems.map(({ code }) => code);
    for (let line = section.line + 1; line <= lines.length && !lines[line - 1]?.startsWith('['); line++) {
      words.push(read.get(line) ?? lines[line - 1]?.replace(/^[#;].*/, '') ?? '');
    }
    const all = words.filter((word) => word !== '');
    said.set(nameOf(section), [...(said.get(nameOf(section)) ?? []), all.join('\n')]);
  }
  return new Map([...said].map(([name, all]) => [name, JSON.stringify(all.sort())]));
}

/** How often each key with its value stands in sections of each name. */
export function countEntries(text: string): ReadonlyMap<string, number> {
  return count(
    sectionsOf(text).flatMap((section) =>
      section.entries.map(({ key, value }) => JSON.stringify([nameOf(section), keyNameOf(key), value])),
    ),
  );
}

/** How often each comment and each line that can't be read stands in a text; parts of nested blocks are neither. */
export function countOtherLines(text: string): ReadonlyMap<string, number> {
  const { sections } = parseIni(text, ruleOfKey);
  const headers = new Set(sections.map(({ line }) => line));
  const entries = new Set(sections.flatMap((section) => section.entries.map(({ line }) => line)));
  const others: string[] = [];
  let isUsable = false;
  for (const [at, line] of linesOf(text).entries()) {
    if (line.startsWith('[')) isUsable = headers.has(at + 1);
    const isBlockPart = isUsable && /^[^#;=:[].*[=:]/.test(line);
    if (line !== '' && !headers.has(at + 1) && !entries.has(at + 1) && !isBlockPart) others.push(line);
  }
  return count(others);
}

function count(all: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).map((line) => line.trim());
}
