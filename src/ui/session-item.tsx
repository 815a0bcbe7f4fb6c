import { useEffect, useRef } from 'preact/hooks';
import { readableAccount } from '../core/roles/role-list.ts';
import type { SessionRow } from '../core/sessions/session-list.ts';
import { PrivateText } from './private-text.tsx';
import { useTranslate } from './translation.ts';

/** What can be done with an open session. */
export interface SessionActions {
  show(row: SessionRow): void;
  /** Only after the user has confirmed it, for this very session. */
  signOut(row: SessionRow): void;
}

interface SessionItemProps {
  readonly row: SessionRow;
  readonly actions: SessionActions;
  /** Whether the user is asked if they mean to sign out of it. */
  readonly isAsked: boolean;
  readonly onAsk: (isAsked: boolean) => void;
}

/** One of the open sessions: the way to its tab, and the way out of it. */
export function SessionItem({ row, actions, isAsked, onAsk }: SessionItemProps) {
  const t = useTranslate();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  // Whoever uses the keys goes on where the button was that they have pressed, and confirms nothing by holding it.
  useEffect(() => {
    if (isAsked || wasAsked.current) buttonRef.current?.focus();
    wasAsked.current = false;
  }, [isAsked]);
  const cancel = () => {
    wasAsked.current = true;
    onAsk(false);
  };
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
          <button ref={buttonRef} type="button" class="link-button" onClick={cancel}>
            {t('signOutNot')}
          </button>
        </span>
      ) : (
        <button
          ref={buttonRef}
          type="button"
          class="link-button"
          aria-label={t('signOutOf', name)}
          onClick={byUser(() => onAsk(true))}
        >
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
