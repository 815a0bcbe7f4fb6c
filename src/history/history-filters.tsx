import { type HistoryEntry, SWITCH_RESULTS } from '../core/history/history-entry.ts';
import type { HistoryFilter } from '../core/history/search-history.ts';
import { useTranslate } from '../ui/translation.ts';
import { RESULT_KEYS } from './result-keys.ts';

interface HistoryFiltersProps {
  readonly filter: HistoryFilter;
  readonly onChange: (filter: HistoryFilter) => void;
}

/** What is looked for: words, days and a result. */
export function HistoryFilters({ filter, onChange }: HistoryFiltersProps) {
  const t = useTranslate();
  const chooseResult = (word: string): HistoryEntry['result'] | undefined => SWITCH_RESULTS.find((one) => one === word);
  return (
    <div class="history-tools">
      <label class="history-search">
        {t('switchesSearch')}
        <input
          type="search"
          value={filter.query}
          onInput={({ currentTarget }) => onChange({ ...filter, query: currentTarget.value })}
        />
      </label>
      <label>
        {t('switchesResult')}
        <select
          value={filter.result ?? ''}
          onChange={({ currentTarget }) => onChange({ ...filter, result: chooseResult(currentTarget.value) })}
        >
          <option value="">{t('switchesAnyResult')}</option>
          {SWITCH_RESULTS.map((result) => (
            <option key={result} value={result}>
              {t(RESULT_KEYS[result])}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('switchesSince')}
        <input
          type="date"
          value={filter.since}
          max={filter.until || undefined}
          onInput={({ currentTarget }) => onChange({ ...filter, since: currentTarget.value })}
        />
      </label>
      <label>
        {t('switchesUntil')}
        <input
          type="date"
          value={filter.until}
          min={filter.since || undefined}
          onInput={({ currentTarget }) => onChange({ ...filter, until: currentTarget.value })}
        />
      </label>
    </div>
  );
}
