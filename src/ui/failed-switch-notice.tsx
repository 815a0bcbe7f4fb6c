import { readableAccount } from '../core/roles/role-list.ts';
import type { FailedCause, FailedSwitch } from '../core/sessions/failed-switch.ts';
import { type MessageKey, useTranslate } from './translation.ts';

const CAUSE_KEYS = {
  'federated-user': 'causeFederatedUser',
  'portal-only': 'causePortalOnly',
  'from-sign-in': 'causeFromSignIn',
  'unknown-base': 'causeUnknownBase',
  trust: 'causeTrust',
  mfa: 'causeMfa',
  alias: 'causeAlias',
  name: 'causeName',
} as const satisfies Record<FailedCause, MessageKey>;

/** What may be behind a switch that AWS has refused on its own page, which says nothing of it. */
export function FailedSwitchNotice({ failed }: { failed: FailedSwitch }) {
  const t = useTranslate();
  const { label, account, by, causes } = failed;
  return (
    <div class="notice notice-alert" role="alert">
      <p>{t('failedSwitch', label, readableAccount(account))}</p>
      <ul class="causes">
        {causes.map((cause) => (
          <li key={cause}>{t(CAUSE_KEYS[cause], by)}</li>
        ))}
      </ul>
    </div>
  );
}
