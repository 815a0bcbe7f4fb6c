import type { HistoryEntry } from '../core/history/history-entry.ts';
import { useTranslate } from '../ui/translation.ts';
import { type EntryActions, EntryRow } from './entry-row.tsx';
import { ROW_HEIGHT } from './table-window.ts';
import { useWindow } from './use-window.ts';

interface EntryTableProps extends EntryActions {
  readonly entries: readonly HistoryEntry[];
}

const COLUMNS = ['switchesTime', 'switchesFrom', 'switchesTo', 'switchesPage', 'switchesResult'] as const;

/** The entries, of which only those in view are drawn. */
export function EntryTable({ entries, onDelete, onOpenEvents }: EntryTableProps) {
  const t = useTranslate();
  const { scroller, shown, onScroll } = useWindow(entries.length);
  if (entries.length === 0) return null;
  const remove = (entry: HistoryEntry) => {
    // The button goes with its row: the keys stay with the table.
    scroller.current?.focus({ preventScroll: true });
    onDelete(entry);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard as well
    <section class="history-scroll" tabIndex={0} aria-label={t('switchesTitle')} ref={scroller} onScroll={onScroll}>
      <table aria-rowcount={entries.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          <Gap rows={shown.first} />
          {entries.slice(shown.first, shown.end).map((entry, place) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              index={shown.first + place + 2}
              onDelete={remove}
              onOpenEvents={onOpenEvents}
            />
          ))}
          <Gap rows={entries.length - shown.end} />
        </tbody>
      </table>
    </section>
  );
}

/** Stands for rows that are not drawn. */
function Gap({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus
    <tr class="history-gap" aria-hidden="true">
      <td colSpan={COLUMNS.length + 1} style={{ height: `${rows * ROW_HEIGHT}px` }} />
    </tr>
  );
}
