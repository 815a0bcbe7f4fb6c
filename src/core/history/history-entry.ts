import { PARTITIONS, type PartitionId } from '../console/partition.ts';
import { recordOf } from '../record.ts';

/** What became of a switch, as far as it was seen. */
export const SWITCH_RESULTS = ['sent', 'arrived', 'refused', 'opened', 'failed'] as const;
export type SwitchResult = (typeof SWITCH_RESULTS)[number];

/** A role, or the sign-in that one went back to. */
export interface SwitchTarget {
  /** What the text called it then. */
  readonly label: string;
  /** Number or alias; empty where it is not known. */
  readonly account: string;
  /** Path and name; empty for the way back. */
  readonly roleName: string;
}

/** One switch. It says what was so then: the text may call the role otherwise by now. */
export interface HistoryEntry {
  readonly id: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly partition: PartitionId;
  /** Of the sign-in host that was asked: where CloudTrail has its record. Empty where the host names none. */
  readonly region: string;
  /** Who switched: a user, a role or an account, as a person calls it. */
  readonly from: string;
  readonly to: SwitchTarget;
  /** Host and path of the page that it was asked from, without query and fragment. */
  readonly page: string;
  readonly result: SwitchResult;
}

/** Host and path: what stands behind them may name more than anybody wants to have kept. */
export function pageOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** Takes whatever storage holds; undefined where it is no entry. */
export function parseEntry(data: unknown): HistoryEntry | undefined {
  const { id, at, partition, region, from, to, page, result } = recordOf(data);
  const { label, account, roleName } = recordOf(to);
  if (typeof id !== 'string' || !isTime(at) || !isPartition(partition)) return undefined;
  const known = SWITCH_RESULTS.find((one) => one === result);
  if (!known) return undefined;
  return {
    id,
    at,
    partition,
    region: textOf(region),
    from: textOf(from),
    to: { label: textOf(label), account: textOf(account), roleName: textOf(roleName) },
    page: textOf(page),
    result: known,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 2000) : '';
}

/** One that a Date can show. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(new Date(value).valueOf());
}

function isPartition(value: unknown): value is PartitionId {
  return typeof value === 'string' && Object.hasOwn(PARTITIONS, value);
}
