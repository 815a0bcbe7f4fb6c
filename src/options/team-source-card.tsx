import { useState } from 'preact/hooks';
import { askBackground } from '../browser/messaging.ts';
import { allowHost, giveHostBack } from '../browser/permissions.ts';
import { changeTeam, changeTeamSource } from '../browser/team-store.ts';
import type { Policy } from '../core/team/policy.ts';
import { TEAM_FAILURE_SENTENCE } from '../core/team/team-failure.ts';
import { INTERVALS, type Interval, sourceId, sourceName, type TeamSource } from '../core/team/team-source.ts';
import { sharesHost, withoutSource } from '../core/team/team-sources.ts';
import { withUpdateMode } from '../core/team/update-team.ts';
import type { TeamApi } from '../protocol.ts';
import { type MessageKey, useTranslate } from '../ui/translation.ts';
import { useHostAllowed } from './use-access.ts';
import { whenText } from './when-text.ts';

interface TeamSourceCardProps {
  readonly source: TeamSource;
  readonly policy: Policy;
  readonly others: readonly TeamSource[];
  readonly onReview: () => void;
}

export const INTERVAL_SENTENCE = {
  15: 'teamInterval_15',
  60: 'teamInterval_60',
  240: 'teamInterval_240',
  720: 'teamInterval_720',
  1440: 'teamInterval_1440',
} as const satisfies Record<Interval, MessageKey>;

/** Fetches a source now. What comes of it is in storage when this is done, a failure as well. */
export async function checkTeam(id: string): Promise<void> {
  await askBackground<TeamApi>('team')('checkTeam', id);
}

/** One source: where it comes from, how it is doing, and what can be done about it. */
export function TeamSourceCard({ source, policy, others, onReview }: TeamSourceCardProps) {
  const t = useTranslate();
  const [isChecking, setChecking] = useState(false);
  const url = source.from.kind === 'url' ? source.from.url : undefined;
  const isAllowed = useHostAllowed(url);
  const id = sourceId(source);
  const name = sourceName(source);
  const check = () => {
    setChecking(true);
    void checkTeam(id).finally(() => setChecking(false));
  };
  const allow = (address: string) => {
    // Asked at once: the browser takes the question only within the user's click.
    void allowHost(address).then((isGiven) => isGiven && check());
  };
  const remove = async () => {
    await changeTeam((team) => withoutSource(team, id));
    if (url !== undefined && !others.some((other) => sharesHost(other, url))) await giveHostBack(url);
  };
  return (
    <article class="team-source">
      <h3>{url === undefined ? t('teamExtension') : name}</h3>
      <p class="quiet team-address">{url ?? name}</p>
      {source.addedBy === 'policy' && <p class="quiet">{t('teamByPolicy')}</p>}
      <TeamStatus source={source} isAllowed={isAllowed} onReview={onReview} />
      <TeamChoices source={source} isModeFixed={source.addedBy === 'policy' && policy.teamUpdate !== undefined} />
      <div class="buttons">
        {url !== undefined && isAllowed === false && (
          <button type="button" class="primary" onClick={() => allow(url)}>
            {t('teamAllow', name)}
          </button>
        )}
        {url !== undefined && isAllowed && (
          <button type="button" class="plain" disabled={isChecking} onClick={check}>
            {t(isChecking ? 'teamChecking' : 'teamCheck')}
          </button>
        )}
        {source.addedBy === 'user' && (
          <button type="button" class="plain" onClick={() => void remove()}>
            {t('teamRemove')}
          </button>
        )}
      </div>
    </article>
  );
}

interface TeamStatusProps {
  readonly source: TeamSource;
  readonly isAllowed: boolean | undefined;
  readonly onReview: () => void;
}

/** How a source is doing, in words. */
function TeamStatus({ source, isAllowed, onReview }: TeamStatusProps) {
  const t = useTranslate();
  const { from, used, pending, checkedAt, nextAt, sha256, header } = source;
  const isFetched = from.kind === 'url';
  const failure = isFetched && isAllowed === false ? ({ code: 'permission', detail: '' } as const) : source.failure;
  return (
    <>
      {failure && (
        <div class="notice notice-alert" role="alert">
          <p>{t(TEAM_FAILURE_SENTENCE[failure.code], failure.detail)}</p>
          {used && <p>{t('teamStillUsed', whenText(used.at))}</p>}
        </div>
      )}
      {pending && (
        <div class="team-pending">
          <p class={source.isSetAside ? 'quiet' : ''}>
            {t(source.isSetAside ? 'teamSetAside' : used ? 'teamWaiting' : 'teamFirstWaiting', whenText(pending.at))}
          </p>
          <button type="button" class={source.isSetAside ? 'plain' : 'primary'} onClick={onReview}>
            {t('teamReview')}
          </button>
        </div>
      )}
      <ul class="quiet">
        <li>{used ? t('teamUsed', whenText(used.at), used.usable) : t('teamNothingUsed')}</li>
        {checkedAt > 0 && <li>{t(isFetched ? 'teamChecked' : 'teamReceived', whenText(checkedAt))}</li>}
        {isFetched && nextAt > 0 && isAllowed && <li>{t('teamNext', whenText(nextAt))}</li>}
        {used && used.secrets > 0 && <li>{t('teamSecrets', used.secrets)}</li>}
        {sha256 !== undefined && <li class="team-address">{t('teamPin', sha256)}</li>}
        {header && <li>{t('teamHeaderSet', header.name)}</li>}
      </ul>
    </>
  );
}

interface TeamChoicesProps {
  readonly source: TeamSource;
  /** The policy has chosen what becomes of changes. */
  readonly isModeFixed: boolean;
}

/** What the user chooses for a source. */
function TeamChoices({ source, isModeFixed }: TeamChoicesProps) {
  const t = useTranslate();
  const id = sourceId(source);
  const setMode = (value: string) =>
    changeTeamSource(id, (before) => withUpdateMode(before, value === 'automatic' ? 'automatic' : 'ask'));
  const setInterval = async (minutes: number) => {
    const interval = INTERVALS.find((known) => known === minutes) ?? INTERVALS[0];
    await changeTeamSource(id, (before) => ({ ...before, interval }));
    // When to check next is counted from a check.
    await checkTeam(id);
  };
  return (
    <div class="team-choices">
      <label>
        {t('teamMode')}
        <select
          value={source.update}
          disabled={isModeFixed}
          onChange={(event) => void setMode(event.currentTarget.value)}
        >
          <option value="ask">{t('teamModeAsk')}</option>
          <option value="automatic">{t('teamModeAutomatic')}</option>
        </select>
      </label>
      {source.from.kind === 'url' && (
        <label>
          {t('teamInterval')}
          <select value={source.interval} onChange={(event) => void setInterval(Number(event.currentTarget.value))}>
            {INTERVALS.toSorted((a, b) => a - b).map((minutes) => (
              <option key={minutes} value={minutes}>
                {t(INTERVAL_SENTENCE[minutes])}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
