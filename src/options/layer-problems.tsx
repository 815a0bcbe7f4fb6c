import type { LayerProblems as LayerProblemsData } from '../core/config/config.ts';
import { severityOf } from '../core/config/problem.ts';
import { originOwner } from '../ui/origin-text.ts';
import { problemSentence } from '../ui/problem-text.ts';
import { useTranslate } from '../ui/translation.ts';

interface LayerProblemsProps {
  readonly layers: readonly LayerProblemsData[];
}

/** As many as anybody passes on. */
const SHOWN = 50;

/** Errors and warnings in the texts of teams: to be told to whoever keeps them. The policy's stand in its own section. */
export function LayerProblems({ layers }: LayerProblemsProps) {
  const t = useTranslate();
  const told = layers
    .filter(({ origin }) => origin.kind === 'team')
    .map(({ origin, problems }) => ({
      owner: originOwner(origin, t) ?? '',
      problems: problems.filter((problem) => severityOf(problem) !== 'info'),
    }))
    .filter(({ problems }) => problems.length > 0);
  if (told.length === 0) return null;
  return (
    <section class="layer-problems">
      <h2>{t('layerProblems')}</h2>
      <p class="quiet">{t('layerProblemsHelp')}</p>
      {told.map(({ owner, problems }) => (
        <details key={owner}>
          <summary>{t('layerProblemsOf', owner, problems.length)}</summary>
          <ul class="problems">
            {problems.slice(0, SHOWN).map((problem) => (
              <li
                key={`${problem.line} ${problem.code} ${problem.values.join()}`}
                class={`problem problem-static problem-${severityOf(problem)}`}
              >
                <span class="problem-line">
                  {t('problemLine', problem.line)} · {t(`severity_${severityOf(problem)}`)}
                </span>
                <span>{problemSentence(problem, t)}</span>
              </li>
            ))}
          </ul>
          {problems.length > SHOWN && <p class="quiet">{t('moreProblems', problems.length - SHOWN)}</p>}
        </details>
      ))}
    </section>
  );
}
