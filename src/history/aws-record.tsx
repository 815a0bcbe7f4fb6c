import type { PartitionId } from '../core/console/partition.ts';
import { switchEventsUrl } from '../core/history/cloudtrail.ts';
import { useTranslate } from '../ui/translation.ts';

/** The ways to what AWS itself has recorded, whichever account the browser is in. */
export function AwsRecord({ partitions }: { readonly partitions: readonly PartitionId[] }) {
  const t = useTranslate();
  if (partitions.length === 0) return null;
  return (
    <section>
      <h2>{t('switchesTrail')}</h2>
      <p class="quiet">{t('switchesTrailHelp')}</p>
      <ul>
        {partitions.map((partition) => (
          <li key={partition}>
            <a href={switchEventsUrl(partition)} target="_blank" rel="noreferrer">
              {t('switchesTrailOpen', partition)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
