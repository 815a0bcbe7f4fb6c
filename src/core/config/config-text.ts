import { cutComment } from './ini-value.ts';
import { ruleOfKey } from './keys.ts';
import { type IniSection, parseIni } from './parse-ini.ts';
import { type Profile, readProfiles } from './profile.ts';

/** Where a line stands: `to` is before its line end, `end` behind it. */
export interface TextLine {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** The text together with where everything in it stands, for those who write in it. */
export interface ConfigText {
  readonly text: string;
  /** Never empty. */
  readonly lines: readonly TextLine[];
  readonly sections: readonly IniSection[];
  readonly profiles: readonly Profile[];
  /** What ends lines here: the first line end of the text, or a line feed. */
  readonly lineEnd: string;
}

/** Where the parts of a `key = value` line stand. */
export interface KeyLine {
  /** White space before the key, without a BOM. */
  readonly indent: string;
  /** As `parseIni` counts it, with a BOM. */
  readonly indentWidth: number;
  readonly keyFrom: number;
  readonly keyTo: number;
  /** The delimiter and the white space on both sides of it. */
  readonly before: string;
  readonly delimiter: string;
  readonly after: string;
  /** The value with its quotes; where nothing is written, the place for it behind the delimiter. */
  readonly valueFrom: number;
  readonly valueTo: number;
  /** Up to the end of what is no white space. */
  readonly contentTo: number;
}

const LINE = /[^\r\n]*(\r\n|\n|\r|$)/y;
const DELIMITER = /[=:]/;

/** Reads a text by the rules of `parseIni`, so that what is written can stand where it will be read. */
export function readConfigText(text: string): ConfigText {
  const lines = readLines(text);
  const { sections } = parseIni(text, ruleOfKey);
  const profiles = readProfiles(sections, () => {});
  return { text, lines, sections, profiles, lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n' };
}

/** The lines of a text as `parseIni` counts them: one more than there are line ends. */
function readLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  LINE.lastIndex = 0;
  for (;;) {
    const from = LINE.lastIndex;
    const lineEnd = LINE.exec(text)?.[1] ?? '';
    const end = LINE.lastIndex;
    lines.push({ from, to: end - lineEnd.length, end });
    if (lineEnd === '') return lines;
  }
}

/** @param line 1-based; one that the text doesn't have is empty and stands at its end */
export function lineAt({ lines, text }: ConfigText, line: number): TextLine {
  return lines[line - 1] ?? { from: text.length, to: text.length, end: text.length };
}

export function writtenAt(config: ConfigText, line: number): string {
  const { from, to } = lineAt(config, line);
  return config.text.slice(from, to);
}

/** The parts of a line that holds a key; undefined for any other line. */
export function readKeyLine(config: ConfigText, line: number): KeyLine | undefined {
  const written = writtenAt(config, line);
  const content = written.trim();
  const delimiterAt = content.search(DELIMITER);
  if (delimiterAt < 1 || /^[#;[]/.test(content)) return undefined;
  const keyFrom = lineAt(config, line).from + indentWidth(written);
  const key = content.slice(0, delimiterAt).trimEnd();
  const raw = content.slice(delimiterAt + 1);
  const after = raw.slice(0, indentWidth(raw));
  const value = cutComment(raw, ruleOfKey(key.toLowerCase()));
  const rawFrom = keyFrom + delimiterAt + 1;
  const valueFrom = value === '' ? rawFrom : rawFrom + after.length;
  return {
    indent: indentOf(written),
    indentWidth: indentWidth(written),
    keyFrom,
    keyTo: keyFrom + key.length,
    before: content.slice(key.length, delimiterAt),
    delimiter: content.charAt(delimiterAt),
    after,
    valueFrom,
    valueTo: valueFrom + value.length,
    contentTo: keyFrom + content.length,
  };
}

/** The last line of what belongs to a key: its own, or the last of the nested block below an empty value. */
export function lastLineOfKey(config: ConfigText, line: number): number {
  const key = readKeyLine(config, line);
  if (!key || key.valueFrom < key.valueTo) return line;
  const indent = indentWidth(writtenAt(config, line));
  let last = line;
  for (let next = line + 1; next <= config.lines.length; next++) {
    const written = writtenAt(config, next);
    if (isHeader(written)) break;
    if (!readKeyLine(config, next)) continue;
    if (indentWidth(written) <= indent) break;
    last = next;
  }
  return last;
}

/** Whether a line opens a section, readable or not. */
export function isHeader(written: string): boolean {
  return written.trimStart().startsWith('[');
}

/** Whether a line is blank or a comment: nothing that is read. */
export function saysNothing(written: string): boolean {
  return /^\s*(?:$|[#;])/.test(written);
}

/** The white space that a line begins with, without the text's BOM. */
export function indentOf(written: string): string {
  return written.slice(0, indentWidth(written)).replaceAll('\uFEFF', '');
}

function indentWidth(written: string): number {
  return written.length - written.trimStart().length;
}
