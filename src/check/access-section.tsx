import type { Access, SelfCheck } from '../core/check/self-check.ts';
import { hostsOfPattern, matchPatternsOf, PARTITIONS } from '../core/console/partition.ts';
import { useTranslate } from '../ui/translation.ts';
import { FactTable } from './fact-table.tsx';

/** What the browser allows, host by host and partition by partition. */
export function AccessSection({ check: { hosts, permissions } }: { readonly check: SelfCheck }) {
  const t = useTranslate();
  const row = ({ name, isAllowed }: Access) =>
    [hostsOfPattern(name), t(isAllowed ? 'accessGiven' : 'accessMissing')] as const;
  return (
    <section>
      <h2>{t('checkAccess')}</h2>
      {Object.values(PARTITIONS).map((partition) => {
        const patterns = matchPatternsOf(partition);
        return (
          <FactTable
            key={partition.id}
            caption={partition.id}
            rows={hosts.filter(({ name }) => patterns.includes(name)).map(row)}
          />
        );
      })}
      <FactTable caption={t('checkOptional')} rows={permissions.map(row)} />
    </section>
  );
}
