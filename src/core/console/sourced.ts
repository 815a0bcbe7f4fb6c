/** Where a page's facts are read from, as console-contract §1 and §3 name them. */
export const FACT_SOURCES = [
  /** The browser's own word: the page's host. */
  'host-name',
  /** `meta[name=awsc-session-data]`. */
  'session-data',
  /** `ConsoleNavService.AccountInfo`. */
  'account-info',
  /** The cookie `aws-userInfo`. */
  'user-info',
  /** `#awsc-signin-endpoint`, of before 2025-10. */
  'sign-in-element',
  /** Hatrack's own table: the page does not say. */
  'partition-table',
] as const;

export type FactSource = (typeof FACT_SOURCES)[number];

/** A value that a page tells, and where. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: FactSource;
}

/** The value with its source; undefined where the source does not tell it, so that `??` asks the next one. */
export function sourced<T>(source: FactSource, value: T | undefined): Sourced<T> | undefined {
  return value === undefined ? undefined : { value, source };
}

/** What a value holds, as told by the same source. */
export function partOf<T, Part>(
  whole: Sourced<T> | undefined,
  part: (value: T) => Part | undefined,
): Sourced<Part> | undefined {
  return whole && sourced(whole.source, part(whole.value));
}
