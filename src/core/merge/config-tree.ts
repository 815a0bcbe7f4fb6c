import { isHeader, saysNothing } from '../config/config-text.ts';
import { ruleOfKey } from '../config/keys.ts';
import { type IniEntry, type IniSection, parseIni } from '../config/parse-ini.ts';
import { sectionKind } from '../config/section-kind.ts';
import { keyNameOf, keyParts } from './key-parts.ts';

export interface Line {
  readonly content: string;
  /** The line end behind it; the text's first one where it is the last line and has none. */
  readonly end: string;
}

/**
 * Something that a text is made of: a section, a key, a line that can't be read (`line`), a paragraph of comments that
 * stands above nothing (`comments`), the part before the first section or the blank lines at the end (`place`).
 */
export interface ConfigNode {
  readonly kind: 'place' | 'section' | 'key' | 'line' | 'comments';
  /** What it is known by among its siblings, over all the texts; several may share it. */
  readonly name: string;
  /** As a reader knows it. */
  readonly title: string;
  /** Blank lines, and the comments right above it. */
  readonly above: readonly Line[];
  /** One line: header, key or whatever it is. Any number of them in `comments`, none in a `place`. */
  readonly lines: readonly Line[];
  /** What stands in a section; the nested block below a key. */
  readonly children: readonly ConfigNode[];
}

/** A whole text in parts that give it back, byte for byte, one after the other. */
export interface ConfigTree {
  readonly hasBom: boolean;
  /** Whether the last line is ended; undefined where there is no line. */
  readonly isEnded: boolean | undefined;
  readonly nodes: readonly ConfigNode[];
}

interface OpenNode extends ConfigNode {
  readonly children: OpenNode[];
}

interface Reading {
  readonly nodes: OpenNode[];
  section: OpenNode;
  /** The key without a value whose nested block may follow. */
  block: OpenNode | undefined;
  /** Blank lines and comments that nothing has come below yet. */
  gap: Line[];
}

/** Reads any text into its parts, by the rules of `parseIni`. */
export function readTree(text: string): ConfigTree {
  const { headers, entries } = readPlaces(text);
  const start = open('place', 'start', '', [], []);
  const reading: Reading = { nodes: [start], section: start, block: undefined, gap: [] };
  const lines = readLines(text);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    if (saysNothing(line.content)) reading.gap.push(line);
    else if (isHeader(line.content)) openSection(reading, line, headers.get(at + 1));
    else addEntry(reading, line, entries.get(at + 1));
  }
  const blanks = takeGap(reading, reading.nodes, false);
  reading.nodes.push(open('place', 'end', '', blanks, []));
  const isEnded = lines.length === 0 ? undefined : text.endsWith('\n') || text.endsWith('\r');
  return { hasBom: text.startsWith(BOM), isEnded, nodes: reading.nodes };
}

const BOM = '\uFEFF';
const LINE_END = /\r\n|\n|\r/g;

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = text.startsWith(BOM) ? 1 : 0;
  for (const { 0: end, index } of text.matchAll(LINE_END)) {
    lines.push({ content: text.slice(from, index), end });
    from = index + end.length;
  }
  if (from < text.length) lines.push({ content: text.slice(from), end: lines[0]?.end ?? '\n' });
  return lines;
}

interface Places {
  /** By 1-based line: headers that can be read, and keys that count. */
  readonly headers: ReadonlyMap<number, IniSection>;
  readonly entries: ReadonlyMap<number, IniEntry>;
}

function readPlaces(text: string): Places {
  const headers = new Map<number, IniSection>();
  const entries = new Map<number, IniEntry>();
  for (const section of parseIni(text, ruleOfKey).sections) {
    headers.set(section.line, section);
    for (const entry of section.entries) entries.set(entry.line, entry);
  }
  return { headers, entries };
}

function openSection(reading: Reading, line: Line, section: IniSection | undefined): void {
  const { name, title } = section ? identify(section) : unreadable(line);
  reading.section = open('section', name, title, takeGap(reading, reading.nodes), [line]);
  reading.block = undefined;
  reading.nodes.push(reading.section);
}

type Identity = Pick<ConfigNode, 'name' | 'title'>;

/** By its header alone: `[profile x]` and `[x]` are the same section. */
function identify({ name, line }: IniSection): Identity {
  const kind = sectionKind({ name, line, entries: [], problems: [] });
  if (kind.kind === 'foreign') return { name: `foreign ${name}`, title: name };
  return { name: `${kind.kind} ${kind.name}`, title: kind.kind === 'profile' ? kind.name : name };
}

function unreadable({ content }: Line): Identity {
  const title = content.trim();
  return { name: `line ${title}`, title };
}

/** Adds a line that is no header; in a block, everything up to the next key that counts belongs to it. */
function addEntry(reading: Reading, line: Line, entry: IniEntry | undefined): void {
  const parent = entry ? reading.section : (reading.block ?? reading.section);
  const above = takeGap(reading, parent.children);
  const key = entry ? keyNameOf(entry.key) : reading.block && keyParts(line.content)?.key;
  const { name, title } = key === undefined ? unreadable(line) : { name: `key ${key}`, title: key };
  const node = open(key === undefined ? 'line' : 'key', name, title, above, [line]);
  parent.children.push(node);
  if (entry) reading.block = entry.value === '' && keyParts(line.content)?.written === '' ? node : undefined;
}

function open(
  kind: ConfigNode['kind'],
  name: string,
  title: string,
  above: readonly Line[],
  lines: readonly Line[],
): OpenNode {
  return { kind, name, title, above, lines, children: [] };
}

/**
 * Gives what stands right above the next thing. Paragraphs of comments with a blank line below become nodes of their
 * own among its siblings.
 *
 * @param isAbove false at the end of the text: then a last paragraph stands above nothing
 */
function takeGap(reading: Reading, siblings: OpenNode[], isAbove = true): readonly Line[] {
  const { gap } = reading;
  if (gap.length === 0) return NO_LINES;
  reading.gap = [];
  let blanks: Line[] = [];
  let comments: Line[] = [];
  const close = () => {
    const name = comments.map(({ content }) => content.trim()).join('\n');
    siblings.push(open('comments', name, '', blanks, comments));
    [blanks, comments] = [[], []];
  };
  for (const line of gap) {
    const isBlank = line.content.trim() === '';
    if (isBlank && comments.length > 0) close();
    (isBlank ? blanks : comments).push(line);
  }
  if (comments.length > 0 && !isAbove) close();
  return [...blanks, ...comments];
}

const NO_LINES: readonly Line[] = [];
