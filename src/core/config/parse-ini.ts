import { parse } from 'ini';
import { cutComment, unquote, type ValueRule } from './ini-value.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { remembering } from './remembering.ts';

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

interface Key {
  /** In lower case. */
  readonly name: string;
  readonly rule: ValueRule;
}

interface Reading {
  place: Place;
  readonly keyOf: (written: string) => Key;
  readonly readValue: (value: string) => string;
}

const OTHER_LINE_END = /\r\n?/g;
const DELIMITER = /[=:]/;
/** JSON leaves these two as they are, and ini stops reading at them. */
const UNESCAPED_LINE_END = /[\u2028\u2029]/g;
/** Names, numbers, ARNs, plain URLs: nothing in them is for ini to read. */
const PLAIN = /^[\w+=,.@:/-]+$/;

/**
 * Reads INI text by the line rules of config-format §1. Knows nothing of AWS: what differs between keys comes with
 * `ruleOf`. Takes any string, never throws, and is linear in its length.
 */
export function parseIni(text: string, ruleOf: IniGrammar): Ini {
  const sections: IniSection[] = [];
  const problems: Problem[] = [];
  const reading: Reading = {
    place: openPlace('outside', problems),
    keyOf: remembering((written) => readKey(written, ruleOf)),
    readValue: remembering(readByIni),
  };
  forEachLine(text, (written, line) => {
    // Takes a BOM away as well: it counts as white space.
    const content = written.trim();
    if (content === '' || content.startsWith('#') || content.startsWith(';')) return;
    if (content.startsWith('[')) reading.place = openSection(content, line, sections, problems);
    else readKeyLine(content, line, written.length === content.length ? 0 : indentOf(written), reading);
  });
  return { sections, problems };
}

function indentOf(written: string): number {
  return written.length - written.trimStart().length;
}

/** Gives each line with its number, one at a time: a list of them all would take longer than to read them. */
function forEachLine(text: string, visit: (written: string, line: number) => void): void {
  const lines = text.includes('\r') ? text.replace(OTHER_LINE_END, '\n') : text;
  let line = 1;
  let start = 0;
  for (let end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', start)) {
    visit(lines.slice(start, end), line);
    line += 1;
    start = end + 1;
  }
  visit(lines.slice(start), line);
}

/** Opens the section of a header; below one that can't be read, a place whose keys belong to nobody. */
function openSection(content: string, line: number, sections: IniSection[], problems: Problem[]): Place {
  const end = content.indexOf(']');
  const name = content.slice(1, end).trim();
  if (end < 0 || name === '') {
    problems.push(problem(line, end < 0 ? 'unclosed-section' : 'empty-section-name'));
    return openPlace('unusable', problems);
  }
  const place = openPlace('section', []);
  sections.push({ name, line, entries: place.entries, problems: place.problems });
  const after = content
    .slice(end + 1)
    .trimStart()
    .charAt(0);
  if (after !== '' && after !== '#' && after !== ';') place.problems.push(problem(line, 'text-after-section', name));
  return place;
}

/** Adds a line's entry to its section; problems go to the place. */
function readKeyLine(content: string, line: number, indent: number, { place, keyOf, readValue }: Reading): void {
  const delimiter = content.search(DELIMITER);
  if (delimiter < 1) {
    place.problems.push(problem(line, 'text-without-key'));
    return;
  }
  // Deeper lines below an empty value are its nested block (`s3 =`), read over.
  if (place.blockIndent !== undefined && indent > place.blockIndent) return;
  const { name: key, rule } = keyOf(content.slice(0, delimiter));
  const written = cutComment(content.slice(delimiter + 1), rule);
  place.blockIndent = written === '' ? indent : undefined;
  if (place.kind === 'outside') place.problems.push(problem(line, 'key-outside-section', key));
  if (place.kind !== 'section') return;
  const value = unquote(written);
  place.entries.push({ key, value: PLAIN.test(value) ? value : readValue(value), line });
}

function readKey(written: string, ruleOf: IniGrammar): Key {
  const name = written.trimEnd().toLowerCase();
  return { name, rule: ruleOf(name) };
}

/**
 * One value through the `ini` package, which reads a whole text by rules of its own: it nests at dots, merges
 * sections, cuts at any `;` or `#`, turns `true` and `'12'` into other types and loses the line numbers (stack §7).
 * Alone on a line, under a plain key and in ini's own JSON spelling, a value comes back exactly as it went in.
 */
function readByIni(value: string): string {
  const spelled = JSON.stringify(value).replace(UNESCAPED_LINE_END, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
  const read: Readonly<Record<string, unknown>> = parse(`value=${spelled}`);
  return String(read.value);
}

function openPlace(kind: Place['kind'], problems: Problem[]): Place {
  return { kind, entries: [], problems, blockIndent: undefined };
}

function problem(line: number, code: ProblemCode, ...values: string[]): Problem {
  return { line, code, values };
}
