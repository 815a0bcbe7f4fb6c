import type { AccountRef, RoleId } from './config.ts';

export interface RoleIdParts {
  readonly partition: string | undefined;
  readonly account: AccountRef;
  readonly roleName: string;
  readonly profile: string;
}

/**
 * Gives each role of one text its id: partition, account, role and profile name, and a number where two roles share
 * all of these. Only the profile's name can hold a colon, and it comes last: two different roles never share an id.
 * Line numbers are no part of it, so an edit elsewhere in the text changes no id.
 */
export function roleIdMaker(): (parts: RoleIdParts) => RoleId {
  /** The place of the first role of each profile name. Most names stand once: then there is nothing to count. */
  const firsts = new Map<string, string>();
  const others = new Map<string, number>();
  return ({ partition = '', account, roleName, profile }) => {
    const place = `${partition}:${account.kind === 'id' ? account.id : account.alias}:${roleName}`;
    const first = firsts.get(profile);
    if (first === undefined) {
      firsts.set(profile, place);
      return `${place}::${profile}` as RoleId;
    }
    const key = `${place}::${profile}`;
    const count = (others.get(key) ?? (first === place ? 1 : 0)) + 1;
    others.set(key, count);
    return (count === 1 ? key : `${place}:${count}:${profile}`) as RoleId;
  };
}
