// A text and its line ends. CodeMirror knows one kind of line break; the user's text keeps the bytes that it came with.
import type { TextEdit } from '../../core/config/text-edit.ts';

export type LineEnding = '\n' | '\r\n' | '\r';

export interface OddEnding {
  /** Where the line break stands in the text with plain breaks. */
  readonly at: number;
  readonly ending: LineEnding;
}

export interface Endings {
  readonly hasBom: boolean;
  /** Of the most lines; the first of the text where two are as frequent. New lines get it. */
  readonly usual: LineEnding;
  /** Of the other lines, in the text's order. */
  readonly odd: readonly OddEnding[];
}

export interface PlainText {
  /** Without a BOM, every line ended by `\n`. */
  readonly plain: string;
  readonly endings: Endings;
}

const BOM = '\uFEFF';
const LINE_END = /\r\n|\n|\r/g;

export function splitEndings(text: string): PlainText {
  const hasBom = text.startsWith(BOM);
  const body = hasBom ? text.slice(1) : text;
  if (!body.includes('\r')) return { plain: body, endings: { hasBom, usual: '\n', odd: [] } };
  const found = [...body.matchAll(LINE_END)];
  const usual = mostFrequent(found.map(([ending]) => ending as LineEnding));
  let longer = 0;
  const all = found.map(({ 0: ending, index }) => {
    const at = index - longer;
    longer += ending.length - 1;
    return { at, ending: ending as LineEnding };
  });
  const odd = all.filter(({ ending }) => ending !== usual);
  return { plain: body.replace(LINE_END, '\n'), endings: { hasBom, usual, odd } };
}

/** The inverse of `splitEndings`. */
export function joinEndings(plain: string, { hasBom, usual, odd }: Endings): string {
  const parts = [hasBom ? BOM : ''];
  let from = 0;
  for (const { at, ending } of odd) {
    parts.push(withEndings(plain.slice(from, at), usual), ending);
    from = at + 1;
  }
  parts.push(withEndings(plain.slice(from), usual));
  return parts.join('');
}

/** Changes of the full text as changes of the plain one. An offset within a `\r\n` counts as before it. */
export function toPlainChanges(text: string, changes: readonly TextEdit[]): TextEdit[] {
  const plainOffset = (offset: number) => {
    const before = text.slice(text.startsWith(BOM) ? 1 : 0, offset);
    const isWithinEnd = before.endsWith('\r') && text.charAt(offset) === '\n';
    return before.replace(/\r\n/g, '\n').length - (isWithinEnd ? 1 : 0);
  };
  return changes.map(({ from, to, insert }) => ({
    from: plainOffset(from),
    to: plainOffset(to),
    insert: insert.replace(LINE_END, '\n'),
  }));
}

function withEndings(plain: string, ending: LineEnding): string {
  return ending === '\n' ? plain : plain.replaceAll('\n', ending);
}

function mostFrequent(endings: readonly LineEnding[]): LineEnding {
  const counts = new Map<LineEnding, number>();
  for (const ending of endings) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  let most: LineEnding = '\n';
  for (const [ending, count] of counts) if (count > (counts.get(most) ?? 0)) most = ending;
  // Ties go to the first of the text, which the map lists first.
  return [...counts].find(([, count]) => count === counts.get(most))?.[0] ?? '\n';
}
