import type { Line } from './config-tree.ts';
import { keyParts } from './key-parts.ts';
import { mergeEnd, mergeSpelling } from './merge-lines.ts';
import { otherSide, pickChanged, type Side, type SidesOf } from './versions.ts';

/** A line cut in three that give it back one after the other. */
interface Parts {
  readonly head: string;
  readonly written: string;
  /** A comment, mostly. */
  readonly tail: string;
}

interface MergedLine {
  readonly line: Line;
  /** A comment that found no place on the line, or ''. */
  readonly comment: string;
}

/**
 * Joins two spellings of a key's line: the value of the side to keep, and the comments and blanks of both.
 *
 * @param keep undefined where both values read the same
 */
export function mergeKeyLine(lines: SidesOf<Line>, keep: Side | undefined): MergedLine {
  const reads = (content: string) => keyParts(content)?.value;
  return joinLines(lines, keep, { cut: (content) => keyParts(content) ?? whole(content), reads });
}

/** Joins two spellings of one header: with `profile ` or without, comments behind it. */
export function mergeHeader(lines: SidesOf<Line>): Line {
  return joinLines(lines, undefined, { cut: cutHeader, reads: () => '' }).line;
}

/** What stands behind a value or a header, trimmed: a comment, or what can't be read. */
export function behindValue(content: string): string {
  return (keyParts(content) ?? cutHeader(content)).tail.trim();
}

function cutHeader(content: string): Parts {
  const end = content.indexOf(']') + 1;
  if (end === 0) return whole(content);
  // What stands in the brackets goes with them: two spellings of one name differ in nothing else.
  return { head: '', written: content.slice(0, end), tail: content.slice(end) };
}

function whole(content: string): Parts {
  return { head: '', written: content, tail: '' };
}

interface Grammar {
  readonly cut: (content: string) => Parts;
  readonly reads: (content: string) => string | undefined;
}

function joinLines(lines: SidesOf<Line>, keep: Side | undefined, { cut, reads }: Grammar): MergedLine {
  const { base, first, second } = lines;
  const end = mergeEnd(lines);
  if (first.content === second.content || first.content === base?.content || second.content === base?.content) {
    const { content } = mergeSpelling(lines);
    // The side to keep may be the one that has not changed it.
    if (!keep || reads(content) === reads(lines[keep].content)) return { line: { content, end }, comment: '' };
  }
  const before = base && cut(base.content);
  const parts = { first: cut(first.content), second: cut(second.content) };
  const written = { base: before?.written, first: parts.first.written, second: parts.second.written };
  const kept = keep ?? (pickChanged(written) === written.first ? 'first' : 'second');
  const content = joinParts(before, parts[kept], parts[otherSide(kept)]);
  if (reads(content) === reads(lines[kept].content)) return { line: { content, end }, comment: '' };
  const { tail } = parts[otherSide(kept)];
  return { line: { content: lines[kept].content, end }, comment: tail === before?.tail ? '' : tail.trim() };
}

/** The value of `kept`; of what stands around it, what only `other` changed as it stands there. */
function joinParts(base: Parts | undefined, kept: Parts, other: Parts): string {
  // An empty value has no blanks before it that another could take over.
  const isHeadKept = kept.head !== base?.head || other.written === '' || kept.written === '';
  return (isHeadKept ? kept.head : other.head) + kept.written + joinTails(base?.tail, kept.tail, other.tail);
}

function joinTails(base: string | undefined, kept: string, other: string): string {
  if (other === base || kept.includes(other.trim())) return kept;
  if (kept === base || kept.trim() === '') return other;
  return `${kept.trimEnd()} ${other.trim()}`;
}
