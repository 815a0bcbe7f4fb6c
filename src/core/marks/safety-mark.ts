import type { Color, RoleId } from '../config/config.ts';
import { isProduction } from '../config/environment.ts';
import type { Session } from '../console/session.ts';
import { accountOf, type Pictures, pictureOf } from '../roles/listed-role.ts';
import { readableAccount } from '../roles/role-list.ts';
import type { RoleStanding } from '../roles/standing.ts';
import { inkOn } from './contrast.ts';
import { markColor } from './mark-color.ts';

/** What a page shows of the role that its session is in. */
export interface SafetyMark {
  /** The role's own name in the text; where the text has none, what AWS calls it. */
  readonly label: string;
  /** Number or alias, as a person reads it; empty where neither is known. */
  readonly account: string;
  readonly environment: string | undefined;
  readonly isProduction: boolean;
  readonly color: Color;
  /** What is read on that colour. */
  readonly ink: 'black' | 'white';
  /** A data: URL. */
  readonly image: string | undefined;
  /** To take it again by; undefined where the text does not have it, and for one of several sessions, which go on. */
  readonly roleId: RoleId | undefined;
  /** The session ends an hour after the switch at the latest where nobody has said otherwise (console-contract §9). */
  readonly isSwitched: boolean;
}

/**
 * The mark of a session: of the role that it has switched to, or was signed in to by a role that the text has. An
 * identity that is no role of the text has none, as long as it has not switched.
 *
 * @param standings of the text's roles to it, see `visibleRoles`
 * @param pictures fetched before, by the URL in the text
 */
export function safetyMark(
  session: Session,
  standings: readonly RoleStanding[],
  pictures: Pictures,
): SafetyMark | undefined {
  const role = standings.find(({ standing }) => standing.kind === 'current')?.role;
  const { current } = session;
  if (!role && !current) return undefined;
  const shown = { color: role?.color, environment: role?.environment };
  const color = markColor(shown);
  return {
    label: role?.label ?? current?.roleName ?? '',
    account: readableAccount(role ? accountOf(role) : (current?.accountId ?? current?.accountAlias ?? '')),
    environment: shown.environment,
    isProduction: isProduction(shown),
    color,
    ink: inkOn(color),
    image: role && pictureOf(role, pictures),
    roleId: current && !session.multiSession ? role?.id : undefined,
    isSwitched: current !== undefined,
  };
}
