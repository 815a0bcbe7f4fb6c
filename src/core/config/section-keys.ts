import { ruleOfKey } from './keys.ts';
import { parseIni } from './parse-ini.ts';

/** The keys, in lower case, of the section whose header stands in a 1-based line. */
export function keysAt(text: string, line: number): ReadonlySet<string> {
  const section = parseIni(text, ruleOfKey).sections.find((candidate) => candidate.line === line);
  return new Set(section?.entries.map(({ key }) => key));
}
