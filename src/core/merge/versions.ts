/**
 * What one thing is in each of three texts. `first` and `second` are the two sides in the order of their texts, not of
 * whose they are: so both devices break every tie alike.
 */
export interface Versions<Value> {
  readonly base: Value;
  readonly first: Value;
  readonly second: Value;
}

export const VERSIONS = ['base', 'first', 'second'] as const;

/** Something that both sides have, and perhaps had before. */
export interface SidesOf<Value> {
  readonly base: Value | undefined;
  readonly first: Value;
  readonly second: Value;
}

export type Side = 'first' | 'second';

export function otherSide(side: Side): Side {
  return side === 'first' ? 'second' : 'first';
}

/** What one side alone changed is as that side has it; what both changed, as the first has it. */
export function pickChanged<Value>({ base, first, second }: SidesOf<Value>): Value {
  return first === base ? second : first;
}

/** Makes something else of each of the three. */
export function mapVersions<Value, Made>(
  { base, first, second }: Versions<Value>,
  make: (value: Value) => Made,
): Versions<Made> {
  return { base: make(base), first: make(first), second: make(second) };
}
