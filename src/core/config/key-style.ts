import { type ConfigText, indentOf, type KeyLine, lineAt, readKeyLine, writtenAt } from './config-text.ts';
import type { IniSection } from './parse-ini.ts';
import { spellValue, writableValue } from './write-value.ts';

/** How a section writes its keys. */
export interface KeyStyle {
  readonly indent: string;
  readonly before: string;
  readonly delimiter: string;
  readonly after: string;
  /** Where all delimiters stand below each other: how far from the line's start. */
  readonly column: number | undefined;
}

export const PLAIN_STYLE: KeyStyle = { indent: '', before: ' ', delimiter: '=', after: ' ', column: undefined };

/** The style of a section's last key with a value; of a section without one, that of its header's indentation. */
export function keyStyleOf(config: ConfigText, section: IniSection): KeyStyle {
  const keys = section.entries.flatMap(({ line }) => readKeyLine(config, line) ?? []);
  const last = keys.findLast(({ valueFrom, valueTo }) => valueFrom < valueTo);
  if (last) return { ...last, column: commonColumn(keys) };
  const lastEntry = keys.at(-1);
  const indent = lastEntry?.indent ?? indentOf(writtenAt(config, section.line));
  return { ...PLAIN_STYLE, indent };
}

/** One line without its end, in the style given; the value as `writableValue` makes it. */
export function spellKeyLine(
  key: string,
  value: string,
  { indent, before, delimiter, after, column }: KeyStyle,
): string {
  const start = indent + key;
  const gap = column === undefined ? before : ' '.repeat(Math.max(1, column - start.length));
  const writable = writableValue(key, value);
  return `${start}${gap}${delimiter}${after}${spellValue(key, writable, after, '') ?? writable}`;
}

function commonColumn(keys: readonly KeyLine[]): number | undefined {
  const columns = keys.map(({ indent, keyFrom, keyTo, before }) => indent.length + keyTo - keyFrom + before.length);
  const widths = new Set(keys.map(({ keyFrom, keyTo }) => keyTo - keyFrom));
  const isAligned = new Set(columns).size === 1 && widths.size > 1 && keys.every(({ before }) => /^ *$/.test(before));
  return isAligned ? columns[0] : undefined;
}

/** What ends lines around a line: its own end, or the one before it, or the text's. */
export function lineEndAt(config: ConfigText, line: number): string {
  for (const near of [line, line - 1]) {
    const { to, end } = lineAt(config, near);
    if (end > to) return config.text.slice(to, end);
  }
  return config.lineEnd;
}
