import { useId, useState } from 'preact/hooks';
import type { SessionList } from '../core/sessions/session-list.ts';
import { type SessionActions, SessionItem } from './session-item.tsx';
import { useTranslate } from './translation.ts';

interface SessionStripProps {
  readonly sessions: SessionList;
  readonly actions: SessionActions;
  /** Whether a role waits for one of them to be signed out of: then the list is unfolded. */
  readonly isNeeded: boolean;
}

/** How many sessions are open of those that AWS allows; unfolded, each with the way to its tab and out of it. */
export function SessionStrip({ sessions, actions, isNeeded }: SessionStripProps) {
  const t = useTranslate();
  const listId = useId();
  const [isWanted, setWanted] = useState(false);
  const [asked, setAsked] = useState<string>();
  const { rows, limit } = sessions;
  const isOpen = isWanted || isNeeded;
  const count = rows.length >= limit ? t('sessionsFull', limit) : t('sessionsUsed', rows.length, limit);
  return (
    <div class="sessions">
      <button
        type="button"
        class="sessions-fold"
        aria-expanded={isOpen}
        aria-controls={listId}
        title={t('sessionsHelp', limit)}
        onClick={() => setWanted(!isOpen)}
      >
        <SessionDots used={rows.length} limit={limit} />
        {count}
        <span class="caret" aria-hidden="true" />
      </button>
      <ul id={listId} class="sessions-list" hidden={!isOpen} aria-label={t('sessionsLabel')}>
        {rows.map((row) => (
          <SessionItem
            key={row.differentiator}
            row={row}
            actions={actions}
            isAsked={asked === row.differentiator}
            onAsk={(isAsked) => setAsked(isAsked ? row.differentiator : undefined)}
          />
        ))}
      </ul>
    </div>
  );
}

/** The count as a picture: one dot for each session that there may be. */
function SessionDots({ used, limit }: { used: number; limit: number }) {
  return (
    <span class="session-dots" aria-hidden="true">
      {Array.from({ length: limit }, (_, index) => (
        <span key={index} class={index < used ? 'dot used' : 'dot'} />
      ))}
    </span>
  );
}
