import type { Config, Role } from '../config/config.ts';

/** The names of roles, each in the order of the text that it stands in. */
export interface RoleChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What becomes of the roles when one configuration takes another's place, by the names of their profiles. */
export function compareRoles(before: Config, after: Config): RoleChanges {
  const old = rolesByName(before);
  const now = rolesByName(after);
  const names = [...now.keys()];
  return {
    added: names.filter((name) => !old.has(name)),
    changed: names.filter((name) => old.has(name) && old.get(name) !== now.get(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
  };
}

/** Everything that a profile's roles say, as one text to compare. */
function rolesByName({ roles }: Config): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const role of roles) byName.set(role.profile, (byName.get(role.profile) ?? '') + said(role));
  return byName;
}

/** Where a section stands is no part of what it says. */
function said(role: Role): string {
  return JSON.stringify({ ...role, line: 0 });
}
