import { useMemo, useState } from 'preact/hooks';
import { askBackground } from '../browser/messaging.ts';
import { openOptions } from '../browser/tabs.ts';
import { switchEventsUrl } from '../core/history/cloudtrail.ts';
import { historyCsv } from '../core/history/history-csv.ts';
import type { HistoryEntry } from '../core/history/history-entry.ts';
import { NO_FILTER, searchHistory } from '../core/history/search-history.ts';
import { readableAccount } from '../core/roles/role-list.ts';
import type { BackgroundApi } from '../protocol.ts';
import { downloadText } from '../ui/download.ts';
import { HatrackMark } from '../ui/hatrack-mark.tsx';
import { useTranslate } from '../ui/translation.ts';
import { AwsRecord } from './aws-record.tsx';
import { DeleteFound } from './delete-found.tsx';
import { EntryTable } from './entry-table.tsx';
import { HistoryFilters } from './history-filters.tsx';
import { useHistory } from './use-history.ts';

const ask = askBackground<BackgroundApi>('background');
const NONE: readonly HistoryEntry[] = [];

/** All switches that this device has seen: to search, to hand on, to delete. */
export function HistoryPage() {
  const t = useTranslate();
  const { entries, failure, remove } = useHistory();
  const all = entries ?? NONE;
  const [filter, setFilter] = useState(NO_FILTER);
  const found = useMemo(() => searchHistory(all, filter), [all, filter]);
  const [unopened, setUnopened] = useState<HistoryEntry>();
  const isAll = found.length === all.length;
  const openEvents = (entry: HistoryEntry) =>
    void ask('openSwitchEvents', entry).then(
      ({ kind }) => setUnopened(kind === 'opened' ? undefined : entry),
      () => setUnopened(entry),
    );
  return (
    <main>
      <header>
        <HatrackMark size={32} />
        <h1>{t('switchesTitle')}</h1>
        <button type="button" class="plain" onClick={() => void openOptions()}>
          {t('openOptions')}
        </button>
      </header>
      <section>
        <p class="quiet">{t('switchesHelp')}</p>
        {failure && (
          <p class="history-failure" role="alert">
            {t(failure === 'read' ? 'switchesNotRead' : 'switchesNotDeleted')}
          </p>
        )}
        <HistoryFilters filter={filter} onChange={setFilter} />
        <div class="history-tools">
          <p role="status">{entries && t('switchesCount', found.length, all.length)}</p>
          <button
            type="button"
            class="plain"
            disabled={found.length === 0}
            onClick={() => downloadText('hatrack-history.csv', historyCsv(found), 'text/csv')}
          >
            {t('switchesExport')}
          </button>
          <DeleteFound count={found.length} isAll={isAll} onDelete={() => remove(isAll ? undefined : found)} />
        </div>
        <div role="status">
          {unopened && (
            <p>
              {t('switchesNoSession', readableAccount(unopened.to.account))}{' '}
              <a href={switchEventsUrl(unopened.partition, unopened.region)} target="_blank" rel="noreferrer">
                {t('switchesOpenAnyway')}
              </a>
            </p>
          )}
        </div>
        <EntryTable entries={found} onDelete={(entry) => remove([entry])} onOpenEvents={openEvents} />
      </section>
      <AwsRecord partitions={[...new Set(all.map(({ partition }) => partition))]} />
    </main>
  );
}
