import { recordOf } from '../record.ts';

/** Since when a session has been seen in its role. */
export interface SeenRole {
  /** What the role and its account are called on the page. */
  readonly role: string;
  /** In milliseconds since 1970. */
  readonly since: number;
}

export type SeenRoles = Readonly<Record<string, SeenRole>>;

/** A switched session's default (console-contract §9). The role may allow less or more: the page does not tell. */
export const SWITCHED_MS = 60 * 60_000;
/** How long before its end a session is warned of. */
export const WARNING_MS = 5 * 60_000;

const MOST = 50;

/**
 * What is known once a session was seen in a role: as long as it stays in that one, since when. Another role begins anew.
 *
 * @param session names the session: its cookies, or its label among several
 */
export function withSeen(seen: SeenRoles, session: string, role: string, now: number): SeenRoles {
  const before = seen[session];
  // A clock that was set back would make it last longer than it does.
  if (before?.role === role && before.since <= now) return seen;
  const others = Object.entries(seen).filter(([key]) => key !== session);
  const latest = others.sort(([, a], [, b]) => b.since - a.since).slice(0, MOST - 1);
  return Object.fromEntries([[session, { role, since: now }], ...latest]);
}

/** The switch to that role was made now: it is a new session even where it looks like the one before. */
export function withoutSeen(seen: SeenRoles, session: string): SeenRoles {
  return Object.fromEntries(Object.entries(seen).filter(([key]) => key !== session));
}

/** Takes whatever storage holds. */
export function parseSeenRoles(data: unknown): SeenRoles {
  return Object.fromEntries(
    Object.entries(recordOf(data)).flatMap(([session, value]) => {
      const { role, since } = recordOf(value);
      return typeof role === 'string' && typeof since === 'number' ? [[session, { role, since }] as const] : [];
    }),
  );
}
