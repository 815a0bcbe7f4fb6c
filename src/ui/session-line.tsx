import type { CurrentRole, Identity } from '../core/console/session.ts';
import { readableAccount, type SessionSummary } from '../core/roles/role-list.ts';
import { type Translate, useTranslate } from './translation.ts';

interface SessionLineProps {
  readonly session: SessionSummary;
  readonly onSwitchBack: (() => void) | undefined;
}

/** Who the console says one is, and the way back from a switched role. */
export function SessionLine({ session, onSwitchBack }: SessionLineProps) {
  const t = useTranslate();
  const { identity } = session;
  return (
    <div class="session">
      <span class="session-text">{whoSentence(session, t)}</span>
      {onSwitchBack && (
        <button type="button" class="link-button" onClick={(event) => event.isTrusted && onSwitchBack()}>
          {session.isMultiSession ? t('showBaseTab') : t('switchBack', identity.name || accountOf(identity, t))}
        </button>
      )}
    </div>
  );
}

/** The role that one is in, or whom one has signed in as, in words. */
export function whoSentence({ identity, current }: SessionSummary, t: Translate): string {
  return current ? t('inRole', current.roleName, accountOf(current, t)) : identitySentence(identity, t);
}

/** "Signed in as …" in words. */
export function identitySentence(identity: Identity, t: Translate): string {
  const account = accountOf(identity, t);
  if (identity.kind === 'root') return t('signedInAsRoot', account);
  if (identity.loginRole !== undefined) return t('signedInWithRole', identity.loginRole, identity.name, account);
  return identity.name === '' ? t('signedInToAccount', account) : t('signedInAs', identity.name, account);
}

function accountOf({ accountId, accountAlias }: Identity | CurrentRole, t: Translate): string {
  if (accountId === undefined) return accountAlias ?? t('unknownAccount');
  const number = readableAccount(accountId);
  return accountAlias === undefined ? number : `${accountAlias} (${number})`;
}
