import { readFirstScreens, type Screen } from '../browser/first-screens.ts';
import { translate } from '../browser/i18n.ts';
import { askBackground, askTab, MessageError } from '../browser/messaging.ts';
import { activeTab, tabById } from '../browser/tabs.ts';
import { partitionOfConsoleHost } from '../core/console/partition.ts';
import type { BackgroundApi, ConsoleTabApi } from '../protocol.ts';
import { failureSentence } from '../ui/error-text.ts';
import type { PanelState } from '../ui/role-panel.tsx';
import type { MessageKey } from '../ui/translation.ts';
import type { ShownTab } from './tab-actions.ts';

export interface PopupView {
  readonly state: PanelState;
  /** The tab that it is shown for; undefined where there is none any more. */
  readonly tab: ShownTab | undefined;
  /** Why they can't be used here. */
  readonly hint: MessageKey | undefined;
  /** The tab in front, as far as the browser tells. */
  readonly front?: FrontTab | undefined;
}

type FrontTab = NonNullable<Awaited<ReturnType<typeof activeTab>>>;

const ask = askBackground<BackgroundApi>('background');

/** What the popup shows first, as soon as that can be read, and then, once that is known. */
export async function openView(): Promise<{ readonly first: PopupView; readonly known: Promise<PopupView> }> {
  const screens = readFirstScreens();
  const front = await frontTab();
  const first = firstView(front, await screens);
  // What there is to look at comes first: the worker and what it answers would have the processor just then.
  const known = first.state.kind === 'list' ? painted().then(() => viewOf(front)) : viewOf(front);
  return { first, known };
}

/** Done once what is drawn now has been painted; at once where nothing is painted, as in a tab behind others. */
function painted(): Promise<void> {
  if (document.visibilityState !== 'visible') return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** What there is to show now. */
export async function loadView(): Promise<PopupView> {
  return viewOf(await frontTab());
}

export function failedState({ code }: MessageError): PanelState {
  return { kind: 'failed', sentence: failureSentence(code, translate) };
}

/** The tab that the page's address names: there it was opened by a click in that tab's menu. */
export function namedTab(): number | undefined {
  const id = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(id) ? id : undefined;
}

function frontTab(): Promise<FrontTab | undefined> {
  const named = namedTab();
  return named === undefined ? activeTab() : tabById(named);
}

/** How the list was the last time; where nobody knows, that it is still to come. */
function firstView(front: FrontTab | undefined, screens: Awaited<ReturnType<typeof readFirstScreens>>): PopupView {
  const inConsole = front !== undefined && isConsole(front);
  const screen: Screen | undefined = inConsole ? front.id : front && 'all';
  // What is withheld is not kept, and a popup that a menu has opened is there to show it.
  const first = screen === undefined || namedTab() !== undefined ? undefined : screens(screen);
  if (!first) return { state: { kind: 'loading' }, tab: undefined, hint: undefined };
  const hint = inConsole ? undefined : 'notOnConsole';
  return { state: { kind: 'list', ...first, isFromBefore: true }, tab: undefined, hint };
}

/** Never rejects where nobody answers: it says so. */
async function viewOf(front: FrontTab | undefined): Promise<PopupView> {
  try {
    return await listedView(front);
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return { state: failedState(error), tab: undefined, hint: undefined };
  }
}

async function listedView(front: FrontTab | undefined): Promise<PopupView> {
  const outside = front && { id: front.id, facts: undefined };
  if (!front || !isConsole(front)) {
    return { state: await allRoles(front?.id), tab: outside, hint: 'notOnConsole', front };
  }
  try {
    const facts = await askTab<ConsoleTabApi>('console-tab', front.id)('facts', undefined);
    const listed = await ask('listRoles', { ...facts, tabId: front.id });
    return { state: { kind: 'list', ...listed }, tab: { id: front.id, facts }, hint: undefined, front };
  } catch (error) {
    // No content script there: the page is older than the extension, or the browser does not let Hatrack into it.
    if (!(error instanceof MessageError)) throw error;
    return { state: await allRoles(), tab: outside, hint: undefined, front };
  }
}

function isConsole({ url }: FrontTab): boolean {
  return url !== undefined && partitionOfConsoleHost(new URL(url).hostname) !== undefined;
}

/** With what AWS has refused, where the tab shows what may be its sign-in host's page: Hatrack can't see which it is. */
async function allRoles(tabId?: number): Promise<PanelState> {
  const failed = tabId === undefined ? undefined : ask('failedSwitch', tabId);
  const [{ list, found }, failedSwitch] = await Promise.all([ask('listRoles', undefined), failed]);
  return { kind: 'list', list: { ...list, failedSwitch }, found };
}
