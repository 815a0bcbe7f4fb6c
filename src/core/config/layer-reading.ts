import { ruleOfKey } from './keys.ts';
import type { Layer, Origin } from './layer.ts';
import { type IniEntry, type IniSection, parseIni } from './parse-ini.ts';
import type { Problem } from './problem.ts';
import { type Profile, readProfiles } from './profile.ts';
import { collectProblems, type Report } from './report.ts';
import { removeSecrets } from './secrets.ts';
import { sectionKind } from './section-kind.ts';

/** The portal of an `[sso-session]`, as it is written. */
export interface WrittenPortal {
  /** Of the session. */
  readonly name: string;
  readonly entry: IniEntry;
}

/** One layer while it is read. Lines and problems are those of its own text. */
export interface LayerReading {
  readonly origin: Origin;
  readonly portals: readonly WrittenPortal[];
  readonly profiles: readonly Profile[];
  /** All that stand in the text, whichever layer has their names. */
  readonly written: readonly Profile[];
  readonly report: Report;
  /** What was reported so far, in line order. */
  readonly problems: () => Problem[];
}

export function openLayer({ origin, text }: Layer): LayerReading {
  const { problems, report } = collectProblems();
  const ini = parseIni(text, ruleOfKey);
  for (const { line, code, values } of ini.problems) report(line, code, ...values);
  const profiles = readProfiles(ini.sections, report);
  return {
    origin,
    portals: readWrittenPortals(ini.sections),
    profiles,
    written: profiles,
    report,
    problems: () => withSecrets(problems, text).sort((a, b) => a.line - b.line),
  };
}

/** Of keys that stand twice in a section the last counts. */
function readWrittenPortals(sections: readonly IniSection[]): WrittenPortal[] {
  const portals: WrittenPortal[] = [];
  for (const section of sections) {
    if (!/^sso-session\s/i.test(section.name)) continue;
    const kind = sectionKind(section);
    const entry = section.entries.findLast(({ key, value }) => key === 'sso_start_url' && value.trim() !== '');
    if (kind.kind === 'sso-session' && entry) portals.push({ name: kind.name, entry });
  }
  return portals;
}

/** Credentials are the one thing to say about their lines; anything else might tell what is in them. */
function withSecrets(problems: readonly Problem[], text: string): Problem[] {
  const { removed } = removeSecrets(text);
  if (removed.length === 0) return [...problems];
  const lines = new Set(removed.map(({ line }) => line));
  return [
    ...problems.filter(({ line }) => !lines.has(line)),
    ...removed.map(({ line, key }): Problem => ({ line, code: 'secret', values: [key] })),
  ];
}
