import { isSignInHost, type Partition } from './partition.ts';
import type { Sourced } from './sourced.ts';

/**
 * The session's own sign-in host if it belongs to the partition, the partition's default where the page names none, and
 * undefined where it names any other (console-contract §1).
 */
export function chooseSignInHost(
  named: Sourced<string> | undefined,
  partition: Partition,
): Sourced<string> | undefined {
  const { signInHost, defaultSignInHost } = partition;
  const byTable: Sourced<string> = { value: defaultSignInHost, source: 'partition-table' };
  if (named === undefined) return byTable;
  if (!isSignInHost(named.value, partition)) return undefined;
  // Where only regional hosts answer, the bare one is no use even if the page names it.
  const isUseless = named.value === signInHost && signInHost !== defaultSignInHost;
  return isUseless ? byTable : named;
}
