import { useEffect, useState } from 'preact/hooks';
import { askBackground, askTab, MessageError } from '../browser/messaging.ts';
import { activeTab, openOptions, openOptionsAt, tabById } from '../browser/tabs.ts';
import { partitionOfConsoleHost } from '../core/console/partition.ts';
import type { PageFacts } from '../core/console/session.ts';
import type { BackgroundApi, ConsoleTabApi, SwitchOutcome } from '../protocol.ts';
import { failureSentence, outcomeSentence } from '../ui/error-text.ts';
import { type PanelState, RolePanel } from '../ui/role-panel.tsx';
import { isChoosable, type RowActions, takeRow, takingSentence } from '../ui/take-row.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { WithheldFold } from '../ui/withheld-fold.tsx';
import { ContainerLine } from './container-line.tsx';

const ask = askBackground<BackgroundApi>('background');

interface ShownTab {
  readonly id: number;
  /** What the console's page there says; undefined where it is none, or does not answer. */
  readonly facts: PageFacts | undefined;
}

interface PopupView {
  readonly state: PanelState;
  /** The tab that it is shown for; undefined where there is none any more. */
  readonly tab: ShownTab | undefined;
  /** Why they can't be used here. */
  readonly hint: MessageKey | undefined;
}

/** The toolbar popup: the console menu's list, for the tab that it stands over. */
export function Popup() {
  const t = useTranslate();
  const [view, setView] = useState<PopupView>({ state: { kind: 'loading' }, tab: undefined, hint: undefined });
  const [message, setMessage] = useState<string>();

  useEffect(() => {
    loadView().then(setView, (error: unknown) => {
      if (!(error instanceof MessageError)) throw error;
      setView({
        state: { kind: 'failed', sentence: failureSentence(error.code, t) },
        tab: undefined,
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

  const { state, tab, hint } = view;
  const inConsole = tab?.facts !== undefined;
  const run = async (attempt: (actions: RowActions) => Promise<SwitchOutcome>, meanwhile = t('switching')) => {
    if (!tab) return;
    setMessage(meanwhile);
    const sentence = outcomeSentence(await attempt(actionsFor(tab)), t);
    if (sentence === undefined) window.close();
    else setMessage(sentence);
  };
  const session = state.kind === 'list' ? state.list.session : undefined;
  return (
    <main>
      <h1 class="unseen">{t('menuTitle')}</h1>
      <RolePanel
        state={state}
        message={message}
        hint={hint && t(hint)}
        isFocused={true}
        canChoose={(row) => tab !== undefined && isChoosable(row, inConsole)}
        canLand={inConsole}
        onChoose={(hit) => void run((actions) => takeRow(hit, actions), takingSentence(hit, t))}
        onSwitchBack={session?.current && (() => void run((actions) => actions.switchBack()))}
        onClose={() => window.close()}
        onOpenOptions={() => void openOptions().then(() => window.close())}
        foot={
          state.kind === 'list' && (
            <WithheldFold
              list={state.list}
              isOpenAtFirst={namedTab() !== undefined}
              onShowLine={(line) => void openOptionsAt(line).then(() => window.close())}
            />
          )
        }
      />
      <ContainerLine loadNames={containerNames} />
    </main>
  );
}

async function loadView(): Promise<PopupView> {
  const named = namedTab();
  const tab = await (named === undefined ? activeTab() : tabById(named));
  const isConsole = tab?.url !== undefined && partitionOfConsoleHost(new URL(tab.url).hostname) !== undefined;
  const outside = tab && { id: tab.id, facts: undefined };
  if (!tab || !isConsole) return { state: await allRoles(), tab: outside, hint: 'notOnConsole' };
  try {
    const facts = await askTab<ConsoleTabApi>('console-tab', tab.id)('facts', undefined);
    const list = await ask('listRoles', facts);
    return { state: { kind: 'list', list }, tab: { id: tab.id, facts }, hint: undefined };
  } catch (error) {
    // No content script there: the page is older than the extension.
    if (!(error instanceof MessageError)) throw error;
    return { state: await allRoles(), tab: outside, hint: 'reloadConsoleTab' };
  }
}

/** The tab that the page's address names: there it was opened by a click in that tab's menu. */
function namedTab(): number | undefined {
  const id = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(id) ? id : undefined;
}

/** What a row does from here: in the console's own tab, or beside whichever tab there is. */
function actionsFor({ id: tabId, facts }: ShownTab): RowActions {
  return {
    switchRole: (choice) => outcomeIn(tabId, (askPage) => askPage('switchRole', choice)),
    switchBack: () => outcomeIn(tabId, (askPage) => askPage('switchBack', undefined)),
    openPortal: (choice) => ask('openPortal', { ...choice, facts, tabId }),
  };
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
