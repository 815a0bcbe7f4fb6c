import type { Identity } from '../console/session.ts';

/**
 * The names of a sign-in's account in `Use.base`: a use is remembered by the first, and looked for by all. The alias goes
 * before the number, because it is all that the console still tells of the sign-in once it has switched
 * (console-contract §3.2).
 */
export function baseNames({ accountId, accountAlias }: Identity): readonly string[] {
  return [accountAlias, accountId].filter((name) => name !== undefined);
}
