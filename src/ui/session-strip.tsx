import { useId, useState } from 'preact/hooks';
import { readableAccount } from '../core/roles/role-list.ts';
import type { SessionList, SessionRow } from '../core/sessions/session-list.ts';
import { PrivateText } from './private-text.tsx';
import { useTranslate } from './translation.ts';

/** What can be done with an open session. */
export interface SessionActions {
  show(row: SessionRow): void;
  /** Only after the user has confirmed it, for this very session. */
  signOut(row: SessionRow): void;
}

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

interface SessionItemProps {
  readonly row: SessionRow;
  readonly actions: SessionActions;
  /** Whether the user is asked if they mean to sign out of it. */
  readonly isAsked: boolean;
  readonly onAsk: (isAsked: boolean) => void;
}

function SessionItem({ row, actions, isAsked, onAsk }: SessionItemProps) {
  const t = useTranslate();
  const account = row.account === undefined ? '' : readableAccount(row.account);
  const name = [row.name, account].filter(Boolean).join(', ');
  // A page's made-up click does nothing.
  const byUser = (act: () => void) => (event: Event) => event.isTrusted && act();
  if (row.isMine) {
    return (
      <li class="session-item" aria-label={`${name}, ${t('sessionHere')}`} aria-current="true">
        <SessionName name={row.name} account={account} />
        <span class="session-here">{t('sessionHere')}</span>
      </li>
    );
  }
  return (
    <li class="session-item">
      <button
        type="button"
        class="session-show"
        aria-label={t('showSession', name)}
        title={t('showSession', name)}
        onClick={byUser(() => actions.show(row))}
      >
        <SessionName name={row.name} account={account} />
      </button>
      {isAsked ? (
        <span class="session-sure">
          <span class="session-question">{t('signOutTabs')}</span>
          <button
            type="button"
            class="link-button danger"
            aria-label={t('signOutSure', name)}
            onClick={byUser(() => {
              onAsk(false);
              actions.signOut(row);
            })}
          >
            {t('signOut')}
          </button>
          <button type="button" class="link-button" onClick={() => onAsk(false)}>
            {t('signOutNot')}
          </button>
        </span>
      ) : (
        <button type="button" class="link-button" aria-label={t('signOutOf', name)} onClick={byUser(() => onAsk(true))}>
          {t('signOut')}
        </button>
      )}
    </li>
  );
}

function SessionName({ name, account }: { name: string; account: string }) {
  return (
    <span class="session-name">
      <PrivateText class="session-label">{name}</PrivateText>
      <PrivateText class="session-account">{account}</PrivateText>
    </span>
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
