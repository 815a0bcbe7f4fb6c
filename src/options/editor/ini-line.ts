import { cutComment, unquote } from '../../core/config/ini-value.ts';
import { ruleOfKey } from '../../core/config/keys.ts';

/** A part of a line; `to` is behind its last character. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One line of the text taken apart, by the same rules that `parse-ini` reads it by (config-format §1). */
export type IniLine =
  | { readonly kind: 'blank' }
  | { readonly kind: 'comment' | 'text'; readonly content: Span }
  | SectionLine
  | EntryLine;

export interface SectionLine {
  readonly kind: 'section';
  readonly content: Span;
  /** Undefined where the header has no `]`. */
  readonly name: Span | undefined;
  /** What stands behind the `]`; empty where nothing does. */
  readonly after: Span;
  readonly isAfterComment: boolean;
}

export interface EntryLine {
  readonly kind: 'entry';
  readonly content: Span;
  readonly key: Span;
  /** The key in lower case. */
  readonly name: string;
  /** Where its `=` or `:` is. */
  readonly delimiter: number;
  /** Quotes and all, without the comment; empty just behind the delimiter's white space where there is none. */
  readonly value: Span;
  readonly comment: Span;
}

const DELIMITER = /[=:]/;

export function readLine(line: string): IniLine {
  const content = trimmed(line, { from: 0, to: line.length });
  if (content.from === content.to) return { kind: 'blank' };
  const first = line.charAt(content.from);
  if (first === '#' || first === ';') return { kind: 'comment', content };
  return first === '[' ? readSection(line, content) : readEntry(line, content);
}

/** The name that a section's header gives, for a line that is one. */
export function sectionName(line: string): string | undefined {
  const read = readLine(line);
  return read.kind === 'section' && read.name ? line.slice(read.name.from, read.name.to) : undefined;
}

/** A value without its quotes, and where it stands in the line. */
export function bareValue(line: string, { value }: EntryLine): Span & { readonly text: string } {
  const written = line.slice(value.from, value.to);
  const text = unquote(written);
  const quote = text === written ? 0 : 1;
  return { text, from: value.from + quote, to: value.to - quote };
}

function readSection(line: string, content: Span): SectionLine {
  const end = line.indexOf(']', content.from);
  if (end < 0 || end >= content.to) {
    return { kind: 'section', content, name: undefined, after: emptyAt(content.to), isAfterComment: false };
  }
  const after = trimmed(line, { from: end + 1, to: content.to });
  const name = trimmed(line, { from: content.from + 1, to: end });
  return { kind: 'section', content, name, after, isAfterComment: /[#;]/.test(line.charAt(after.from)) };
}

function readEntry(line: string, content: Span): IniLine {
  const delimiter = content.from + line.slice(content.from).search(DELIMITER);
  if (delimiter <= content.from) return { kind: 'text', content };
  const key = trimmed(line, { from: content.from, to: delimiter });
  const name = line.slice(key.from, key.to).toLowerCase();
  const rest = trimmed(line, { from: delimiter + 1, to: content.to });
  const written = cutComment(line.slice(delimiter + 1, content.to), ruleOfKey(name));
  const value = { from: rest.from, to: rest.from + written.length };
  return { kind: 'entry', content, key, name, delimiter, value, comment: trimmed(line, { ...rest, from: value.to }) };
}

/** The span without white space at its ends; at the span's end where it holds nothing else. */
function trimmed(line: string, { from, to }: Span): Span {
  const text = line.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  return { from: start, to: Math.max(start, from + text.trimEnd().length) };
}

function emptyAt(at: number): Span {
  return { from: at, to: at };
}
