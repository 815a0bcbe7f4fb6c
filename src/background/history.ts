import { addToHistory, settleHistory } from '../browser/history-store.ts';
import type { Sender } from '../browser/messaging.ts';
import { keepPendingEntry, readPendingEntry } from '../browser/pending-entries.ts';
import { inHistoryOrder } from '../browser/storage-lock.ts';
import { isPrivateTab } from '../browser/tabs.ts';
import { PARTITIONS, regionOfSignInHost } from '../core/console/partition.ts';
import type { Session } from '../core/console/session.ts';
import { type HistoryEntry, pageOf, type SwitchResult } from '../core/history/history-entry.ts';
import { pendingResult } from '../core/history/pending-entry.ts';
import { type NamedRole, toNamedRole } from '../core/roles/confirmation.ts';
import type { ListedRole } from '../core/roles/standing.ts';
import { sessionName } from '../core/sessions/open-session.ts';
import { currentSettings } from './current-settings.ts';

interface Switched {
  /** Undefined for the way back to the sign-in. */
  readonly role: ListedRole | undefined;
  /** Who asked AWS for it; undefined where nobody is signed in. */
  readonly session: Session | undefined;
  readonly pageUrl: string;
  /** Where it was asked for. Nothing of a private window is kept. */
  readonly tabId: number;
}

/** Records a switch of which it is known what came of it. Not to be waited for: the switch goes first. Never rejects. */
export function recordSwitch(switched: Switched, result: SwitchResult): Promise<void> {
  return inOrder(async () => void (await add(switched, result)));
}

/** Records a switch that is being posted: the tab's next page tells what came of it. As `recordSwitch`. */
export function recordPost(switched: Switched): Promise<void> {
  return inOrder(async () => {
    const { tabId, role } = switched;
    // Before anything else, since from now on the tab's pages tell nothing of an earlier one.
    await keepPendingEntry(tabId, undefined);
    const entry = await add(switched, 'sent');
    if (entry) await keepPendingEntry(tabId, { id: entry.id, at: entry.at, role: role && toNamedRole(role) });
  });
}

/** Records that AWS's own page was opened for a switch, in place of a post that could not leave. As `recordSwitch`. */
export function recordOpenedPage(switched: Switched): Promise<void> {
  return inOrder(async () => {
    const posted = await readPendingEntry(switched.tabId);
    await keepPendingEntry(switched.tabId, undefined);
    if (posted) await settleHistory(posted.id, 'opened');
    else await add(switched, 'opened');
  });
}

/** Says of the switch that a tab has posted last what its page now shows. Not to be waited for; never rejects. */
export function settleSwitch(session: Session, sender: Sender): Promise<void> {
  return inOrder(async () => {
    if (sender.kind !== 'content-script') return;
    const pending = await readPendingEntry(sender.tabId);
    if (!pending) return;
    const result = pendingResult(pending, session, Date.now());
    if (result) await settleHistory(pending.id, result);
    if (result !== 'refused') await keepPendingEntry(sender.tabId, undefined);
  });
}

/** One after the other: what became of a switch comes after the switch. */
async function inOrder(work: () => Promise<void>): Promise<void> {
  try {
    await inHistoryOrder(work);
  } catch (error) {
    console.warn('Hatrack: the history was not written.', error);
  }
}

/** Undefined where no history is kept. */
async function add(switched: Switched, result: SwitchResult): Promise<HistoryEntry | undefined> {
  const [{ keepHistory, historyLimit }, isPrivate] = await Promise.all([
    currentSettings(),
    isPrivateTab(switched.tabId),
  ]);
  if (!keepHistory || isPrivate) return undefined;
  const entry = toEntry(switched, result);
  await addToHistory(entry, Number(historyLimit));
  return entry;
}

function toEntry({ role, session, pageUrl }: Switched, result: SwitchResult): HistoryEntry {
  const partition = session?.partition ?? 'aws';
  return {
    id: crypto.randomUUID(),
    at: Date.now(),
    partition,
    region: regionOfSignInHost(session?.signInHost ?? '', PARTITIONS[partition]) ?? '',
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
