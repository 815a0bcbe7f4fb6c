import type { Config } from '../core/config/config.ts';
import type { Session } from '../core/console/session.ts';
import type { RoleStanding } from '../core/roles/standing.ts';
import { unaskedRoles, visibleRoles } from '../core/roles/visible-roles.ts';
import type { Settings } from '../core/settings/settings.ts';

/** More sessions than anybody works with at a time. */
const MOST = 8;

/** By the session and the settings; gone with the reading of the text that they are of. */
const known = new WeakMap<Config, Map<string, readonly RoleStanding[]>>();

/** As `visibleRoles`, or `unaskedRoles` without a session; made once for the same text, session and settings. */
export function standingsOf(config: Config, session: Session | undefined, settings: Settings): readonly RoleStanding[] {
  const ofConfig = known.get(config) ?? new Map<string, readonly RoleStanding[]>();
  known.set(config, ofConfig);
  const key = JSON.stringify([session, settings]);
  const standings = ofConfig.get(key) ?? (session ? visibleRoles(config, session, settings) : unaskedRoles(config));
  ofConfig.delete(key);
  ofConfig.set(key, standings);
  const [oldest] = ofConfig.keys();
  if (oldest !== undefined && ofConfig.size > MOST) ofConfig.delete(oldest);
  return standings;
}
