import type { HistoryEntry } from '../../../src/core/history/history-entry.ts';

/** A switch that was made at that time. */
export function entry(at: number, rest: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: `id-${at}`,
    at,
    partition: 'aws',
    region: '',
    from: 'jo',
    to: { label: 'payments-dev', account: '222222222222', roleName: 'Developer' },
    page: 'us-east-1.console.aws.amazon.com/ec2/home',
    result: 'arrived',
    ...rest,
  };
}
