import { useState } from 'preact/hooks';
import { hostsOfPattern } from '../core/console/partition.ts';
import { useTranslate } from './translation.ts';

interface HostAccessProps {
  /** The patterns that the browser does not let Hatrack have. */
  readonly missing: readonly string[];
  /** Asks the browser at once: it takes the question only within the user's click. */
  readonly onAllow: () => Promise<boolean>;
}

/** Which hosts are missing, what Hatrack needs them for, and the click that mends it. */
export function HostAccess({ missing, onAllow }: HostAccessProps) {
  const t = useTranslate();
  const [isRefused, setRefused] = useState(false);
  return (
    <>
      <p>{t('hostsMissing', missing.map(hostsOfPattern).join(', '))}</p>
      <p>{t('hostsNeeded')}</p>
      <div class="buttons">
        <button type="button" class="plain" onClick={() => void onAllow().then((isAllowed) => setRefused(!isAllowed))}>
          {t('hostsAllow')}
        </button>
        <span role="status">{isRefused && t('permissionRefused')}</span>
      </div>
    </>
  );
}
