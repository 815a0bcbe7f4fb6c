import { readEndedSessions } from '../browser/ended-sessions.ts';
import { askSessionMarkers, askSessionTabs } from '../browser/session-tabs.ts';
import type { RoleId } from '../core/config/config.ts';
import type { Session } from '../core/console/session.ts';
import { endedSessions, type OpenSession, openSessions, type TabSession } from '../core/sessions/open-session.ts';
import type { ListedSessions } from '../core/sessions/role-marker.ts';
import { currentConfig } from './current-config.ts';
import { currentSettings } from './current-settings.ts';
import { sessionOf } from './message-input.ts';
import { standingsOf } from './standings.ts';

/** Asks the tabs that share a tab's cookies. Undefined where its own session is none of several. */
export async function sessionsAround(session: Session, tabId: number): Promise<ListedSessions | undefined> {
  const mine = session.multiSession?.differentiator;
  if (mine === undefined) return undefined;
  const [told, markers, seen, { config }, settings] = await Promise.all([
    askSessionTabs(tabId),
    askSessionMarkers(tabId),
    readEndedSessions(),
    currentConfig(),
    currentSettings(),
  ]);
  const tabs = told.flatMap(({ tabId: id, url, facts }): TabSession[] => {
    const found = sessionOf(facts, { kind: 'content-script', url, tabId: id });
    return found ? [{ tabId: id, pageUrl: url, session: found }] : [];
  });
  const offered = new Map<OpenSession, ReadonlySet<RoleId>>();
  const offeredTo = (open: OpenSession) => {
    const known = offered.get(open);
    if (known) return known;
    const standings = standingsOf(config, open.session, settings);
    const ids = new Set(standings.flatMap(({ role, standing }) => (standing.kind === 'offered' ? [role.id] : [])));
    offered.set(open, ids);
    return ids;
  };
  return {
    sessions: openSessions(tabs, session.partition, endedSessions(seen, markers, mine)),
    mine,
    isOffered: (open, id) => offeredTo(open).has(id),
  };
}
