import { addToHistory, settleHistory } from '../browser/history-store.ts';
import type { Sender } from '../browser/messaging.ts';
import { keepPendingEntry, type PendingEntry, readPendingEntry } from '../browser/pending-entries.ts';
import { parseAccount } from '../core/config/account.ts';
import type { Session } from '../core/console/session.ts';
import { type HistoryEntry, pageOf, type SwitchResult } from '../core/history/history-entry.ts';
import { type NamedRole, toNamedRole } from '../core/roles/confirmation.ts';
import type { ListedRole } from '../core/roles/standing.ts';
import { hasBecome } from '../core/sessions/compare-role.ts';
import { sessionName } from '../core/sessions/open-session.ts';
import { currentSettings } from './current-settings.ts';

interface Recorded {
  /** Undefined for the way back to the sign-in. */
  readonly role: ListedRole | undefined;
  readonly session: Session | undefined;
  readonly pageUrl: string;
  readonly result: SwitchResult;
  /** The tab whose next page tells what became of it; undefined where that is known. */
  readonly waitingTab?: number | undefined;
}

/** Records a switch. Not to be waited for: the switch goes first. Never rejects. */
export async function recordSwitch(recorded: Recorded): Promise<void> {
  try {
    const { keepHistory } = await currentSettings();
    if (!keepHistory) return;
    const entry = toEntry(recorded);
    await addToHistory(entry);
    const { waitingTab, role } = recorded;
    if (waitingTab === undefined) return;
    const pending: PendingEntry = { id: entry.id, role: role && toNamedRole(role) };
    await keepPendingEntry(waitingTab, pending);
  } catch (error) {
    console.warn('Hatrack: the switch was not recorded.', error);
  }
}

/**
 * Says of the switch that the tab has posted last what its page shows: that it has arrived, or that it has not, which a
 * later page may still correct. Never rejects.
 */
export async function settleSwitch(session: Session, sender: Sender): Promise<void> {
  if (sender.kind !== 'content-script') return;
  try {
    const pending = await readPendingEntry(sender.tabId);
    if (!pending) return;
    const hasArrived = isThere(pending, session);
    await settleHistory(pending.id, hasArrived ? 'arrived' : 'refused');
    if (hasArrived) await keepPendingEntry(sender.tabId, undefined);
  } catch (error) {
    console.warn('Hatrack: what became of the switch was not recorded.', error);
  }
}

function isThere({ role }: PendingEntry, session: Session): boolean {
  if (!role) return session.current === undefined;
  const account = parseAccount(role.account);
  return account !== undefined && hasBecome({ account, roleName: role.roleName }, session);
}

function toEntry({ role, session, pageUrl, result }: Recorded): HistoryEntry {
  return {
    id: crypto.randomUUID(),
    at: Date.now(),
    partition: session?.partition ?? 'aws',
    from: session ? sessionName(session) : '',
    to: role ? named(toNamedRole(role)) : backTo(session),
    page: pageOf(pageUrl),
    result,
  };
}

function named({ label, account, roleName }: NamedRole): HistoryEntry['to'] {
  return { label, account, roleName };
}

function backTo(session: Session | undefined): HistoryEntry['to'] {
  const { accountId, accountAlias, name } = session?.identity ?? {};
  return { label: name ?? '', account: accountId ?? accountAlias ?? '', roleName: '' };
}
