import { isRegion } from '../console/partition.ts';
import { parseColor } from './color.ts';
import type { Role } from './config.ts';
import { readContainer } from './container.ts';
import { parseEnvironment } from './environment.ts';
import type { KnownKey } from './keys.ts';
import type { Profile, Written } from './profile.ts';
import { readValue } from './read-value.ts';
import type { Report } from './report.ts';
import { parseStartUrl } from './start-url.ts';

/** What a role says of itself beside where it leads. */
export type RoleValues = Omit<
  Role,
  'id' | 'profile' | 'line' | 'partition' | 'account' | 'roleName' | 'region' | 'bases' | 'obstacle'
>;

/** Reads a role's values; one that can't be used is reported and counts as not written. */
export function readRoleValues(profile: Profile, report: Report): RoleValues {
  const { values, name } = profile;
  const externalId = values.get('external_id');
  const mfa = values.get('mfa_serial');
  if (externalId) report(externalId.line, 'external-id', name);
  if (mfa) report(mfa.line, 'mfa-needed', name);
  return {
    label: values.get('label')?.value ?? name,
    color: readValue(values.get('color'), parseColor, 'bad-color', report),
    image: readValue(values.get('image'), parseImage, 'bad-image', report),
    group: values.get('group')?.value,
    tags: readTags(values.get('tags')),
    needsExternalId: externalId !== undefined,
    hidden: readBoolean(values, 'hidden', report),
    favorite: readBoolean(values, 'favorite', report),
    confirm: readBoolean(values, 'confirm', report),
    environment: readEnvironment(values.get('env'), report),
    startUrl: readValue(values.get('start_url'), parseStartUrl, 'bad-start-url', report),
    container: readContainer(profile, report),
  };
}

/** A region to land in (`region`, `target_region`), in lower case. */
export function readRegion({ values }: Profile, key: 'region' | 'target_region', report: Report): string | undefined {
  return readValue(values.get(key), parseRegion, 'bad-region', report);
}

function parseRegion(text: string): string | undefined {
  const region = text.toLowerCase();
  return isRegion(region) ? region : undefined;
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
function parseImage(text: string): string | undefined {
  const isImage = /^data:image\//i.test(text) || (/^https:\/\//i.test(text) && URL.canParse(text));
  return isImage ? text : undefined;
}

/** Any name will do: people have environments of their own. */
function readEnvironment(written: Written | undefined, report: Report): string | undefined {
  if (!written) return undefined;
  const environment = parseEnvironment(written.value);
  if (environment === undefined) report(written.line, 'unknown-environment', written.value);
  return environment ?? written.value.toLowerCase();
}

function readTags(written: Written | undefined): string[] {
  if (!written) return [];
  const tags = written.value.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
