import type { ConfigNode, Line } from './config-tree.ts';
import { mergeKeyLine } from './merge-line.ts';
import { addedComments, isBlock, meaningOf } from './node-meaning.ts';
import { otherSide, type Side, type SidesOf } from './versions.ts';

interface Asking {
  readonly ask: () => Side;
  readonly mergeChildren: () => readonly ConfigNode[];
  /** Whether it is asked about even where only one side has changed it. */
  readonly isDisputed: boolean;
}

/**
 * Joins a key that both sides have: the value that one of them changed, comments and spelling of both. Nested blocks are
 * joined key by key; one that became a plain value, or a value that became one, only as a whole.
 *
 * @param above what stands above it, joined already
 */
export function mergeKey(nodes: SidesOf<ConfigNode>, above: readonly Line[], asking: Asking): ConfigNode {
  const { first, second } = nodes;
  const areBlocks = isBlock(first) && isBlock(second);
  const keep = areBlocks ? undefined : changedSide(nodes, asking);
  if (keep && (isBlock(first) || isBlock(second))) return keepWhole(nodes, keep, above);
  const { line, comment } = mergeKeyLine(linesOf(nodes), keep);
  const comments = comment === '' ? [] : [{ content: comment, end: line.end }];
  return {
    ...first,
    above: [...above, ...comments],
    lines: [line],
    children: areBlocks ? asking.mergeChildren() : [],
  };
}

/** Whose value it is to be; undefined where they read the same. */
function changedSide({ base, first, second }: SidesOf<ConfigNode>, { ask, isDisputed }: Asking): Side | undefined {
  const [before, one, other] = [base && meaningOf(base), meaningOf(first), meaningOf(second)];
  if (one === other) return undefined;
  if (isDisputed) return ask();
  if (one === before) return 'second';
  return other === before ? 'first' : ask();
}

function keepWhole(nodes: SidesOf<ConfigNode>, keep: Side, above: readonly Line[]): ConfigNode {
  const other = { ...nodes[otherSide(keep)], above: [] };
  const base = nodes.base && { ...nodes.base, above: [] };
  return { ...nodes[keep], above: [...above, ...addedComments(base, other)] };
}

function linesOf({ base, first, second }: SidesOf<ConfigNode>): SidesOf<Line> {
  return { base: base && lineOf(base), first: lineOf(first), second: lineOf(second) };
}

function lineOf({ lines: [line] }: ConfigNode): Line {
  return line ?? { content: '', end: '' };
}
