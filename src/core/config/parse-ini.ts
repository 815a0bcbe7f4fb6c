import { parse } from 'ini';
import { cutComment, unquote, type ValueRule } from './ini-value.ts';
import type { Problem, ProblemCode } from './problem.ts';

export interface IniEntry {
  /** In lower case: keys are case-insensitive. */
  readonly key: string;
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

export interface IniSection {
  /** As written inside the brackets, trimmed. Never empty; anything but `]`, and two sections may share it. */
  readonly name: string;
  /** 1-based line of the header. */
  readonly line: number;
  /** In the text's order, duplicates and all. */
  readonly entries: readonly IniEntry[];
  /** What is wrong with lines of this section, apart from the others so that a reader can skip a section whole. */
  readonly problems: readonly Problem[];
}

export interface Ini {
  readonly sections: readonly IniSection[];
  /** What is wrong outside of every usable section, in line order. */
  readonly problems: readonly Problem[];
}

/** Which rule a key's values follow; asked with the key in lower case. */
export type IniGrammar = (key: string) => ValueRule;

/** Where the reader stands: before any section, below a header that can't be read, or in a section. */
interface Place {
  readonly kind: 'outside' | 'unusable' | 'section';
  readonly entries: IniEntry[];
  readonly problems: Problem[];
  /** Indentation of the key with an empty value whose nested block may follow. */
  blockIndent: number | undefined;
}

const LINE_END = /\r\n|\n|\r/;
const DELIMITER = /[=:]/;

/**
 * Reads INI text by the line rules of config-format §1. Knows nothing of AWS: what differs between keys comes with
 * `ruleOf`. Takes any string, never throws, and is linear in its length.
 */
export function parseIni(text: string, ruleOf: IniGrammar): Ini {
  const sections: IniSection[] = [];
  const problems: Problem[] = [];
  let place = openPlace('outside', problems);
  splitLines(text).forEach((written, index) => {
    const content = written.trim();
    const line = index + 1;
    if (content === '' || content.startsWith('#') || content.startsWith(';')) return;
    if (!content.startsWith('[')) {
      readKeyLine(place, { content, indent: written.length - written.trimStart().length, line }, ruleOf);
      return;
    }
    const header = parseHeader(content);
    if (typeof header === 'string') {
      problems.push(problem(line, header));
      // Its keys belong to nobody: they must not fall into the section before.
      place = openPlace('unusable', problems);
      return;
    }
    place = openPlace('section', []);
    if (header.hasTextAfter) place.problems.push(problem(line, 'text-after-section', header.name));
    sections.push({ name: header.name, line, entries: place.entries, problems: place.problems });
  });
  return { sections, problems };
}

/** The text's lines, without what ends them and without a BOM. */
export function splitLines(text: string): string[] {
  return (text.startsWith('\uFEFF') ? text.slice(1) : text).split(LINE_END);
}

interface Header {
  readonly name: string;
  readonly hasTextAfter: boolean;
}

function parseHeader(content: string): Header | 'unclosed-section' | 'empty-section-name' {
  const end = content.indexOf(']');
  if (end < 0) return 'unclosed-section';
  const name = content.slice(1, end).trim();
  if (name === '') return 'empty-section-name';
  return { name, hasTextAfter: !/^(?:$|[#;])/.test(content.slice(end + 1).trimStart()) };
}

interface KeyLine {
  readonly content: string;
  readonly indent: number;
  readonly line: number;
}

function readKeyLine(place: Place, { content, indent, line }: KeyLine, ruleOf: IniGrammar): void {
  const delimiter = content.search(DELIMITER);
  if (delimiter < 1) {
    place.problems.push(problem(line, 'text-without-key'));
    return;
  }
  // Deeper lines below an empty value are its nested block (`s3 =`), read over.
  if (place.blockIndent !== undefined && indent > place.blockIndent) return;
  const key = content.slice(0, delimiter).trimEnd().toLowerCase();
  const value = cutComment(content.slice(delimiter + 1), ruleOf(key));
  place.blockIndent = value === '' ? indent : undefined;
  if (place.kind === 'outside') place.problems.push(problem(line, 'key-outside-section', key));
  if (place.kind === 'section') place.entries.push({ key, value: readByIni(unquote(value)), line });
}

/**
 * One value through the `ini` package, which reads a whole text by rules of its own: it nests at dots, merges
 * sections, cuts at any `;` or `#`, turns `true` and `'12'` into other types and loses the line numbers (stack §7).
 * Alone on a line, under a plain key and in ini's own JSON spelling, a value comes back exactly as it went in.
 */
function readByIni(value: string): string {
  const spelled = JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  const read: Readonly<Record<string, unknown>> = parse(`value=${spelled}`);
  return String(read.value);
}

function openPlace(kind: Place['kind'], problems: Problem[]): Place {
  return { kind, entries: [], problems, blockIndent: undefined };
}

function problem(line: number, code: ProblemCode, ...values: string[]): Problem {
  return { line, code, values };
}
