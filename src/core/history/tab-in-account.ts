import { parseAccount } from '../config/account.ts';
import type { Base } from '../config/config.ts';
import { compareAccount, withKnownId } from '../roles/base-match.ts';
import type { TabSession } from '../sessions/open-session.ts';
import type { HistoryEntry } from './history-entry.ts';

/**
 * The first of the tabs whose session is in the account that an entry's switch led to: CloudTrail's page shows the record
 * of the account that it is opened in.
 *
 * @param bases of the text, which may tell what number an alias stands for
 */
export function tabInAccount(
  tabs: readonly TabSession[],
  { partition, to }: Pick<HistoryEntry, 'partition' | 'to'>,
  bases: readonly Base[],
): TabSession | undefined {
  const account = parseAccount(to.account);
  if (!account) return undefined;
  return tabs.find(({ session }) => {
    const there = withKnownId(session.current ?? session.identity, bases);
    return session.partition === partition && compareAccount({ account }, there) === 'same';
  });
}
