import { longestRising } from './longest-rising.ts';

/** Where a run stands that nothing comes before. */
const START = Symbol('start');

/**
 * Joins two orders of things that were in a third one. What only one side moved stands where that side put it; what
 * only one side has comes right behind what precedes it there; where both put something in one place, `first` goes
 * first. Takes time in proportion to n log n.
 *
 * @param base may hold more: what neither side has any more is not looked at
 * @returns everything that `first` or `second` has, once
 */
export function mergeOrder<Item>(base: readonly Item[], first: readonly Item[], second: readonly Item[]): Item[] {
  const [inFirst, inSecond] = [new Set(first), new Set(second)];
  const ordered = orderShared(
    base,
    first.filter((item) => inSecond.has(item)),
    second.filter((item) => inFirst.has(item)),
  );
  return interleave(ordered, first, second);
}

/** Orders what both sides have: what nobody moved as it was, and each moved thing where it was moved to. */
function orderShared<Item>(base: readonly Item[], first: readonly Item[], second: readonly Item[]): readonly Item[] {
  if (first.every((item, at) => item === second[at])) return first;
  const places = new Map(base.map((item, at) => [item, at]));
  const keptByFirst = unmoved(first, places);
  const keptBySecond = unmoved(second, places);
  const spine = base.filter((item) => keptByFirst.has(item) && keptBySecond.has(item));
  const isSpine = new Set(spine);
  // What both moved, and what both added, stands as in the first.
  const isSeconds = (item: Item) => keptByFirst.has(item) && !keptBySecond.has(item);
  return interleave(
    spine,
    first.filter((item) => isSpine.has(item) || !isSeconds(item)),
    second.filter((item) => isSpine.has(item) || isSeconds(item)),
  );
}

/** As many things as can have stayed where they were: the others must have been moved. */
function unmoved<Item>(items: readonly Item[], places: ReadonlyMap<Item, number>): ReadonlySet<Item> {
  const known = items.flatMap((item) => {
    const place = places.get(item);
    return place === undefined ? [] : [{ item, place }];
  });
  const rising = longestRising(known.map(({ place }) => place));
  return new Set(rising.flatMap((at) => known[at]?.item ?? []));
}

/** Puts behind each thing of the spine what follows it up to the next, in the first list and then in the second. */
function interleave<Item>(spine: readonly Item[], first: readonly Item[], second: readonly Item[]): Item[] {
  const isSpine = new Set(spine);
  const [runsOfFirst, runsOfSecond] = [runsBehind(first, isSpine), runsBehind(second, isSpine)];
  const order: Item[] = [];
  const addRuns = (before: Item | typeof START) => {
    for (const item of runsOfFirst.get(before) ?? []) order.push(item);
    for (const item of runsOfSecond.get(before) ?? []) order.push(item);
  };
  addRuns(START);
  for (const item of spine) {
    order.push(item);
    addRuns(item);
  }
  return order;
}

function runsBehind<Item>(items: readonly Item[], isSpine: ReadonlySet<Item>): Map<Item | typeof START, Item[]> {
  const runs = new Map<Item | typeof START, Item[]>();
  let before: Item | typeof START = START;
  for (const item of items) {
    const run = runs.get(before);
    if (isSpine.has(item)) before = item;
    else if (run) run.push(item);
    else runs.set(before, [item]);
  }
  return runs;
}
