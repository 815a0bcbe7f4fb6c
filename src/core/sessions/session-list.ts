import type { Base, Role } from '../config/config.ts';
import { accountText } from '../console/switch-request.ts';
import { compareRole } from './compare-role.ts';
import { isSignIn, type OpenSession, SESSION_LIMIT, sessionName } from './open-session.ts';
import { openSessionOf, sessionThatMay } from './session-plan.ts';

/** One open session as a list shows it. */
export interface SessionRow {
  readonly differentiator: string;
  /** The label of its role in the text, else what a person would call it. */
  readonly name: string;
  /** Number or alias; undefined where its page tells neither. */
  readonly account: string | undefined;
  readonly isSignIn: boolean;
  /** Whether it is the session of the tab that the list is for. */
  readonly isMine: boolean;
}

/** The open sessions beside the most that there may be. Others may be open without a tab. */
export interface SessionList {
  readonly rows: readonly SessionRow[];
  readonly limit: number;
}

/** What the open sessions mean for a role. */
export type SessionMark =
  /** It has a session: choosing it shows that one's tab. */
  | { readonly kind: 'open' }
  /** It is taken through the session of this name. */
  | { readonly kind: 'through'; readonly name: string };

/** @param mine the differentiator of the session that the list is for */
export function toSessionList(
  sessions: readonly OpenSession[],
  mine: string,
  roles: readonly Role[],
  bases: readonly Base[],
): SessionList {
  return { rows: sessions.map((open) => sessionRow(open, mine, roles, bases)), limit: SESSION_LIMIT };
}

function sessionRow(open: OpenSession, mine: string, roles: readonly Role[], bases: readonly Base[]): SessionRow {
  const { differentiator, session } = open;
  const { accountId, accountAlias } = session.current ?? session.identity;
  const role = roles.find((one) => compareRole(one, session, bases) === 'same');
  return {
    differentiator,
    name: role?.label ?? sessionName(session),
    account: accountId ?? accountAlias ?? (role && accountText(role.account)),
    isSignIn: isSignIn(open),
    isMine: differentiator === mine,
  };
}

/**
 * What the other sessions mean for a role; undefined where they mean nothing.
 *
 * @param isOfferedHere whether the list's own session may take it
 */
export function sessionMark(
  role: Role,
  others: readonly OpenSession[],
  bases: readonly Base[],
  isOfferedHere: boolean,
  isOffered: (open: OpenSession) => boolean,
): SessionMark | undefined {
  if (openSessionOf(role, others, bases)) return { kind: 'open' };
  const through = isOfferedHere ? undefined : sessionThatMay(others, isOffered);
  return through && { kind: 'through', name: sessionName(through.session) };
}
