import type { TextEdit } from '../../core/config/text-edit.ts';

/**
 * Changes that make one text of another and leave alone what both have: the cursor and the undo history stay with the
 * text around them. Lines that were only taken out, or only put in, are so each in its place; else it is one change.
 */
export function leastChanges(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const whole = { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
  // The whole lines around it; `lineEnd` counts from the end, as `end` does.
  const lineStart = before.slice(0, start).lastIndexOf('\n') + 1;
  const nextLine = before.indexOf('\n', before.length - end) + 1;
  const lineEnd = nextLine === 0 ? 0 : before.length - nextLine;
  const old = linesOf(before.slice(lineStart, before.length - lineEnd));
  const now = linesOf(after.slice(lineStart, after.length - lineEnd));
  const added = extraLines(now, old);
  if (added && before !== '')
    return added.map(({ at, text }) => ({ from: lineStart + at, to: lineStart + at, insert: text }));
  const removed = extraLines(old, now);
  if (!removed) return [whole];
  let gone = 0;
  return removed.map(({ at, text }) => {
    const from = lineStart + at + gone;
    gone += text.length;
    return { from, to: from + text.length, insert: '' };
  });
}

/** Lines that `longer` has and `shorter` lacks, at offsets in the shorter; undefined where they differ otherwise. */
function extraLines(longer: readonly string[], shorter: readonly string[]) {
  if (longer.length <= shorter.length) return undefined;
  const extra: { at: number; text: string }[] = [];
  let at = 0;
  let next = 0;
  for (const line of longer) {
    if (line === shorter[next]) {
      at += line.length;
      next++;
      continue;
    }
    const last = extra.at(-1);
    if (last?.at === at) last.text += line;
    else extra.push({ at, text: line });
  }
  return next === shorter.length ? extra : undefined;
}

/** With their line breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}
