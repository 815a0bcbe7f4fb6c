import { useState } from 'preact/hooks';
import { hostAccess } from '../browser/host-access.ts';
import { onAccessChange } from '../browser/permissions.ts';
import { openOptions } from '../browser/tabs.ts';
import { reportText } from '../core/check/report-text.ts';
import type { SelfCheck, TabCheck } from '../core/check/self-check.ts';
import { HatrackMark } from '../ui/hatrack-mark.tsx';
import { HostAccessNotice } from '../ui/host-access-notice.tsx';
import { useTranslate } from '../ui/translation.ts';
import { useWatched } from '../ui/use-watched.ts';
import { AccessSection } from './access-section.tsx';
import { readSelfCheck } from './read-self-check.ts';
import { ReportSection } from './report-section.tsx';
import { StorageSection } from './storage-section.tsx';
import { TabSection } from './tab-section.tsx';
import { VersionSection } from './version-section.tsx';

interface CheckPageProps {
  /** The console tab that the check was opened from; no number where it was opened from none. */
  readonly askedTab: number;
}

/** What of the console is recognised and how Hatrack stands in this browser; to look at, and to copy for a bug report. */
export function CheckPage({ askedTab }: CheckPageProps) {
  const t = useTranslate();
  const check = useSelfCheck();
  const [tab, setTab] = useState<TabCheck>();
  return (
    <main>
      <header>
        <HatrackMark size={32} />
        <h1>{t('checkTitle')}</h1>
        <button type="button" class="plain" onClick={() => void openOptions()}>
          {t('openOptions')}
        </button>
      </header>
      <HostAccessNotice access={hostAccess} />
      <TabSection askedTab={askedTab} check={tab} onCheck={setTab} />
      {check && (
        <>
          <ReportSection text={reportText(check, tab)} />
          <AccessSection check={check} />
          <StorageSection storage={check.storage} />
          <VersionSection versions={check.versions} />
        </>
      )}
    </main>
  );
}

/** Read when the page opens, and again when the user allows something or takes it away. */
function useSelfCheck(): SelfCheck | undefined {
  return useWatched(readSelfCheck, 'here', onAccessChange);
}
