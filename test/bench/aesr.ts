/** Roles in the texts that the browser benches take. */
export const SIZES = [10, 200, 1000, 5000, 10_000] as const;
export type Size = (typeof SIZES)[number];

/**
 * What AWS Extend Switch Roles 6.1.0 takes, in milliseconds where nothing else is said. These were given with the
 * bounds and are not measured here: another machine, on which a popup that does nothing took 80 ms.
 */
export const AESR = {
  listPainted: { 10: 104, 200: 148, 1000: 244, 5000: 670, 10000: 1104 },
  firstLetter: { 10: 7.5, 200: 22, 1000: 175, 5000: 3087, 10000: 19_133 },
  laterLetters: { 10: 5, 200: 11, 1000: 22, 5000: 78, 10000: 153 },
  save: { 10: 14, 200: 75, 1000: 350, 5000: 1725, 10000: 3246 },
  clickToPost: 20,
  pageScript: 2,
  nodesOfTenThousand: 56_223,
  zipKilobytes: 96,
} as const satisfies Record<string, number | Record<Size, number>>;
