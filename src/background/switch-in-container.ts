import { openInContainer } from '../browser/containers.ts';
import { askTab, MessageError, type Sender } from '../browser/messaging.ts';
import { consoleTabs, showTab } from '../browser/tabs.ts';
import type { Role } from '../core/config/config.ts';
import { PARTITIONS, type PartitionId } from '../core/console/partition.ts';
import type { PageFacts } from '../core/console/session.ts';
import type { ContainerPlace } from '../core/places/container-place.ts';
import type { ConsoleTabApi, RowChoice, SwitchOutcome } from '../protocol.ts';
import { factsOfTab } from './console-tab.ts';

/** How long a new tab may take to show a console that is signed in: the user waits for it, and has asked for just this. */
const SIGN_IN_MS = 20_000;
const BETWEEN_MS = 400;

interface InContainer {
  readonly choice: RowChoice;
  readonly role: Role;
  readonly place: Extract<ContainerPlace, { kind: 'elsewhere' }>;
  readonly askingTabId: number;
  /** Of the asking tab: where the role does not say its own. */
  readonly partition: PartitionId;
  /** Whether the session of a tab's page may switch to the role. */
  readonly isOffered: (facts: PageFacts, sender: Sender) => Promise<boolean>;
}

/**
 * Switches to a role in its own container. Cookies are each container's own, so it is the session there that makes the
 * switch: that of an open console tab, else of a new one, should it turn out to be signed in. Otherwise the new tab is
 * where the user signs in.
 */
export async function switchInContainer(request: InContainer): Promise<SwitchOutcome> {
  const { choice, role, place, askingTabId, partition } = request;
  const { id, name } = place;
  for (const tabId of await consoleTabs(id)) if (await maySwitch(tabId, request)) return switchIn(tabId, choice);
  const opened = await openInContainer(id, homeOf(role, partition), askingTabId);
  if (opened.kind !== 'opened') {
    return { kind: 'container', name, needs: opened.kind === 'gone' ? 'telling' : 'open-tab' };
  }
  const isSignedIn = await becomesReady(opened.tabId, request);
  return isSignedIn ? switchIn(opened.tabId, choice) : { kind: 'container', name, needs: 'sign-in' };
}

function homeOf(role: Role, partition: PartitionId): string {
  return `https://${PARTITIONS[role.partition ?? partition].consoleHost}/console/home`;
}

async function becomesReady(tabId: number, request: InContainer): Promise<boolean> {
  for (const end = Date.now() + SIGN_IN_MS; Date.now() < end; ) {
    if (await maySwitch(tabId, request)) return true;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  return false;
}

/** Whether the tab shows a console whose session may make the switch. */
async function maySwitch(tabId: number, { isOffered }: InContainer): Promise<boolean> {
  const tab = await factsOfTab(tabId);
  return tab !== undefined && isOffered(tab.facts, tab.sender);
}

/** The tab is shown once the switch is on its way: where it fails, the asking one says why. */
async function switchIn(tabId: number, choice: RowChoice): Promise<SwitchOutcome> {
  const outcome = await outcomeIn(tabId, choice);
  if (outcome.kind === 'leaving') await showTab(tabId);
  return outcome;
}

async function outcomeIn(tabId: number, choice: RowChoice): Promise<SwitchOutcome> {
  try {
    return (await askTab<ConsoleTabApi>('console-tab', tabId)('switchRole', choice)) ?? { kind: 'leaving' };
  } catch (error) {
    // A page that leaves takes the answer with it: then it has left.
    if (error instanceof MessageError && error.code === 'no-answer') return { kind: 'leaving' };
    throw error;
  }
}
