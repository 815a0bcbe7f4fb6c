import { useState } from 'preact/hooks';
import { useTranslate } from '../ui/translation.ts';

interface DeleteFoundProps {
  readonly count: number;
  /** Whether that is the whole history. */
  readonly isAll: boolean;
  readonly onDelete: () => void;
}

/** Deletes what the search finds, once the user has said so twice. */
export function DeleteFound({ count, isAll, onDelete }: DeleteFoundProps) {
  const t = useTranslate();
  // What was found when it was asked: the answer is about nothing else.
  const [asked, setAsked] = useState<string>();
  const question = isAll ? t('switchesSure') : t('switchesSureFound', count);
  const action = isAll ? t('switchesDeleteAll') : t('switchesDeleteFound');
  if (asked !== question) {
    return (
      <button type="button" class="plain" disabled={count === 0} onClick={() => setAsked(question)}>
        {action}
      </button>
    );
  }
  const answer = (act?: () => void) => () => {
    setAsked(undefined);
    act?.();
  };
  return (
    <span class="history-sure" role="alert">
      {question}
      <button type="button" class="plain" onClick={answer(onDelete)}>
        {action}
      </button>
      <button type="button" class="primary" onClick={answer()}>
        {t('confirmNo')}
      </button>
    </span>
  );
}
