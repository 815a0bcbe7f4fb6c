import { type Problem, severityOf } from '../core/config/problem.ts';
import { problemSentence } from '../ui/problem-text.ts';
import { useTranslate } from '../ui/translation.ts';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly onShow: (line: number) => void;
}

/** As many as anybody reads before mending the first; the gutter marks them all. */
const SHOWN = 200;

/** The problems of the text; each leads to its line. */
export function ProblemList({ problems, onShow }: ProblemListProps) {
  const t = useTranslate();
  return (
    <section>
      <h2>{t('problems')}</h2>
      {problems.length === 0 && <p class="quiet">{t('noProblems')}</p>}
      <ul class="problems">
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.line} ${problem.code} ${problem.values.join()}`}>
            <button type="button" class={`problem problem-${severityOf(problem)}`} onClick={() => onShow(problem.line)}>
              <span class="problem-line">
                {t('problemLine', problem.line)} · {t(`severity_${severityOf(problem)}`)}
              </span>
              <span>{problemSentence(problem, t)}</span>
            </button>
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p class="quiet">{t('moreProblems', problems.length - SHOWN)}</p>}
    </section>
  );
}
