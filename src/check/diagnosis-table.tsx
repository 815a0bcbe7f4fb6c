import { type Diagnosis, FACT_NAMES, TELLERS } from '../core/console/diagnosis.ts';
import { useTranslate } from '../ui/translation.ts';
import {
  FACT_WORDS,
  HEADER_WORDS,
  KIND_WORDS,
  SESSION_WORDS,
  SOURCE_WORDS,
  TELLER_WORDS,
  TOKEN_WORDS,
  TOLD_WORDS,
} from './diagnosis-words.ts';
import { FactTable } from './fact-table.tsx';

/** What is recognised of a page, where each fact comes from, and what became of the page's own sources. */
export function DiagnosisTable({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const t = useTranslate();
  const { partition, session, kind, isMultiSession, header, token, sources, told } = diagnosis;
  return (
    <div class="tables">
      <FactTable
        caption={t('checkPage')}
        rows={[
          [t('checkPartition'), partition ?? t('notTold')],
          [t('checkSession'), t(SESSION_WORDS[session])],
          [t('checkKind'), t(KIND_WORDS[kind])],
          [t('checkMultiSession'), t(isMultiSession ? 'on' : 'off')],
          [t('checkHeader'), t(HEADER_WORDS[header])],
          [t('checkToken'), t(TOKEN_WORDS[token])],
        ]}
      />
      <FactTable
        caption={t('checkFacts')}
        rows={FACT_NAMES.map((name) => {
          const source = sources[name];
          return [t(FACT_WORDS[name]), t(source === undefined ? 'notTold' : SOURCE_WORDS[source])] as const;
        })}
      />
      <FactTable
        caption={t('checkSources')}
        rows={TELLERS.map((teller) => [t(TELLER_WORDS[teller]), t(TOLD_WORDS[told[teller]])] as const)}
      />
    </div>
  );
}
