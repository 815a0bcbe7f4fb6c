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
  /** What the session of a tab's page is called, if it may switch to the role. */
  readonly whoMaySwitch: (facts: PageFacts, sender: Sender) => Promise<string | undefined>;
}

/**
 * Switches to a role in its own container. Cookies are each container's own, so it is the session there that makes the
 * switch: that of an open console tab, else of a new one, should it turn out to be signed in. Otherwise the new tab is
 * where the user signs in.
 */
export async function switchInContainer(request: InContainer): Promise<SwitchOutcome> {
  const { choice, role, place, askingTabId, partition } = request;
  const { id, name } = place;
  for (const tabId of await consoleTabs(id)) {
    const who = await whoMaySwitch(tabId, request);
    if (who !== undefined) return switchIn(tabId, choice, who);
  }
  const opened = await openInContainer(id, homeOf(role, partition), askingTabId);
  if (opened.kind !== 'opened') {
    return { kind: 'container', name, needs: opened.kind === 'gone' ? 'telling' : 'open-tab' };
  }
  const who = await becomesReady(opened.tabId, request);
  return who !== undefined ? switchIn(opened.tabId, choice, who) : { kind: 'container', name, needs: 'sign-in' };
}

function homeOf(role: Role, partition: PartitionId): string {
  return `https://${PARTITIONS[role.partition ?? partition].consoleHost}/console/home`;
}

async function becomesReady(tabId: number, request: InContainer): Promise<string | undefined> {
  for (const end = Date.now() + SIGN_IN_MS; Date.now() < end; ) {
    const who = await whoMaySwitch(tabId, request);
    if (who !== undefined) return who;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
  return undefined;
}

/** What the session of the console in the tab is called, if it may make the switch. */
async function whoMaySwitch(tabId: number, request: InContainer): Promise<string | undefined> {
  const tab = await factsOfTab(tabId);
  return tab && request.whoMaySwitch(tab.facts, tab.sender);
}

/** The tab is shown once the switch is on its way: where it fails, the asking one says why. */
async function switchIn(tabId: number, choice: RowChoice, who: string): Promise<SwitchOutcome> {
  const outcome = await outcomeIn(tabId, choice);
  if (outcome.kind === 'failed') return { by: who, ...outcome };
  if (outcome.kind === 'leaving') await showTab(tabId);
  return outcome;
}

async function outcomeIn(tabId: number, choice: RowChoice): Promise<SwitchOutcome> {
  try {
    return await askTab<ConsoleTabApi>('console-tab', tabId)('switchRole', choice);
  } catch (error) {
    // A page that leaves takes the answer with it: then it has left.
    if (error instanceof MessageError && error.code === 'no-answer') return { kind: 'leaving' };
    throw error;
  }
}
