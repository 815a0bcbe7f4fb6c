import type { StorageCheck } from '../core/check/self-check.ts';
import { type Translate, useTranslate } from '../ui/translation.ts';
import { FactTable } from './fact-table.tsx';

/** How much is stored where, and whether it is synced. */
export function StorageSection({ storage }: { readonly storage: StorageCheck }) {
  const t = useTranslate();
  const { local, sync, isSyncOn, isManaged } = storage;
  return (
    <section>
      <h2>{t('checkStorage')}</h2>
      <FactTable
        caption={t('checkAreas')}
        rows={[
          [t('checkLocal'), bytesText(local, t)],
          [t('checkSynced'), bytesText(sync, t)],
          [t('checkSync'), t(isSyncOn ? 'on' : 'off')],
          [t('checkPolicy'), t(isManaged ? 'policySet' : 'policyNone')],
        ]}
      />
    </section>
  );
}

function bytesText(bytes: number | undefined, t: Translate): string {
  return bytes === undefined ? t('areaUnavailable') : t('bytes', bytes.toLocaleString());
}
