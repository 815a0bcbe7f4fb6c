import { useId, useState } from 'preact/hooks';
import type { ListSummary } from '../core/finding/list-summary.ts';
import { readableAccount } from '../core/roles/role-list.ts';
import { expectationSentence } from './expectation-text.ts';
import { problemSentence } from './problem-text.ts';
import { reasonSentence } from './reason-text.ts';
import { useTranslate } from './translation.ts';

interface WithheldFoldProps {
  readonly list: ListSummary;
  readonly isOpenAtFirst: boolean;
  /** Leads to a line of the user's own text. */
  readonly onShowLine: (line: number) => void;
}

/** The roles that the session may not use, and the sections that could not be read, each with its reason. */
export function WithheldFold({ list, isOpenAtFirst, onShowLine }: WithheldFoldProps) {
  const t = useTranslate();
  const id = useId();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { withheld, withheldCount, unread } = list;
  const count = withheldCount + unread.length;
  if (count === 0) return null;
  const expectation = expectationSentence(list, t);
  const hidden = withheldCount - withheld.length;
  return (
    <div class="withheld">
      <button
        type="button"
        class="withheld-toggle"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="withheld-arrow" aria-hidden="true" />
        {t('notForSession', count)}
      </button>
      <section
        id={id}
        class="withheld-body"
        hidden={!isOpen}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard as well
        tabIndex={0}
        aria-label={t('notForSession', count)}
      >
        {isOpen && (
          <>
            {expectation !== undefined && <p class="withheld-who">{expectation}</p>}
            <ul>
              {unread.map(({ name, line, problem }) => (
                <li key={`line ${line}`}>
                  <span class="withheld-name">{name}</span>
                  <p>
                    {t('unreadSection', problemSentence(problem, t))}{' '}
                    <button type="button" class="link-button" onClick={() => onShowLine(problem.line)}>
                      {t('showLine', problem.line)}
                    </button>
                  </p>
                </li>
              ))}
              {withheld.map(({ id: roleId, label, account, roleName, state }) => (
                <li key={roleId}>
                  <span class="withheld-name">{label}</span>{' '}
                  <span class="withheld-place">
                    {readableAccount(account)} {roleName}
                  </span>
                  <p>{reasonSentence(state.reason, t)}</p>
                </li>
              ))}
            </ul>
            {hidden > 0 && <p>{t('withheldMore', hidden)}</p>}
          </>
        )}
      </section>
    </div>
  );
}
