import type { Role } from './config.ts';
import { readConfigText } from './config-text.ts';
import type { Layer } from './layer.ts';
import { readLayers } from './read-layers.ts';
import { appendSection, applyEdits, removeSection, sectionsOf, setRoleKeys } from './write-config.ts';

/** What a form shows of how another layer's role is shown; an empty field is one that the role does not have. */
export interface ShownFields {
  readonly label: string;
  readonly color: string;
  readonly group: string;
  readonly image: string;
  readonly hidden: boolean;
}

export function toShownFields({ label, profile, color, group, image, hidden }: Role): ShownFields {
  return {
    label: label === profile ? '' : label,
    color: color ?? '',
    group: group ?? '',
    image: image ?? '',
    hidden,
  };
}

/**
 * The user's own text with a section that has another layer's role shown as the form says. Only what is changed there
 * and differs from the other layers is written, and a section that says nothing any more is taken out. What they say can't be emptied: an
 * empty field goes back to it.
 *
 * @param text the user's own
 * @param others the layers before it
 */
export function changeShown(text: string, others: readonly Layer[], role: Role, fields: ShownFields): string {
  const theirs = toShownFields(roleIn(others, role) ?? role);
  const before = toShownFields(role);
  const keys: Record<string, string | undefined> = {};
  for (const key of ['label', 'color', 'group', 'image'] as const) {
    if (fields[key] !== before[key]) keys[key] = fields[key] === theirs[key] ? undefined : fields[key] || undefined;
  }
  if (fields.hidden !== before.hidden) {
    keys.hidden = fields.hidden === theirs.hidden ? undefined : String(fields.hidden);
  }
  const section = readConfigText(text).profiles.findLast(({ name }) => name === role.profile);
  if (section) return withoutEmpty(applyEdits(text, setRoleKeys(text, section.line, keys)), section.line);
  const isNothing = Object.values(keys).every((value) => value === undefined);
  return isNothing ? text : applyEdits(text, appendSection(text, { profile: role.profile, keys }));
}

/** The role as the other layers alone have it. Its id is the same unless it has a namesake. */
function roleIn(others: readonly Layer[], { id, profile }: Role): Role | undefined {
  const { roles } = readLayers(others);
  return roles.find((role) => role.id === id) ?? roles.find((role) => role.profile === profile);
}

/** Takes the section of a header out where it has no keys; keys only ever change below it. */
function withoutEmpty(text: string, line: number): string {
  const isEmpty = sectionsOf(readConfigText(text), line).every(({ entries }) => entries.length === 0);
  return isEmpty ? applyEdits(text, removeSection(text, line)) : text;
}
