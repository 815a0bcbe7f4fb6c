import type { Role } from '../config/config.ts';
import { readConfigText } from '../config/config-text.ts';
import type { Layer, Origin } from '../config/layer.ts';
import type { Profile } from '../config/profile.ts';

/** The section that a role or a base was read from. */
export type ProfileOf = (place: Pick<Role, 'origin' | 'line'>) => Profile | undefined;

/**
 * Finds sections again, for the keys that mean nothing in a console (`external_id`, `mfa_serial`, …).
 *
 * @param layers the very ones that roles and bases were read from
 */
export function profilesOf(layers: readonly Layer[]): ProfileOf {
  const byLine = new Map<Origin, ReadonlyMap<number, Profile>>();
  for (const { origin, text } of layers) {
    byLine.set(origin, new Map(readConfigText(text).profiles.map((profile) => [profile.line, profile])));
  }
  return ({ origin, line }) => byLine.get(origin)?.get(line);
}
