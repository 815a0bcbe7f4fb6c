import { useEffect, useState } from 'preact/hooks';
import { clearHistory, deleteFromHistory, onHistoryChange, readHistory } from '../browser/history-store.ts';
import { openOptions } from '../browser/tabs.ts';
import { switchEventsUrl } from '../core/history/cloudtrail.ts';
import { historyCsv } from '../core/history/history-csv.ts';
import type { HistoryEntry } from '../core/history/history-entry.ts';
import { searchHistory } from '../core/history/search-history.ts';
import { downloadText } from '../ui/download.ts';
import { HatrackMark } from '../ui/hatrack-mark.tsx';
import { useTranslate } from '../ui/translation.ts';
import { DeleteAll } from './delete-all.tsx';
import { EntryTable } from './entry-table.tsx';

/** As many as one looks at; the rest comes when it is asked for. */
const STEP = 200;

/** All switches that this device has seen: to search, to hand on, to delete. */
export function HistoryPage() {
  const t = useTranslate();
  const entries = useHistory();
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(STEP);
  const found = searchHistory(entries ?? [], query);
  const partitions = [...new Set((entries ?? []).map(({ partition }) => partition))];
  const search = (text: string) => {
    setQuery(text);
    setLimit(STEP);
  };
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
        <div class="history-tools">
          <label>
            {t('switchesSearch')}
            <input type="search" value={query} onInput={({ currentTarget }) => search(currentTarget.value)} />
          </label>
          <button
            type="button"
            class="plain"
            disabled={found.length === 0}
            onClick={() => downloadText('hatrack-history.csv', historyCsv(found), 'text/csv')}
          >
            {t('switchesExport')}
          </button>
          <DeleteAll isDisabled={!entries?.length} onDelete={() => void clearHistory()} />
        </div>
        <p role="status">{entries && t('switchesCount', found.length, entries.length)}</p>
        <EntryTable entries={found.slice(0, limit)} onDelete={({ id }) => void deleteFromHistory(id)} />
        {found.length > limit && (
          <button type="button" class="plain" onClick={() => setLimit(limit + STEP)}>
            {t('switchesMore')}
          </button>
        )}
      </section>
      {partitions.length > 0 && (
        <section>
          <h2>{t('switchesTrail')}</h2>
          <p class="quiet">{t('switchesTrailHelp')}</p>
          <ul>
            {partitions.map((partition) => (
              <li key={partition}>
                <a href={switchEventsUrl(partition)} target="_blank" rel="noreferrer">
                  {t('switchesTrailOpen', partition)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

/** Undefined until it is read; read again whenever it has changed. */
function useHistory(): readonly HistoryEntry[] | undefined {
  const [entries, setEntries] = useState<readonly HistoryEntry[]>();
  useEffect(() => {
    const read = () => void readHistory().then(setEntries);
    read();
    onHistoryChange(read);
  }, []);
  return entries;
}
