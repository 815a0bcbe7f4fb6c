import { useState } from 'preact/hooks';
import { useTranslate } from '../ui/translation.ts';

/** The check as text: seen before it is copied, because it is for others. */
export function ReportSection({ text }: { readonly text: string }) {
  const t = useTranslate();
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <section class="report">
      <h2>{t('checkReport')}</h2>
      <p class="quiet">{t('checkReportHelp')}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => void copy()}>
          {t('copyReport')}
        </button>
        <span role="status">{copied === text && t('reportCopied')}</span>
      </div>
      <details>
        <summary>{t('showReport')}</summary>
        <pre>{text}</pre>
      </details>
    </section>
  );
}
