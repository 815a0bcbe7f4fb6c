import type { PartitionId } from '../console/partition.ts';
import type { Session } from '../console/session.ts';

/** How many sessions AWS allows at a time in one browser (console-contract §5, §9). */
export const SESSION_LIMIT = 5;

/** What the console page in a tab says of its session. */
export interface TabSession {
  readonly tabId: number;
  readonly pageUrl: string;
  readonly session: Session;
}

/** A multi-session session with the tabs that show it. */
export interface OpenSession {
  readonly differentiator: string;
  readonly session: Session;
  /** In the order in which the tabs were given; never empty. */
  readonly tabs: readonly Pick<TabSession, 'tabId' | 'pageUrl'>[];
}

/**
 * The sessions of a partition that tabs show, in the order of their first tabs. AWS tells no extension which there are,
 * so one whose tabs are all closed is missing.
 *
 * @param isEnded whether a session is known to be gone, although a tab still shows it
 */
export function openSessions(
  tabs: readonly TabSession[],
  partition: PartitionId,
  isEnded: (differentiator: string) => boolean,
): readonly OpenSession[] {
  const found = new Map<string, OpenSession>();
  for (const { session, tabId, pageUrl } of tabs) {
    const differentiator = session.multiSession?.differentiator;
    if (differentiator === undefined || session.partition !== partition || isEnded(differentiator)) continue;
    const known = found.get(differentiator);
    const tab = { tabId, pageUrl };
    found.set(
      differentiator,
      known ? { ...known, tabs: [...known.tabs, tab] } : { differentiator, session, tabs: [tab] },
    );
  }
  return [...found.values()];
}

/**
 * Tells which sessions are gone: those that Hatrack has seen end, and those whose marker is.
 *
 * AWS's own pages take a session for ended once its marker cookie is gone (console-contract §3.4). Whether pages can see
 * the markers at all, the page's own tells: without it they tell nothing.
 */
export function endedSessions(
  seen: readonly string[],
  markers: readonly string[],
  mine: string,
): (differentiator: string) => boolean {
  const isTelling = markers.includes(mine);
  return (differentiator) => seen.includes(differentiator) || (isTelling && !markers.includes(differentiator));
}

/** What a person would call a session: its role, else the user or role session that signed in. */
export function sessionName({ current, identity }: Pick<Session, 'current' | 'identity'>): string {
  return (
    current?.roleName ?? (identity.name || identity.loginRole || identity.accountAlias || identity.accountId || '')
  );
}

/** Whether somebody signed in to it; else it was switched to from another. */
export function isSignIn({ session }: OpenSession): boolean {
  return session.current === undefined;
}
