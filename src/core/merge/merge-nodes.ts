import type { ConfigNode, Line } from './config-tree.ts';
import { mergeKey } from './merge-key.ts';
import { mergeHeader } from './merge-line.ts';
import { mergeAbove, mergeSpelling } from './merge-lines.ts';
import { mergeOrder } from './merge-order.ts';
import { ask, type Merging, type Place, placeIn } from './merging.ts';
import { addedComments, disputedKeys, isEqual, meaningOf, targetOf, writtenText } from './node-meaning.ts';
import { pairUp, type Trio } from './pair-up.ts';
import { mapVersions, type SidesOf, type Versions } from './versions.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Joins lists of nodes that are siblings: which are there, what each says, and in what order.
 * @param disputed names of those about which the user is asked even where only one side has changed them
 */
export function mergeNodes(
  lists: Versions<readonly ConfigNode[]>,
  place: Place | undefined,
  merging: Merging,
  disputed = NONE,
): ConfigNode[] {
  const { trios, orders } = pairUp(lists, { nameOf: ({ name }) => name, marks: [writtenText, meaningOf, targetOf] });
  const merged = new Map<Trio<ConfigNode>, ConfigNode>();
  for (const trio of trios) {
    const node = mergeTrio(trio, place, merging, disputed.has(trio.name));
    if (node) merged.set(trio, node);
  }
  const kept = mapVersions(orders, (order) => order.filter((trio) => merged.has(trio)));
  return mergeOrder(kept.base, kept.first, kept.second).flatMap((trio) => merged.get(trio) ?? []);
}

function mergeTrio(
  trio: Trio<ConfigNode>,
  parent: Place | undefined,
  merging: Merging,
  isDisputed: boolean,
): ConfigNode | undefined {
  const { base, first, second } = trio;
  if (first && second) {
    if (isEqual(first, second)) return first;
    return mergeBoth({ base, first, second }, placeIn(parent, trio, first), merging, isDisputed);
  }
  const left = first ?? second;
  if (!left) return undefined;
  if (isDisputed || (base && meaningOf(left) !== meaningOf(base))) {
    const chosen = ask(trio, placeIn(parent, trio, left), merging);
    return chosen === (first ? 'first' : 'second') ? left : undefined;
  }
  merging.joined++;
  return base ? commentsLeft(base, left) : left;
}

/** Of what one side removed, the comments that the other had put in meanwhile. */
function commentsLeft(base: ConfigNode, left: ConfigNode): ConfigNode | undefined {
  const lines = addedComments(base, left);
  return lines.length === 0 ? undefined : { ...left, kind: 'comments', above: [], lines, children: [] };
}

function mergeBoth(nodes: SidesOf<ConfigNode>, place: Place, merging: Merging, isDisputed: boolean): ConfigNode {
  const { base, first, second } = nodes;
  const disputed = merging.disputes.length;
  const above = mergeAbove({ base: base?.above ?? [], first: first.above, second: second.above });
  const mergeChildren = () =>
    mergeNodes(
      { base: base?.children ?? [], first: first.children, second: second.children },
      place,
      merging,
      first.kind === 'section' ? disputedKeys(nodes) : NONE,
    );
  const merged =
    first.kind === 'key'
      ? mergeKey(nodes, above, { ask: () => ask(nodes, place, merging), mergeChildren, isDisputed })
      : { ...first, above, lines: mergeOwnLines(nodes), children: mergeChildren() };
  const isAsked = first.kind === 'key' && merging.disputes.length > disputed;
  if (!isAsked && !isOwnSame(first, second)) merging.joined++;
  return merged;
}

/** Joins spellings of a header, of an unreadable line, or of comments: their words are the same. */
function mergeOwnLines({ base, first, second }: SidesOf<ConfigNode>): Line[] {
  const merge = first.kind === 'section' ? mergeHeader : mergeSpelling;
  return first.lines.flatMap((line, at) => {
    const other = second.lines[at];
    return other ? [merge({ base: base?.lines[at], first: line, second: other })] : [];
  });
}

/** Whether nodes differ in nothing but what stands inside of them, and in how lines end. */
function isOwnSame(first: ConfigNode, second: ConfigNode): boolean {
  return contentsOf(first) === contentsOf(second);
}

function contentsOf({ above, lines }: ConfigNode): string {
  return [...above, ...lines].map(({ content }) => content).join('\n');
}
