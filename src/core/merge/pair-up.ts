import { mapVersions, VERSIONS, type Versions } from './versions.ts';

/** One thing in the three texts; undefined where it is not there. */
export interface Trio<Item> extends Versions<Item | undefined> {
  readonly name: string;
  /** Which one of its name it is, from 0. */
  readonly occurrence: number;
}

export interface Paired<Item> {
  /** In the order of the base, then of what the first and the second side added. */
  readonly trios: readonly Trio<Item>[];
  /** The same, as each of the texts orders them. */
  readonly orders: Versions<readonly Trio<Item>[]>;
}

export interface Identity<Item> {
  readonly nameOf: (item: Item) => string;
  /** What tells those of one name apart, the surest first. Only asked where a name stands more than once. */
  readonly marks: readonly ((item: Item) => string)[];
}

/**
 * Finds out what in three lists is the same thing: by name, and where a name stands more than once, by each of the
 * marks and then by place among those that are left.
 */
export function pairUp<Item>(lists: Versions<readonly Item[]>, { nameOf, marks }: Identity<Item>): Paired<Item> {
  const byName = new Map<string, OpenTrio<Item>>();
  const crowded = new Set<string>();
  for (const version of VERSIONS) {
    for (const item of lists[version]) {
      const name = nameOf(item);
      const trio = byName.get(name) ?? { name, occurrence: 0, base: undefined, first: undefined, second: undefined };
      if (trio[version] !== undefined) crowded.add(name);
      trio[version] = item;
      byName.set(name, trio);
    }
  }
  const crowds = pairCrowds(crowded, lists, { nameOf, marks });
  const places = new Map<Item, Trio<Item>>();
  for (const trios of crowds.values()) {
    for (const trio of trios) for (const version of VERSIONS) if (trio[version]) places.set(trio[version], trio);
  }
  const find = (item: Item): Trio<Item>[] => {
    const trio = places.get(item) ?? byName.get(nameOf(item));
    return trio ? [trio] : [];
  };
  return {
    trios: [...byName.values()].flatMap((trio) => crowds.get(trio.name) ?? [trio]),
    orders: mapVersions(lists, (list) => list.flatMap(find)),
  };
}

interface OpenTrio<Item> extends Trio<Item> {
  base: Item | undefined;
  first: Item | undefined;
  second: Item | undefined;
}

/** Finds out the same for names that stand more than once in one list. */
function pairCrowds<Item>(
  names: ReadonlySet<string>,
  lists: Versions<readonly Item[]>,
  { nameOf, marks }: Identity<Item>,
): ReadonlyMap<string, readonly Trio<Item>[]> {
  const crowds = new Map<string, Versions<Item[]>>();
  for (const name of names) crowds.set(name, { base: [], first: [], second: [] });
  for (const version of names.size === 0 ? [] : VERSIONS) {
    for (const item of lists[version]) crowds.get(nameOf(item))?.[version].push(item);
  }
  return new Map([...crowds].map(([name, crowd]) => [name, pairCrowd(name, crowd, marks)]));
}

function pairCrowd<Item>(
  name: string,
  { base, first, second }: Versions<readonly Item[]>,
  marks: Identity<Item>['marks'],
): Trio<Item>[] {
  const ofFirst = match(base, first, marks);
  const ofSecond = match(base, second, marks);
  const added = match(ofFirst.others, ofSecond.others, marks);
  return [
    ...base.map((item, at) => [item, ofFirst.found[at], ofSecond.found[at]] as const),
    ...ofFirst.others.map((item, at) => [undefined, item, added.found[at]] as const),
    ...added.others.map((item) => [undefined, undefined, item] as const),
  ].map(([before, one, other], occurrence) => ({ name, occurrence, base: before, first: one, second: other }));
}

interface Matched<Item> {
  /** For each wanted thing, in their order. */
  readonly found: readonly (Item | undefined)[];
  readonly others: readonly Item[];
}

function match<Item>(wanted: readonly Item[], items: readonly Item[], marks: Identity<Item>['marks']): Matched<Item> {
  let matched: Matched<Item> = { found: wanted.map(() => undefined), others: items };
  for (const markOf of [...marks, () => '']) matched = matchBy(markOf, wanted, matched);
  return matched;
}

/** Finds for those that nothing is found for yet the first of the others with the same mark. */
function matchBy<Item>(
  markOf: (item: Item) => string,
  wanted: readonly Item[],
  { found, others }: Matched<Item>,
): Matched<Item> {
  const byMark = new Map<string, Item[]>();
  for (const item of others.toReversed()) {
    const mark = markOf(item);
    const alike = byMark.get(mark);
    if (alike) alike.push(item);
    else byMark.set(mark, [item]);
  }
  const taken = new Set<Item>();
  const next = wanted.map((item, at) => {
    const match = found[at] ?? byMark.get(markOf(item))?.pop();
    if (match !== undefined) taken.add(match);
    return match;
  });
  return { found: next, others: others.filter((item) => !taken.has(item)) };
}
