import { parseExtensionId } from './extension-id.ts';
import type { Team } from './team-source.ts';

/** For as long, one extension that asks can't be pushed out by another. */
const HELD_MS = 60_000;

/**
 * Notes that an extension which isn't allowed has sent something. One is kept, so that a crowd of them fills nothing and
 * causes no more than a write a minute; one that the user has dismissed stays so.
 */
export function withAsking(team: Team, extensionId: string, now: number): Team {
  const { asking } = team;
  if (parseExtensionId(extensionId) === undefined || asking?.extensionId === extensionId) return team;
  const isHeld = asking !== undefined && Math.abs(now - asking.at) < HELD_MS;
  return isHeld ? team : { ...team, asking: { extensionId, at: now, isDismissed: false } };
}
