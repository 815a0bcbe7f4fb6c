import { useState } from 'preact/hooks';
import { consoleMatchPatterns } from '../core/console/partition.ts';
import { HostAccess } from './host-access.tsx';
import { useTranslate } from './translation.ts';
import { useWatched } from './use-watched.ts';

/** What the browser can be asked and told, about access to hosts and the tabs that show them. */
export interface HostAccessTools {
  missing(patterns: readonly string[]): Promise<readonly string[]>;
  watch(onChange: () => void, signal: AbortSignal): void;
  allow(patterns: readonly string[]): Promise<boolean>;
  /** Console tabs in which Hatrack does not run. */
  silentTabs(): Promise<readonly number[]>;
  reload(tabIds: readonly number[]): Promise<void>;
}

const PATTERNS = consoleMatchPatterns();
const NO_TABS: readonly number[] = [];

/** Mends the access to the console's hosts where it is missing, and then the tabs that were opened without it. */
export function HostAccessNotice({ access }: { readonly access: HostAccessTools }) {
  const missing = useWatched(access.missing, PATTERNS, access.watch);
  const [silent, setSilent] = useState(NO_TABS);
  if (!missing || (missing.length === 0 && silent.length === 0)) return null;
  const allow = async () => {
    const isAllowed = await access.allow(missing);
    if (isAllowed) setSilent(await access.silentTabs());
    return isAllowed;
  };
  const reload = async () => {
    await access.reload(silent);
    setSilent(NO_TABS);
  };
  return (
    <section class="notice notice-alert page-notice host-access">
      {missing.length > 0 ? (
        <HostAccess missing={missing} onAllow={allow} />
      ) : (
        <SilentTabs count={silent.length} onReload={() => void reload()} />
      )}
    </section>
  );
}

function SilentTabs({ count, onReload }: { readonly count: number; readonly onReload: () => void }) {
  const t = useTranslate();
  return (
    <>
      <p role="status">{t('tabsNeedReload', count)}</p>
      <button type="button" class="plain" onClick={onReload}>
        {t('reloadTabs')}
      </button>
    </>
  );
}
