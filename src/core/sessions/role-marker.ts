import type { Base, RoleId } from '../config/config.ts';
import { isPortalRole, type ListedRole, type Standing } from '../roles/standing.ts';
import type { OpenSession } from './open-session.ts';
import { type SessionMark, sessionMark } from './session-list.ts';

/** The open sessions beside which the one of a list stands. */
export interface ListedSessions {
  readonly sessions: readonly OpenSession[];
  /** The list's own. */
  readonly mine: string;
  /** Whether a session may switch to a role. */
  readonly isOffered: (open: OpenSession, id: RoleId) => boolean;
}

/** Says of each role what the other sessions mean for it: one that is withheld from this session may be had through another. */
export function roleMarker(
  bases: readonly Base[],
  around: ListedSessions | undefined,
): (role: ListedRole, standing: Standing) => SessionMark | undefined {
  const others = around?.sessions.filter(({ differentiator }) => differentiator !== around.mine) ?? [];
  return (role, { kind }) => {
    if (!around || others.length === 0 || isPortalRole(role)) return undefined;
    if (kind !== 'offered' && kind !== 'chain' && kind !== 'withheld') return undefined;
    return sessionMark(role, others, bases, kind === 'offered', (open) => around.isOffered(open, role.id));
  };
}
