import { parseColor } from '../../core/config/color.ts';
import type { Color } from '../../core/config/config.ts';
import { bareValue, readLine, type Span } from './ini-line.ts';

export interface ColorValue extends Span {
  readonly color: Color;
  /** Whether the digits have a `#` before them. */
  readonly hasHash: boolean;
}

/** The colour that a line gives a role, and where it is written. */
export function colorValue(line: string): ColorValue | undefined {
  if (!/^\s*color\b/i.test(line)) return undefined;
  const read = readLine(line);
  if (read.kind !== 'entry' || read.name !== 'color') return undefined;
  const { text, from, to } = bareValue(line, read);
  const color = parseColor(text);
  return color && { from, to, color, hasHash: text.startsWith('#') };
}
