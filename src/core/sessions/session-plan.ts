import type { Base, Role } from '../config/config.ts';
import { compareRole } from './compare-role.ts';
import { isSignIn, type OpenSession, SESSION_LIMIT } from './open-session.ts';

/** How a role is taken in multi-session. */
export type SessionPlan =
  /** It has a session: asking for it again would sign out that session's tabs (AESR #385). */
  | { readonly kind: 'show'; readonly open: OpenSession }
  /** The asking tab's own session asks for it. */
  | { readonly kind: 'ask' }
  /** Another session asks for it: the tab's own may not take it (console-contract §5, “Semantics”). */
  | { readonly kind: 'ask-through'; readonly open: OpenSession }
  /** As many sessions are open as AWS allows. */
  | { readonly kind: 'limit' }
  /** No open session may take it. */
  | { readonly kind: 'withheld' };

interface SessionChoice {
  readonly role: Role;
  readonly bases: readonly Base[];
  /** Those of the asking tab's browser, the asking tab's own among them. */
  readonly sessions: readonly OpenSession[];
  /** The asking tab's. */
  readonly mine: string;
  readonly isOffered: (open: OpenSession) => boolean;
  /** Whether the user wants it asked for although too many sessions seem to be open: a tab may show one that is gone. */
  readonly despiteLimit: boolean;
}

export function planSession(choice: SessionChoice): SessionPlan {
  const { role, bases, sessions, mine, isOffered, despiteLimit } = choice;
  const others = sessions.filter(({ differentiator }) => differentiator !== mine);
  const shown = openSessionOf(role, others, bases);
  if (shown) return { kind: 'show', open: shown };
  const own = sessions.find(({ differentiator }) => differentiator === mine);
  const isMine = own !== undefined && isOffered(own);
  const through = isMine ? undefined : sessionThatMay(others, isOffered);
  if (!isMine && !through) return { kind: 'withheld' };
  if (sessions.length >= SESSION_LIMIT && !despiteLimit) return { kind: 'limit' };
  return through ? { kind: 'ask-through', open: through } : { kind: 'ask' };
}

/** The session that is in a role already. */
export function openSessionOf(
  role: Role,
  sessions: readonly OpenSession[],
  bases: readonly Base[],
): OpenSession | undefined {
  return sessions.find(({ session }) => compareRole(role, session, bases) === 'same');
}

/** The session to take a role through: a sign-in before a switched one, whose role would be good for an hour only. */
export function sessionThatMay(
  sessions: readonly OpenSession[],
  isOffered: (open: OpenSession) => boolean,
): OpenSession | undefined {
  const able = sessions.filter(isOffered);
  return able.find(isSignIn) ?? able[0];
}

/** The sign-in to go back to from a switched session: that of the tab it was opened from, else the one used last. */
export function signInOf(
  sessions: readonly OpenSession[],
  mine: string,
  openerTabId: number | undefined,
): OpenSession | undefined {
  const signIns = sessions.filter((open) => open.differentiator !== mine && isSignIn(open));
  return signIns.find(({ tabs }) => tabs.some(({ tabId }) => tabId === openerTabId)) ?? signIns[0];
}
