import type { HistoryEntry } from '../core/history/history-entry.ts';
import { readableAccount } from '../core/roles/role-list.ts';
import { useTranslate } from '../ui/translation.ts';
import { RESULT_KEYS } from './result-keys.ts';

export interface EntryActions {
  readonly onDelete: (entry: HistoryEntry) => void;
  readonly onOpenEvents: (entry: HistoryEntry) => void;
}

interface EntryRowProps extends EntryActions {
  readonly entry: HistoryEntry;
  /** In the whole table, its head being the first. */
  readonly index: number;
}

export function EntryRow({ entry, index, onDelete, onOpenEvents }: EntryRowProps) {
  const t = useTranslate();
  const { at, from, to, page, result } = entry;
  const account = readableAccount(to.account);
  return (
    <tr aria-rowindex={index}>
      <td>
        <time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleString(t('language'))}</time>
      </td>
      <td title={from}>{from}</td>
      <td title={`${to.label} ${account} ${to.roleName}`}>
        <strong>{to.label}</strong>
        <span class="quiet">
          {account} {to.roleName}
        </span>
      </td>
      <td class="history-page" title={page}>
        {page}
      </td>
      <td class={`result-${result}`}>{t(RESULT_KEYS[result])}</td>
      <td>
        <span class="history-actions">
          {/* The way back is no SwitchRole. */}
          {to.roleName !== '' && (
            <button
              type="button"
              class="link-button"
              aria-label={t('switchesOpenEvents', to.label)}
              onClick={() => onOpenEvents(entry)}
            >
              CloudTrail
            </button>
          )}
          <button
            type="button"
            class="link-button"
            aria-label={t('switchesDeleteEntry', to.label)}
            onClick={() => onDelete(entry)}
          >
            {t('switchesDelete')}
          </button>
        </span>
      </td>
    </tr>
  );
}
