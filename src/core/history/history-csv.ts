import { writeCsv } from '../export/csv.ts';
import type { HistoryEntry } from './history-entry.ts';

const COLUMNS = ['time', 'from', 'label', 'account', 'role', 'partition', 'region', 'page', 'result'] as const;

/** The entries as CSV for a spreadsheet, times in UTC (ISO 8601), as `writeCsv` spells it. */
export function historyCsv(entries: readonly HistoryEntry[]): string {
  return writeCsv([COLUMNS, ...entries.map(toRow)]);
}

function toRow({ at, from, to, partition, region, page, result }: HistoryEntry): string[] {
  return [new Date(at).toISOString(), from, to.label, to.account, to.roleName, partition, region, page, result];
}
