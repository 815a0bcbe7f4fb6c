import type { ConfigNode } from './config-tree.ts';
import { writtenLines } from './node-meaning.ts';
import type { Trio } from './pair-up.ts';
import { mapVersions, type Side, type Versions } from './versions.ts';

/** What both sides changed, each in its own way: lines as written, undefined where it is not there. */
export interface Dispute extends Versions<readonly string[] | undefined> {
  readonly id: string;
  readonly section: string;
  /** Undefined where the whole section is meant. */
  readonly key: string | undefined;
}

/** One run of a merge: what it asks and what it finds. */
export interface Merging {
  readonly decide: (id: string) => Side;
  readonly disputes: Dispute[];
  /** How many differences between the sides were joined without a question. */
  joined: number;
}

/** Where a node stands in all the texts: in what, and which one of its name it is there. */
export interface Place {
  readonly parent: Place | undefined;
  readonly name: string;
  readonly occurrence: number;
  readonly section: string;
  readonly key: string | undefined;
}

export function placeIn(
  parent: Place | undefined,
  { name, occurrence }: Trio<ConfigNode>,
  { kind, title }: ConfigNode,
): Place {
  if (kind !== 'key' || !parent) return { parent, name, occurrence, section: title, key: undefined };
  const key = parent.key === undefined ? title : `${parent.key}.${title}`;
  return { parent, name, occurrence, section: parent.section, key };
}

/** Notes that the sides dispute something, and says whose is to stand. */
export function ask(nodes: Versions<ConfigNode | undefined>, place: Place, merging: Merging): Side {
  const id = JSON.stringify(pathOf(place));
  const { section, key } = place;
  merging.disputes.push({ id, section, key, ...mapVersions(nodes, (node) => node && writtenLines(node)) });
  return merging.decide(id);
}

function pathOf({ parent, name, occurrence }: Place): (string | number)[] {
  return [...(parent ? pathOf(parent) : []), name, occurrence];
}
