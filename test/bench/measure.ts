/** One thing measured, in milliseconds. */
export interface Measured {
  readonly median: number;
  /** The quickest run: what the machine can do when nobody else wants it. */
  readonly best: number;
}

/**
 * Runs several things in turn, so that whatever else the machine does meets all of them alike, and gives for each the
 * median and the best. The first runs of each warm it up and are not counted.
 */
export function measure<Name extends string>(
  things: Readonly<Record<Name, () => unknown>>,
  times: number,
): Readonly<Record<Name, Measured>> {
  const names = Object.keys(things) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  const warmUps = Math.ceil(times / 5);
  for (let turn = -warmUps; turn < times; turn++) {
    for (const name of names) {
      const start = performance.now();
      things[name]();
      const time = performance.now() - start;
      if (turn >= 0) taken.get(name)?.push(time);
    }
  }
  const measured = names.map((name): [Name, Measured] => [name, summary(taken.get(name) ?? [])]);
  return Object.fromEntries(measured) as Record<Name, Measured>;
}

/** The median and the best of some times. */
export function summary(times: readonly number[]): Measured {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: rounded(sorted[sorted.length >> 1] ?? 0), best: rounded(sorted[0] ?? 0) };
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
