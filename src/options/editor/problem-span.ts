import type { Problem, ProblemCode } from '../../core/config/problem.ts';
import { type IniLine, readLine, type Span } from './ini-line.ts';

/** Problems whose first value is the key of their line. */
const ABOUT_KEY: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'key-outside-section',
  'duplicate-key',
  'unknown-key',
  'not-overridable',
  'secret',
]);

/** The part of its line that a problem is about: what it names where the line holds that, else all of the line. */
export function problemSpan(line: string, { code, values }: Problem): Span {
  const read = readLine(line);
  if (read.kind === 'blank') return { from: 0, to: line.length };
  if (read.kind === 'entry' && ABOUT_KEY.has(code)) return read.key;
  const place = placeOf(read);
  return (values[0] && wordIn(line, place, values[0])) || (isFilled(place) ? place : read.content);
}

/** Where a line says what it has to say. */
function placeOf(read: Exclude<IniLine, { kind: 'blank' }>): Span {
  if (read.kind === 'entry') return read.value;
  return read.kind === 'section' && read.name ? read.name : read.content;
}

/** Where the value stands as a word of its own. */
function wordIn(line: string, { from, to }: Span, word: string): Span | undefined {
  for (let at = line.indexOf(word, from); at >= 0 && at + word.length <= to; at = line.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isApart =
      (at === from || /[\s,"']/.test(line.charAt(at - 1))) && (end === to || /[\s,"']/.test(line.charAt(end)));
    if (isApart) return { from: at, to: end };
  }
  return undefined;
}

function isFilled({ from, to }: Span): boolean {
  return from < to;
}
