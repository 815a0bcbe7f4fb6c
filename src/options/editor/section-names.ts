import type { Text } from '@codemirror/state';
import { sectionKind } from '../../core/config/section-kind.ts';
import { bareValue, readLine, sectionName } from './ini-line.ts';

export interface SectionNames {
  /** Of the profiles, in the text's order. */
  readonly profiles: ReadonlySet<string>;
  readonly ssoSessions: ReadonlySet<string>;
  /** Named as a base already, the one named most first. */
  readonly bases: readonly string[];
}

const known = new WeakMap<Text, SectionNames>();

/** The names in the text. Reads all of it, so it is asked for when a list opens and not while typing. */
export function sectionNames(doc: Text): SectionNames {
  const names = known.get(doc) ?? readNames(doc);
  known.set(doc, names);
  return names;
}

function readNames(doc: Text): SectionNames {
  const profiles = new Set<string>();
  const ssoSessions = new Set<string>();
  const uses = new Map<string, number>();
  for (const line of doc.iterLines()) {
    const name = /^\s*\[/.test(line) ? sectionName(line) : undefined;
    if (name) {
      const section = sectionKind({ name, line: 0, entries: [], problems: [] });
      if (section.kind === 'profile') profiles.add(section.name);
      if (section.kind === 'sso-session') ssoSessions.add(section.name);
    }
    for (const base of /^\s*source_profile\b/i.test(line) ? basesIn(line) : [])
      uses.set(base, (uses.get(base) ?? 0) + 1);
  }
  const bases = [...uses].filter(([name]) => profiles.has(name)).sort(([, a], [, b]) => b - a);
  return { profiles, ssoSessions, bases: bases.map(([name]) => name) };
}

function basesIn(line: string): string[] {
  const read = readLine(line);
  if (read.kind !== 'entry') return [];
  return bareValue(line, read)
    .text.split(',')
    .map((name) => name.trim());
}
