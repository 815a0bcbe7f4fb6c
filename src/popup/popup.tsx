import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { readFirstScreen } from '../browser/first-screens.ts';
import { listServices } from '../browser/list-services.ts';
import { askBackground, askTab, MessageError } from '../browser/messaging.ts';
import { activeTab, openOptions, openOptionsAt, openSelfCheck, tabById } from '../browser/tabs.ts';
import { partitionOfConsoleHost } from '../core/console/partition.ts';
import type { BackgroundApi, ConsoleTabApi, ListedPage } from '../protocol.ts';
import { failureSentence } from '../ui/error-text.ts';
import { type PanelState, RolePanel } from '../ui/role-panel.tsx';
import { isChoosable } from '../ui/take-row.ts';
import { type MessageKey, type Translate, useTranslate } from '../ui/translation.ts';
import { WithheldFold } from '../ui/withheld-fold.tsx';
import { ContainerLine } from './container-line.tsx';
import type { ShownTab } from './tab-actions.ts';
import { TabChanges } from './tab-changes.tsx';
import { TabObstacle } from './tab-obstacle.tsx';
import { useAttempts } from './use-attempts.ts';

const ask = askBackground<BackgroundApi>('background');

interface PopupView {
  readonly state: PanelState;
  /** The tab that it is shown for; undefined where there is none any more. */
  readonly tab: ShownTab | undefined;
  /** Why they can't be used here. */
  readonly hint: MessageKey | undefined;
  /** The tab in front, as far as the browser tells. */
  readonly front?: { readonly id: number; readonly url: string | undefined } | undefined;
}

/** The toolbar popup: the console menu's list, for the tab that it stands over. */
export function Popup() {
  const t = useTranslate();
  const [view, setView] = useState<PopupView>({ state: { kind: 'loading' }, tab: undefined, hint: undefined });

  useEffect(() => {
    void showView(setView, t);
  }, [t]);

  useEffect(() => {
    // Firefox 153 now and then drops the focus that was set before it moved the popup into its panel.
    const refocus = () => {
      if (document.activeElement === document.body) document.querySelector('input')?.focus();
    };
    addEventListener('focus', refocus);
    return () => removeEventListener('focus', refocus);
  }, []);

  const { state, tab, hint, front } = view;
  const inConsole = tab?.facts !== undefined;
  const checkTab = () => void openSelfCheck(front?.id).then(() => window.close());
  const session = state.kind === 'list' ? state.list.session : undefined;
  const reload = async () => setView(await loadView(await shownTab()));
  const { attempts, told } = useAttempts({ tab, session, reload }, ask);
  const page = useRef<ListedPage | undefined>(undefined);
  page.current = tab?.facts && { ...tab.facts, tabId: tab.id };
  const services = useMemo(
    () =>
      listServices({
        ask,
        page: () => page.current,
        canLand: () => page.current !== undefined,
        onFailed: (error) => setView((before) => ({ ...before, state: failedState(error, t) })),
      }),
    [t],
  );
  return (
    <main>
      <h1 class="unseen">{t('menuTitle')}</h1>
      <RolePanel
        state={state}
        message={told.message}
        hint={hint && t(hint)}
        isFocused={true}
        canChoose={(row) => tab !== undefined && isChoosable(row, inConsole)}
        find={services.find}
        services={services}
        onReload={reload}
        onChoose={(hit, place) => void attempts.take(hit, place)}
        sessionActions={{
          show: (row) => void attempts.showSession(row),
          signOut: (row) => void attempts.signOut(row),
        }}
        isSessionNeeded={told.isSessionNeeded}
        onSwitchBack={session?.current && (() => void attempts.switchBack())}
        onClose={() => window.close()}
        onOpenOptions={() => void openOptions().then(() => window.close())}
        onOpenSelfCheck={checkTab}
        notice={front && <TabObstacle tabId={front.id} url={front.url} isAnswering={inConsole} />}
        foot={
          state.kind === 'list' && (
            <WithheldFold
              list={state.list}
              isOpenAtFirst={namedTab() !== undefined}
              onShowLine={(line) => void openOptionsAt(line).then(() => window.close())}
            />
          )
        }
        footNotice={tab && inConsole && <TabChanges tabId={tab.id} onOpenSelfCheck={checkTab} />}
      />
      <ContainerLine loadNames={containerNames} />
    </main>
  );
}

/** Shows how the list was the last time, as soon as that is read, and how it is now, as soon as that is known. */
async function showView(show: (view: PopupView) => void, t: Translate): Promise<void> {
  const tab = await shownTab();
  let isKnown = false;
  const known = loadView(tab).then(
    (view) => {
      isKnown = true;
      show(view);
    },
    (error: unknown) => {
      if (!(error instanceof MessageError)) throw error;
      isKnown = true;
      show({ state: failedState(error, t), tab: undefined, hint: undefined });
    },
  );
  if (tab && namedTab() === undefined) {
    const first = await readFirstScreen(isConsole(tab) ? tab.id : 'all');
    const hint = isConsole(tab) ? undefined : 'notOnConsole';
    if (first && !isKnown) show({ state: { kind: 'list', ...first, isFromBefore: true }, tab: undefined, hint });
  }
  await known;
}

function shownTab() {
  const named = namedTab();
  return named === undefined ? activeTab() : tabById(named);
}

function isConsole({ url }: { readonly url: string | undefined }): boolean {
  return url !== undefined && partitionOfConsoleHost(new URL(url).hostname) !== undefined;
}

async function loadView(tab: Awaited<ReturnType<typeof shownTab>>): Promise<PopupView> {
  const outside = tab && { id: tab.id, facts: undefined };
  if (!tab || !isConsole(tab))
    return { state: await allRoles(tab?.id), tab: outside, hint: 'notOnConsole', front: tab };
  try {
    const facts = await askTab<ConsoleTabApi>('console-tab', tab.id)('facts', undefined);
    const listed = await ask('listRoles', { ...facts, tabId: tab.id });
    return { state: { kind: 'list', ...listed }, tab: { id: tab.id, facts }, hint: undefined, front: tab };
  } catch (error) {
    // No content script there: the page is older than the extension, or the browser does not let Hatrack into it.
    if (!(error instanceof MessageError)) throw error;
    return { state: await allRoles(), tab: outside, hint: undefined, front: tab };
  }
}

/** The tab that the page's address names: there it was opened by a click in that tab's menu. */
function namedTab(): number | undefined {
  const id = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(id) ? id : undefined;
}

async function containerNames(): Promise<readonly string[]> {
  return (await ask('listContainers', undefined)).map(({ name }) => name);
}

/** With what AWS has refused, where the tab shows what may be its sign-in host's page: Hatrack can't see which it is. */
async function allRoles(tabId?: number): Promise<PanelState> {
  const failed = tabId === undefined ? undefined : ask('failedSwitch', tabId);
  const [{ list, found }, failedSwitch] = await Promise.all([ask('listRoles', undefined), failed]);
  return { kind: 'list', list: { ...list, failedSwitch }, found };
}

function failedState({ code }: MessageError, t: Translate): PanelState {
  return { kind: 'failed', sentence: failureSentence(code, t) };
}
