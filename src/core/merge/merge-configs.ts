import { type ConfigTree, readTree } from './config-tree.ts';
import { mergeNodes } from './merge-nodes.ts';
import type { Dispute, Merging } from './merging.ts';
import { mapVersions, otherSide, pickChanged, type Side, type Versions } from './versions.ts';
import { writeTree } from './write-tree.ts';

export interface MergeInput {
  /** The last text that both sides had; `''` where none is known: then nothing was removed by anybody. */
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

export type MergeChoice = 'mine' | 'theirs';

/** Something that both sides changed, each in its own way. What a text says is lines as written; undefined: it's not there. */
export interface MergeConflict {
  /** The same from both sides, and the same whatever else is decided. */
  readonly id: string;
  /** As a reader knows it: without `profile `. */
  readonly section: string;
  /** In lower case, `block.key` in a nested block; undefined where one side removed the section that the other changed. */
  readonly key: string | undefined;
  readonly base: readonly string[] | undefined;
  readonly mine: readonly string[] | undefined;
  readonly theirs: readonly string[] | undefined;
}

export interface Merge {
  /** With every conflict as it was chosen; as `mine` where nothing was chosen. */
  readonly text: string;
  /** All of them, decided or not. */
  readonly conflicts: readonly MergeConflict[];
  /** How many differences between the two sides were joined without a question. */
  readonly joined: number;
}

/**
 * Joins two texts that both came from a third one, section by section and key by key. What one side changed, added,
 * removed or moved is so in the result; what both changed differently is a conflict. Comments never are: those of both
 * are kept. Takes any strings, never throws, and takes time in proportion to n log n of their length.
 *
 * Whose text is `mine` decides nothing but conflicts: exchanged, the texts give the same, to the last byte.
 *
 * @param choices by the ids of conflicts; others are not looked at
 */
export function mergeConfigs(input: MergeInput, choices: ReadonlyMap<string, MergeChoice> = new Map()): Merge {
  const sideOfMine: Side = input.mine <= input.theirs ? 'first' : 'second';
  const sideOfTheirs = otherSide(sideOfMine);
  const sides = { mine: sideOfMine, theirs: sideOfTheirs };
  const texts = sideOfMine === 'first' ? [input.mine, input.theirs] : [input.theirs, input.mine];
  const [first = '', second = ''] = texts;
  const merging: Merging = { decide: (id) => sides[choices.get(id) ?? 'mine'], disputes: [], joined: 0 };
  const text = mergeTexts({ base: input.base, first, second }, merging);
  const toConflict = ({ id, section, key, base, ...dispute }: Dispute): MergeConflict => ({
    id,
    section,
    key,
    base,
    mine: dispute[sideOfMine],
    theirs: dispute[sideOfTheirs],
  });
  return { text, conflicts: merging.disputes.map(toConflict), joined: merging.joined };
}

function mergeTexts(texts: Versions<string>, merging: Merging): string {
  const trees = mapVersions(texts, readTree);
  return writeTree({
    hasBom: pickChanged(mapVersions(trees, ({ hasBom }) => hasBom)),
    isEnded: mergeIsEnded(trees),
    nodes: mergeNodes(
      mapVersions(trees, ({ nodes }) => nodes),
      undefined,
      merging,
    ),
  });
}

function mergeIsEnded({ base, first, second }: Versions<ConfigTree>): boolean | undefined {
  // A text without lines says nothing about it.
  if (first.isEnded === undefined) return second.isEnded;
  if (second.isEnded === undefined) return first.isEnded;
  if (base.isEnded === undefined) return first.isEnded || second.isEnded;
  return pickChanged(mapVersions({ base, first, second }, ({ isEnded }) => isEnded));
}
