import { isRegion } from '../console/partition.ts';
import { parseColor } from './color.ts';
import type { Role } from './config.ts';
import type { KnownKey } from './keys.ts';
import type { Profile, Written } from './profile.ts';
import type { Report } from './report.ts';

/** What a role says of itself beside where it leads. */
export type RoleValues = Pick<Role, 'label' | 'color' | 'image' | 'group' | 'tags' | 'needsExternalId' | 'hidden'>;

/** Reads a role's values; one that can't be used is reported and counts as not written. */
export function readRoleValues(profile: Profile, report: Report): RoleValues {
  const { values, name } = profile;
  const image = values.get('image');
  const color = values.get('color');
  const externalId = values.get('external_id');
  const mfa = values.get('mfa_serial');
  const readColor = color && parseColor(color.value);
  if (color && !readColor) report(color.line, 'bad-color', color.value);
  if (image && !isImage(image.value)) report(image.line, 'bad-image', image.value);
  if (externalId) report(externalId.line, 'external-id', name);
  if (mfa) report(mfa.line, 'mfa-needed', name);
  // Read for their problems; nothing asks for their values yet.
  readBoolean(values, 'confirm', report);
  readBoolean(values, 'favorite', report);
  return {
    label: values.get('label')?.value ?? name,
    color: readColor,
    image: image && isImage(image.value) ? image.value : undefined,
    group: values.get('group')?.value,
    tags: readTags(values.get('tags')),
    needsExternalId: externalId !== undefined,
    hidden: readBoolean(values, 'hidden', report),
  };
}

/** A region to land in (`region`, `target_region`), in lower case. */
export function readRegion({ values }: Profile, key: 'region' | 'target_region', report: Report): string | undefined {
  const written = values.get(key);
  if (!written) return undefined;
  const region = written.value.toLowerCase();
  if (isRegion(region)) return region;
  report(written.line, 'bad-region', written.value);
  return undefined;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on', '1'].map((text) => [text, true] as const),
  ...['false', 'no', 'off', '0'].map((text) => [text, false] as const),
]);

function readBoolean(values: Profile['values'], key: KnownKey, report: Report): boolean {
  const written = values.get(key);
  if (!written) return false;
  const value = BOOLEANS.get(written.value.toLowerCase());
  if (value === undefined) report(written.line, 'bad-boolean', written.value, key);
  return value ?? false;
}

/** Pictures are fetched or shown as they are: never anything that a page could run, never unencrypted. */
function isImage(text: string): boolean {
  if (/^data:image\//i.test(text)) return true;
  return /^https:\/\//i.test(text) && URL.canParse(text);
}

function readTags(written: Written | undefined): string[] {
  if (!written) return [];
  const tags = written.value.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
