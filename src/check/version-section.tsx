import type { Versions } from '../core/check/self-check.ts';
import { useTranslate } from '../ui/translation.ts';
import { FactTable } from './fact-table.tsx';

/** What runs here, and on what. */
export function VersionSection({ versions: { hatrack, browser, system, language } }: { readonly versions: Versions }) {
  const t = useTranslate();
  return (
    <section>
      <h2>{t('checkVersions')}</h2>
      <FactTable
        caption={t('checkSoftware')}
        rows={[
          ['Hatrack', hatrack],
          [t('checkBrowser'), browser],
          [t('checkSystem'), system],
          [t('checkLanguage'), language],
        ]}
      />
    </section>
  );
}
