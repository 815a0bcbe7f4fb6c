import type { Role } from '../config/config.ts';
import type { Jump } from './jump.ts';

/** By the bases' profiles; undefined where the text does not tell the account's number. */
export type OtherJumps = ReadonlyMap<string, Jump | undefined>;

/**
 * Where a role is taken from: the jump account that is chosen, and those of the other bases that it names. A role has
 * one trust policy; one that left them out would lock their people out.
 *
 * @param chosen the profile of the base that `jump` is for; undefined = the text has none
 */
export function trustedJumps(
  role: Role,
  chosen: string | undefined,
  jump: Jump,
  others: OtherJumps,
): { readonly jumps: readonly Jump[]; readonly unknown: readonly string[] } {
  const jumps = new Map([[JSON.stringify(jump), jump]]);
  const unknown: string[] = [];
  for (const name of role.bases) {
    if (name === chosen) continue;
    const other = others.get(name);
    if (other === undefined) unknown.push(name);
    else if (other.partition === jump.partition) jumps.set(JSON.stringify(other), other);
  }
  return { jumps: [...jumps.values()], unknown };
}
