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
 * so one whose tabs are all closed is missing, and one that was signed out elsewhere is still here.
 *
 * @param ended those that are known to be gone, although a tab still shows them
 */
export function openSessions(
  tabs: readonly TabSession[],
  partition: PartitionId,
  ended: readonly string[],
): readonly OpenSession[] {
  const found = new Map<string, OpenSession>();
  for (const { session, tabId, pageUrl } of tabs) {
    const differentiator = session.multiSession?.differentiator;
    if (differentiator === undefined || session.partition !== partition || ended.includes(differentiator)) continue;
    const known = found.get(differentiator);
    const tab = { tabId, pageUrl };
    found.set(
      differentiator,
      known ? { ...known, tabs: [...known.tabs, tab] } : { differentiator, session, tabs: [tab] },
    );
  }
  return [...found.values()];
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
