import { useState } from 'preact/hooks';
import type { Config } from '../core/config/config.ts';
import type { Policy } from '../core/team/policy.ts';
import type { PolicyProblem } from '../core/team/policy-problem.ts';
import { policyProblemSentence } from '../ui/policy-problem-text.ts';
import { problemSentence } from '../ui/problem-text.ts';
import { useTranslate } from '../ui/translation.ts';
import { SETTING_LABELS } from './setting-labels.ts';
import { usePolicy } from './use-policy.ts';

/** As many problems of the text as an administrator reads before mending the first. */
const SHOWN = 50;

/** What the organisation has set, and what of it can't be used; nothing where there is no policy. */
export function PolicySection({ config }: { readonly config: Config }) {
  const t = useTranslate();
  const { policy, problems, isPresent } = usePolicy();
  if (!isPresent) return null;
  return (
    <section class="policy">
      <h2>{t('organisation')}</h2>
      <p class="quiet">{t('organisationHelp')}</p>
      <PolicyFacts policy={policy} />
      {problems.length > 0 && <PolicyProblems problems={problems} />}
      {policy.text.trim() !== '' && <PolicyText text={policy.text} config={config} />}
    </section>
  );
}

function PolicyFacts({ policy }: { readonly policy: Policy }) {
  const t = useTranslate();
  const { teamUrl, teamSha256, teamUpdate, allowedSenders, settings } = policy;
  const locked = Object.entries(SETTING_LABELS).filter(([name]) => Object.hasOwn(settings, name));
  return (
    <ul class="policy-facts">
      {teamUrl !== undefined && <li>{t('organisationTeamUrl', teamUrl)}</li>}
      {teamSha256 !== undefined && <li>{t('organisationPinned', teamSha256)}</li>}
      {teamUpdate !== undefined && (
        <li>{t(teamUpdate === 'ask' ? 'organisationUpdateAsk' : 'organisationUpdateAutomatic')}</li>
      )}
      {allowedSenders.length > 0 && <li>{t('organisationSenders', allowedSenders.join(', '))}</li>}
      {locked.map(([name, label]) => (
        <li key={name}>{t('organisationSetting', t(label))}</li>
      ))}
    </ul>
  );
}

function PolicyProblems({ problems }: { readonly problems: readonly PolicyProblem[] }) {
  const t = useTranslate();
  return (
    <div class="notice notice-alert" role="status">
      <h3>{t('organisationProblems')}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.name} ${problem.code} ${problem.values.join()}`}>
            {problem.name !== '' && <code>{problem.name}</code>} {policyProblemSentence(problem, t)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The organisation's text, to be read only; drawn when it is opened, for it may be long. */
function PolicyText({ text, config }: { readonly text: string; readonly config: Config }) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const roles = config.roles.filter(({ origin }) => origin.kind === 'policy');
  const problems = config.layerProblems.flatMap(({ origin, problems }) => (origin.kind === 'policy' ? problems : []));
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('organisationText')} ({t('organisationCounts', roles.length, problems.length)})
      </summary>
      {isOpen && (
        <>
          <ul class="policy-lines">
            {problems.slice(0, SHOWN).map((problem) => (
              <li key={`${problem.line} ${problem.code} ${problem.values.join()}`}>
                {t('problemLine', problem.line)} · {problemSentence(problem, t)}
              </li>
            ))}
          </ul>
          {problems.length > SHOWN && <p class="quiet">{t('moreProblems', problems.length - SHOWN)}</p>}
          <textarea class="import-text" aria-label={t('organisationText')} readOnly spellcheck={false} value={text} />
        </>
      )}
    </details>
  );
}
