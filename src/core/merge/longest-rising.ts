/**
 * Which numbers of a list, by their places in it, are a longest one of its rising subsequences. Of several it is always
 * the same one. Takes time in proportion to n log n.
 *
 * @param numbers no two of them equal
 */
export function longestRising(numbers: readonly number[]): number[] {
  /** For each length, the place of the lowest number that a rising subsequence of that length ends with. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    const length = countLower(ends, numbers, number);
    before.push(ends[length - 1]);
    ends[length] = at;
  }
  const places: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) places.push(at);
  return places.reverse();
}

/** How many of the ends hold lower numbers; they rise. */
function countLower(ends: readonly number[], numbers: readonly number[], number: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
