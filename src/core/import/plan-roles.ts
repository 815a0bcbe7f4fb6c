import { sectionStyleOf, spellSection } from '../config/append-section.ts';
import type { ConfigText } from '../config/config-text.ts';
import type { Layer } from '../config/layer.ts';
import { changesTo, findPlace, readCurrentProfiles } from './current-profiles.ts';
import { compareTargets, type IncomingRole, type RoleTarget } from './incoming-role.ts';
import { holdsSecret, type PlannedEntry, skipped } from './planned-entry.ts';

export interface RolePlanOptions {
  /** The names are the user's own: a role that is there under another name comes in all the same. */
  readonly keepsNames: boolean;
  /** The values were made up from a template: those that are there win. */
  readonly onlyAdds: boolean;
  readonly prefix?: boolean | undefined;
  /** The layers before the current text. */
  readonly others: readonly Layer[];
}

/** Plans what becomes of roles that a list tells of, in the list's order. */
export function planRoles(
  current: ConfigText,
  roles: readonly IncomingRole[],
  options: RolePlanOptions,
): PlannedEntry[] {
  const profiles = readCurrentProfiles(current, options.others);
  const style = sectionStyleOf(current);
  const spell = (profile: string, keys: IncomingRole['keys']) =>
    spellSection(style, { profile, keys: Object.fromEntries(keys), prefix: options.prefix });
  const given = new Map<string, RoleTarget>();
  return roles.map((role, order) => {
    const { profile, account, roleName, target, keys, reason } = role;
    const shown = { profile, account, roleName };
    if (!target || reason) return skipped({ ...shown, reason: reason ?? 'unreadable' });
    const before = given.get(profile);
    if (!options.keepsNames && before && compareTargets(before, target) === 'same') {
      return skipped({ ...shown, reason: 'same' });
    }
    const place = findPlace(profile, target, profiles, (name) => given.has(name));
    const lines = spell(profile, keys);
    if (holdsSecret(lines)) return skipped({ ...shown, profile: '?', reason: 'unreadable' });
    if (place.kind === 'there') {
      const { name, line } = place.profile;
      const changes = changesTo(place.profile, keys).filter(({ before: is }) => !options.onlyAdds || is === undefined);
      if (changes.length === 0) return skipped({ ...shown, profile: name, reason: 'same' });
      return { entry: { ...shown, action: 'change', profile: name, reason: undefined, changes }, blocks: [], line };
    }
    if (place.kind === 'elsewhere') return skipped({ ...shown, profile: place.name, reason: 'same' });
    const known = options.keepsNames ? undefined : profiles.roleAt(target);
    if (known !== undefined) return skipped({ ...shown, profile: known, reason: 'same-role' });
    given.set(place.name, target);
    const renamed = place.name === profile ? lines : spell(place.name, keys);
    return {
      entry: {
        ...shown,
        action: 'add',
        profile: place.name,
        reason: place.name === profile ? undefined : 'name-taken',
        changes: [],
      },
      blocks: [{ order, lines: renamed }],
      line: undefined,
    };
  });
}
