import type { Row } from './bench.ts';
import { rounded, summary } from './measure.ts';

/** One thing measured in a browser: a line of its bench's table. */
export interface Finding {
  /** With its unit, where that is not milliseconds. */
  readonly what: string;
  readonly roles?: number;
  readonly values: readonly number[];
  /** The same of an extension that does nothing, each measured in the same turn as its fellow. */
  readonly floor?: readonly number[];
  /** What the median should not exceed. */
  readonly bound?: number;
  /** How far above the floor the median should be at most. */
  readonly boundAboveFloor?: number;
  /** AESR 6.1.0's figure, as it was given: see `aesr.ts`. */
  readonly aesr?: number;
}

/** Says how a finding stands to its bound. Nothing fails by it: machines differ, and are busy. */
export function toRow({ what, roles, values, floor, bound, boundAboveFloor, aesr }: Finding): Row {
  const { median, best } = summary(values);
  const above = floor && summary(aboveFloor(values, floor)).median;
  const [judged, limit] = boundAboveFloor === undefined ? [median, bound] : [above, boundAboveFloor];
  return {
    what,
    roles: roles ?? '',
    floor: floor ? summary(floor).median : '',
    median,
    best,
    'above floor': above ?? '',
    bound: boundAboveFloor === undefined ? (bound ?? '') : `floor + ${boundAboveFloor}`,
    verdict: judged === undefined || limit === undefined ? '' : judged <= limit ? 'within' : 'over',
    'AESR 6.1.0, given': aesr ?? '',
  };
}

/** Each value less the floor of its turn: whatever else the machine did then has met both. */
export function aboveFloor(values: readonly number[], floor: readonly number[]): readonly number[] {
  return values.map((value, turn) => rounded(value - (floor[turn] ?? Number.NaN)));
}
