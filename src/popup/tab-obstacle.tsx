import { hostAccess } from '../browser/host-access.ts';
import { isHostAllowed, onAccessChange } from '../browser/permissions.ts';
import { consoleMatchPatterns, matchPatternsOf, partitionOfConsoleHost } from '../core/console/partition.ts';
import { HostAccess } from '../ui/host-access.tsx';
import { useTranslate } from '../ui/translation.ts';
import { useWatched } from '../ui/use-watched.ts';

interface TabObstacleProps {
  readonly tabId: number;
  /** Undefined where the browser does not tell it. */
  readonly url: string | undefined;
  /** Whether Hatrack runs in the tab. */
  readonly isAnswering: boolean;
}

const ALL = consoleMatchPatterns();

/** Why roles can't be used in this tab as they should, and the click that mends it; nothing where they can. */
export function TabObstacle({ tabId, url, isAnswering }: TabObstacleProps) {
  const isAllowed = useWatched(isHostAllowed, url, onAccessChange);
  const missing = useWatched(hostAccess.missing, ALL, onAccessChange);
  const partition = url === undefined ? undefined : partitionOfConsoleHost(new URL(url).hostname);
  if (!missing) return null;
  if (!partition) return missing.length === ALL.length ? <MissingHosts missing={missing} /> : null;
  if (isAllowed === undefined) return null;
  if (isAllowed) return isAnswering ? null : <OlderTab tabId={tabId} />;
  const needed = matchPatternsOf(partition);
  return <MissingHosts missing={needed.filter((pattern) => missing.includes(pattern))} />;
}

function MissingHosts({ missing }: { readonly missing: readonly string[] }) {
  return (
    <section class="notice notice-alert host-access">
      <HostAccess missing={missing} onAllow={() => hostAccess.allow(missing)} />
    </section>
  );
}

/** The tab was opened before Hatrack was there, or allowed there, or is older than its last update. */
function OlderTab({ tabId }: { readonly tabId: number }) {
  const t = useTranslate();
  const reload = async () => {
    await hostAccess.reload([tabId]);
    window.close();
  };
  return (
    <section class="notice notice-alert">
      <p>{t('reloadConsoleTab')}</p>
      <button type="button" class="plain" onClick={() => void reload()}>
        {t('reloadTab')}
      </button>
    </section>
  );
}
