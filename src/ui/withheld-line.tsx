import { useTranslate } from './translation.ts';

interface WithheldLineProps {
  readonly count: number;
  readonly onShow: () => void;
}

/** How many roles are withheld, where their names and reasons may not be shown: inside a page that belongs to others. */
export function WithheldLine({ count, onShow }: WithheldLineProps) {
  const t = useTranslate();
  return (
    <p class="withheld-line">
      {t('notForSession', count)}
      <button type="button" class="link-button" onClick={(event) => event.isTrusted && onShow()}>
        {t('showWhy')}
      </button>
    </p>
  );
}
