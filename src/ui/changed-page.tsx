import type { Deviation } from '../core/console/deviations.ts';
import { type MessageKey, useTranslate } from './translation.ts';

/** What the page lacks, and what still works. */
const SENTENCES = {
  'session-unknown': 'changedSessionUnknown',
  'sign-in-host-foreign': 'changedSignInHostForeign',
  'token-missing': 'changedTokenMissing',
  'session-data': 'changedSessionData',
  'account-info': 'changedAccountInfo',
  'sign-in-host-unnamed': 'changedSignInHostUnnamed',
  'header-unknown': 'changedHeaderUnknown',
} as const satisfies Record<Deviation, MessageKey>;

interface ChangedPageProps {
  readonly deviations: readonly Deviation[];
  /** Left out on the self-check itself. */
  readonly onOpenSelfCheck?: () => void;
}

/** Tells that AWS has changed the page, and what still works; nothing where it has not. */
export function ChangedPage({ deviations, onOpenSelfCheck }: ChangedPageProps) {
  const t = useTranslate();
  return (
    <div class="changed-page" role="status">
      {deviations.length > 0 && (
        <>
          <strong>{t('changedPage')}</strong>
          <ul>
            {deviations.map((deviation) => (
              <li key={deviation}>{t(SENTENCES[deviation])}</li>
            ))}
          </ul>
          {onOpenSelfCheck && (
            <button type="button" class="link-button" onClick={onOpenSelfCheck}>
              {t('openSelfCheck')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
