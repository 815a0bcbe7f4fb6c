import { useEffect, useId, useState } from 'preact/hooks';
import { askDiagnosis } from '../browser/ask-diagnosis.ts';
import { hostAccess } from '../browser/host-access.ts';
import { onAccessChange } from '../browser/permissions.ts';
import { type NamedTab, namedConsoleTabs } from '../browser/tabs.ts';
import type { TabCheck } from '../core/check/self-check.ts';
import { deviations } from '../core/console/deviations.ts';
import type { Diagnosis } from '../core/console/diagnosis.ts';
import { ChangedPage } from '../ui/changed-page.tsx';
import { useTranslate } from '../ui/translation.ts';
import { DiagnosisTable } from './diagnosis-table.tsx';

interface TabSectionProps {
  /** No number where none was asked for. */
  readonly askedTab: number;
  /** Undefined while nothing is known of the chosen tab, and where none is open. */
  readonly check: TabCheck | undefined;
  readonly onCheck: (check: TabCheck | undefined) => void;
}

/** What is recognised of one of the open console tabs. */
export function TabSection({ askedTab, check, onCheck }: TabSectionProps) {
  const t = useTranslate();
  const [tabs, setTabs] = useState<readonly NamedTab[]>();
  const [chosen, setChosen] = useState<number>();
  const [round, setRound] = useState(0);
  const load = async () => {
    const found = await namedConsoleTabs();
    setTabs(found);
    setChosen((before) => (found.find(({ id }) => id === (before ?? askedTab)) ?? found[0])?.id);
    setRound((before) => before + 1);
  };
  useEffect(() => {
    const watching = new AbortController();
    // What the browser lets Hatrack see of tabs follows the access to their hosts.
    onAccessChange(() => void load(), watching.signal);
    void load();
    return () => watching.abort();
  }, []);
  useEffect(() => {
    const asking = new AbortController();
    onCheck(undefined);
    if (chosen !== undefined) {
      void askDiagnosis(chosen).then((diagnosis) => {
        if (!asking.signal.aborted) onCheck(diagnosis ? { kind: 'diagnosis', diagnosis } : { kind: 'silent' });
      });
    }
    return () => asking.abort();
  }, [chosen, round, onCheck]);
  if (!tabs) return null;
  return (
    <section class="tab-check">
      <h2>{t('checkTab')}</h2>
      <div class="buttons">
        {tabs.length > 0 && <TabChoice tabs={tabs} chosen={chosen} onChoose={setChosen} />}
        <button type="button" class="plain" onClick={() => void load()}>
          {t('checkAgain')}
        </button>
      </div>
      {tabs.length === 0 && <p>{t('checkNoTab')}</p>}
      {tabs.length > 0 && !check && <p role="status">{t('checkUnderWay')}</p>}
      {check?.kind === 'silent' && chosen !== undefined && <SilentTab tabId={chosen} />}
      {check?.kind === 'diagnosis' && <Recognised diagnosis={check.diagnosis} />}
    </section>
  );
}

function Recognised({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const t = useTranslate();
  const found = deviations(diagnosis);
  return (
    <>
      <ChangedPage deviations={found} />
      {found.length === 0 && (
        <p class="all-found" role="status">
          {t(diagnosis.session === 'unknown' ? 'checkNobody' : 'checkAllFound')}
        </p>
      )}
      <DiagnosisTable diagnosis={diagnosis} />
    </>
  );
}

interface TabChoiceProps {
  readonly tabs: readonly NamedTab[];
  readonly chosen: number | undefined;
  readonly onChoose: (tabId: number) => void;
}

function TabChoice({ tabs, chosen, onChoose }: TabChoiceProps) {
  const t = useTranslate();
  const selectId = useId();
  return (
    <>
      <label for={selectId}>{t('checkChooseTab')}</label>
      <select id={selectId} value={chosen} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {tabs.map(({ id, title, host }) => (
          <option key={id} value={id}>
            {`${title} (${host})`}
          </option>
        ))}
      </select>
    </>
  );
}

function SilentTab({ tabId }: { readonly tabId: number }) {
  const t = useTranslate();
  return (
    <div class="notice notice-alert" role="status">
      <p>{t('reloadConsoleTab')}</p>
      <button type="button" class="plain" onClick={() => void hostAccess.reload([tabId])}>
        {t('reloadTab')}
      </button>
    </div>
  );
}
