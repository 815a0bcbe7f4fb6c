import { useEffect, useState } from 'preact/hooks';
import { askDiagnosis } from '../browser/ask-diagnosis.ts';
import { type Deviation, deviations } from '../core/console/deviations.ts';
import { ChangedPage } from '../ui/changed-page.tsx';

interface TabChangesProps {
  readonly tabId: number;
  readonly onOpenSelfCheck: () => void;
}

/** What AWS has changed in the tab's page, if anything. */
export function TabChanges({ tabId, onOpenSelfCheck }: TabChangesProps) {
  const [found, setFound] = useState<readonly Deviation[]>([]);
  useEffect(() => {
    void askDiagnosis(tabId).then((diagnosis) => setFound(diagnosis ? deviations(diagnosis) : []));
  }, [tabId]);
  return <ChangedPage deviations={found} onOpenSelfCheck={onOpenSelfCheck} />;
}
