import type { HistoryEntry, SwitchResult } from '../core/history/history-entry.ts';
import { readableAccount } from '../core/roles/role-list.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';

interface EntryTableProps {
  readonly entries: readonly HistoryEntry[];
  readonly onDelete: (entry: HistoryEntry) => void;
}

const RESULTS = {
  sent: 'switchesSent',
  arrived: 'switchesArrived',
  refused: 'switchesRefused',
  opened: 'switchesOpened',
  failed: 'switchesFailed',
} as const satisfies Record<SwitchResult, MessageKey>;

export function EntryTable({ entries, onDelete }: EntryTableProps) {
  const t = useTranslate();
  if (entries.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard as well
    <section class="history-scroll" tabIndex={0} aria-label={t('switchesTitle')}>
      <table>
        <thead>
          <tr>
            {(['switchesTime', 'switchesFrom', 'switchesTo', 'switchesPage', 'switchesResult'] as const).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>
                <time dateTime={new Date(entry.at).toISOString()}>
                  {new Date(entry.at).toLocaleString(t('language'))}
                </time>
              </td>
              <td>{entry.from}</td>
              <td>
                <strong>{entry.to.label}</strong>
                <span class="quiet">
                  {readableAccount(entry.to.account)} {entry.to.roleName}
                </span>
              </td>
              <td class="history-page">{entry.page}</td>
              <td class={`result-${entry.result}`}>{t(RESULTS[entry.result])}</td>
              <td>
                <button
                  type="button"
                  class="link-button"
                  aria-label={t('switchesDeleteEntry', entry.to.label)}
                  onClick={() => onDelete(entry)}
                >
                  {t('switchesDelete')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
