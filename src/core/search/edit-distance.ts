/** Longer words are compared by their beginnings. */
const LONGEST = 64;

/** Three rows of the table, used again for every pair. */
let [current, before, twoBefore] = [
  new Uint8Array(LONGEST + 4),
  new Uint8Array(LONGEST + 4),
  new Uint8Array(LONGEST + 4),
];

export interface Distance {
  /** Letters changed, left out, put in or swapped with their neighbour. */
  readonly whole: number;
  /** The same to the nearest beginning of the other word. */
  readonly prefix: number;
}

/**
 * How many mistakes lie between what was typed and a word (optimal string alignment).
 *
 * @returns undefined where both are more than the limit
 */
export function editDistance(typed: string, word: string, limit: number): Distance | undefined {
  const rows = Math.min(typed.length, LONGEST);
  const columns = Math.min(word.length, rows + limit);
  if (columns < rows - limit) return undefined;
  for (let column = 0; column <= columns; column++) before[column] = column;
  for (let row = 1; row <= rows; row++) {
    current[0] = row;
    let least = row;
    for (let column = 1; column <= columns; column++) {
      const cost = cellOf(typed, word, row, column);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return undefined;
    [twoBefore, before, current] = [before, current, twoBefore];
  }
  const whole = word.length > columns ? limit + 1 : at(before, columns);
  let prefix = whole;
  for (let column = Math.max(0, rows - limit); column <= columns; column++) {
    prefix = Math.min(prefix, at(before, column));
  }
  return prefix > limit ? undefined : { whole, prefix };
}

function cellOf(typed: string, word: string, row: number, column: number): number {
  const [a, b] = [typed.charCodeAt(row - 1), word.charCodeAt(column - 1)];
  const cost = Math.min(
    at(before, column) + 1,
    at(current, column - 1) + 1,
    at(before, column - 1) + (a === b ? 0 : 1),
  );
  const isSwapped =
    row > 1 && column > 1 && a === word.charCodeAt(column - 2) && b === typed.charCodeAt(row - 2) && a !== b;
  return isSwapped ? Math.min(cost, at(twoBefore, column - 2) + 1) : cost;
}

function at(row: Uint8Array, column: number): number {
  return row[column] ?? 0;
}
