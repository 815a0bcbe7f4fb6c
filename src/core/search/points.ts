/** How much each kind of match counts for one word of a query: a better kind more than any worse one. */
export const POINTS = {
  exactName: 90,
  exactProfile: 85,
  namePrefix: 70,
  profilePrefix: 60,
  nameWord: 50,
  otherWord: 35,
  inName: 20,
  inOther: 10,
  allInitials: 9,
  firstInitials: 8,
  otherNameOfEnvironment: 7,
  nameParts: 6,
  // As much as parts: `ledgr` is rather `ledger` than the beginning of ledger-prod-readonly.
  mistake: 6,
  otherParts: 4,
  mistakeInPrefix: 4,
  mistakes: 3,
  mistakesInPrefix: 2,
} as const;

/** Added to that of a prefix or a beginning where it is the whole word. */
export const WHOLE_WORD = 5;

/** Whether they are for letters that stand together in the row as they were typed. */
export function isLiteral(points: number): boolean {
  return points >= POINTS.inOther;
}
