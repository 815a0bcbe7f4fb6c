import { useState } from 'preact/hooks';
import { useTranslate } from '../ui/translation.ts';

interface DeleteAllProps {
  readonly isDisabled: boolean;
  readonly onDelete: () => void;
}

/** Deletes everything, once the user has said so twice. */
export function DeleteAll({ isDisabled, onDelete }: DeleteAllProps) {
  const t = useTranslate();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <button type="button" class="plain" disabled={isDisabled} onClick={() => setAsked(true)}>
        {t('switchesDeleteAll')}
      </button>
    );
  }
  const answer = (act?: () => void) => () => {
    setAsked(false);
    act?.();
  };
  return (
    <span class="history-sure">
      {t('switchesSure')}
      <button type="button" class="plain" onClick={answer(onDelete)}>
        {t('switchesDeleteAll')}
      </button>
      <button type="button" class="primary" onClick={answer()}>
        {t('confirmNo')}
      </button>
    </span>
  );
}
