import { useEffect, useState } from 'preact/hooks';
import { askBackground, askTab, MessageError } from '../browser/messaging.ts';
import { activeTab, openOptions, openSelfCheck } from '../browser/tabs.ts';
import { partitionOfConsoleHost } from '../core/console/partition.ts';
import type { BackgroundApi, ConsoleTabApi, SwitchOutcome } from '../protocol.ts';
import { failureSentence, outcomeSentence } from '../ui/error-text.ts';
import { type PanelState, RolePanel } from '../ui/role-panel.tsx';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { ContainerLine } from './container-line.tsx';
import { TabChanges } from './tab-changes.tsx';
import { TabObstacle } from './tab-obstacle.tsx';

const ask = askBackground<BackgroundApi>('background');

interface PopupView {
  readonly state: PanelState;
  /** The console tab that roles can be used in. */
  readonly tabId: number | undefined;
  /** Why they can't be used here. */
  readonly hint: MessageKey | undefined;
  /** The tab in front, as far as the browser tells. */
  readonly front?: { readonly id: number; readonly url: string | undefined } | undefined;
}

/** The toolbar popup: the console menu's list, for the tab that it stands over. */
export function Popup() {
  const t = useTranslate();
  const [view, setView] = useState<PopupView>({ state: { kind: 'loading' }, tabId: undefined, hint: undefined });
  const [message, setMessage] = useState<string>();

  useEffect(() => {
    loadView().then(setView, (error: unknown) => {
      if (!(error instanceof MessageError)) throw error;
      setView({
        state: { kind: 'failed', sentence: failureSentence(error.code, t) },
        tabId: undefined,
        hint: undefined,
      });
    });
  }, [t]);

  useEffect(() => {
    // Firefox 153 now and then drops the focus that was set before it moved the popup into its panel.
    const refocus = () => {
      if (document.activeElement === document.body) document.querySelector('input')?.focus();
    };
    addEventListener('focus', refocus);
    return () => removeEventListener('focus', refocus);
  }, []);

  const { state, tabId, hint, front } = view;
  const run = async (attempt: (ask: ReturnType<typeof askTab<ConsoleTabApi>>) => Promise<SwitchOutcome>) => {
    if (tabId === undefined) return;
    setMessage(t('switching'));
    const sentence = outcomeSentence(await outcomeIn(tabId, attempt), t);
    if (sentence === undefined) window.close();
    else setMessage(sentence);
  };
  const checkTab = () => void openSelfCheck(front?.id).then(() => window.close());
  const session = state.kind === 'list' ? state.list.session : undefined;
  return (
    <>
      <RolePanel
        state={state}
        message={message}
        hint={hint && t(hint)}
        isFocused={true}
        canChoose={tabId !== undefined}
        canLand={tabId !== undefined}
        onChoose={({ row, service }) =>
          void run((askPage) => askPage('switchRole', { roleId: row.id, service: service?.id }))
        }
        onSwitchBack={session?.current && (() => void run((askPage) => askPage('switchBack', undefined)))}
        onClose={() => window.close()}
        onOpenOptions={() => void openOptions().then(() => window.close())}
        onOpenSelfCheck={checkTab}
        notice={front && <TabObstacle tabId={front.id} url={front.url} isAnswering={tabId !== undefined} />}
        footNotice={tabId !== undefined && <TabChanges tabId={tabId} onOpenSelfCheck={checkTab} />}
      />
      <ContainerLine loadNames={containerNames} />
    </>
  );
}

async function loadView(): Promise<PopupView> {
  const tab = await activeTab();
  const isConsole = tab?.url !== undefined && partitionOfConsoleHost(new URL(tab.url).hostname) !== undefined;
  if (!tab || !isConsole) return { state: await allRoles(), tabId: undefined, hint: 'notOnConsole', front: tab };
  try {
    const facts = await askTab<ConsoleTabApi>('console-tab', tab.id)('facts', undefined);
    const list = await ask('listRoles', facts);
    return { state: { kind: 'list', list }, tabId: tab.id, hint: undefined, front: tab };
  } catch (error) {
    // No content script there: the page is older than the extension, or the browser does not let Hatrack into it.
    if (!(error instanceof MessageError)) throw error;
    return { state: await allRoles(), tabId: undefined, hint: undefined, front: tab };
  }
}

async function containerNames(): Promise<readonly string[]> {
  return (await ask('listContainers', undefined)).map(({ name }) => name);
}

async function allRoles(): Promise<PanelState> {
  return { kind: 'list', list: await ask('listRoles', undefined) };
}

/** What became of it. A page that leaves takes the answer with it: then it has left. */
async function outcomeIn(
  tabId: number,
  attempt: (ask: ReturnType<typeof askTab<ConsoleTabApi>>) => Promise<SwitchOutcome>,
): Promise<SwitchOutcome> {
  try {
    return (await attempt(askTab<ConsoleTabApi>('console-tab', tabId))) ?? { kind: 'leaving' };
  } catch (error) {
    if (error instanceof MessageError && error.code === 'no-answer') return { kind: 'leaving' };
    throw error;
  }
}
