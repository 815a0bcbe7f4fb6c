import { isRegion } from '../console/partition.ts';
import type { Role } from './config.ts';
import { parseEnvironment } from './environment.ts';
import type { Profile, Written } from './profile.ts';
import { readValue } from './read-value.ts';
import type { Report } from './report.ts';
import { readShown, type Shown, showOver } from './shown.ts';
import { parseStartUrl } from './start-url.ts';

/** What a role says of itself beside where and how one gets to it: the same for one that a portal leads to. */
export type RoleValues = Pick<
  Role,
  | 'label'
  | 'color'
  | 'image'
  | 'group'
  | 'tags'
  | 'note'
  | 'hidden'
  | 'favorite'
  | 'confirm'
  | 'environment'
  | 'startUrl'
>;

const NO_TAGS: readonly string[] = [];

/**
 * Reads a role's values; one that can't be used is reported and counts as not written.
 *
 * @param later how later layers want the role to be shown
 */
export function readRoleValues(profile: Profile, later: Shown | undefined, report: Report): RoleValues {
  const { values, name } = profile;
  const own = readShown(profile, report);
  const shown = later ? showOver(own, later) : own;
  return {
    label: shown.label ?? name,
    color: shown.color,
    image: shown.image,
    group: shown.group,
    tags: shown.tags ?? NO_TAGS,
    note: shown.note,
    hidden: shown.hidden ?? false,
    favorite: shown.favorite ?? false,
    confirm: shown.confirm ?? false,
    environment: readEnvironment(values.get('env'), report),
    startUrl: readValue(values.get('start_url'), parseStartUrl, 'bad-start-url', report),
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

/** Any name will do: people have environments of their own. */
function readEnvironment(written: Written | undefined, report: Report): string | undefined {
  if (!written) return undefined;
  const environment = parseEnvironment(written.value);
  if (environment === undefined) report(written.line, 'unknown-environment', written.value);
  return environment ?? written.value.toLowerCase();
}
