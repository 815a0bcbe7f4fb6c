import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { listServices } from '../browser/list-services.ts';
import { askBackground } from '../browser/messaging.ts';
import { openOptions, openOptionsAt, openSelfCheck } from '../browser/tabs.ts';
import type { BackgroundApi, ListedPage } from '../protocol.ts';
import { RolePanel } from '../ui/role-panel.tsx';
import { isChoosable } from '../ui/take-row.ts';
import { useTranslate } from '../ui/translation.ts';
import { WithheldFold } from '../ui/withheld-fold.tsx';
import { ContainerLine } from './container-line.tsx';
import { failedState, loadView, namedTab, type PopupView } from './popup-view.ts';
import { TabChanges } from './tab-changes.tsx';
import { TabObstacle } from './tab-obstacle.tsx';
import { useAttempts } from './use-attempts.ts';

const ask = askBackground<BackgroundApi>('background');

interface PopupProps {
  readonly first: PopupView;
  readonly known: Promise<PopupView>;
}

/** The toolbar popup: the console menu's list, for the tab that it stands over. */
export function Popup({ first, known }: PopupProps) {
  const t = useTranslate();
  const [view, setView] = useState(first);

  useEffect(() => {
    void known.then(setView);
  }, [known]);

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
  const reload = async () => setView(await loadView());
  const { attempts, told } = useAttempts({ tab, session, reload }, ask);
  const page = useRef<ListedPage | undefined>(undefined);
  page.current = tab?.facts && { ...tab.facts, tabId: tab.id };
  const services = useMemo(
    () =>
      listServices({
        ask,
        page: () => page.current,
        canLand: () => page.current !== undefined,
        onFailed: (error) => setView((before) => ({ ...before, state: failedState(error) })),
      }),
    [],
  );
  return (
    <main>
      <h1 class="unseen">{t('menuTitle')}</h1>
      <RolePanel
        state={state}
        message={told.message}
        question={told.question}
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

async function containerNames(): Promise<readonly string[]> {
  return (await ask('listContainers', undefined)).map(({ name }) => name);
}
