import { accountText } from '../core/console/switch-request.ts';
import { readableAccount } from '../core/roles/role-list.ts';
import type { WithheldReason } from '../core/roles/visible-roles.ts';
import type { Translate } from './translation.ts';

/** Why a role is not offered, and what would make it available. */
export function reasonSentence(reason: WithheldReason, t: Translate): string {
  switch (reason.code) {
    case 'root':
      return t('rootCannotSwitch');
    case 'external-id':
      return t('reasonExternalId');
    case 'current-role':
      return t('reasonCurrentRole');
    case 'signed-in-role':
      return t('reasonSignedInRole');
    case 'hidden':
      return t('reasonHidden');
    case 'role-name-too-long':
      return t('reasonTooLong');
    case 'partition-without-console':
      return t('reasonNoConsole');
    case 'partition':
      return t('reasonPartition', reason.partition);
    case 'other-base':
      return t('reasonOtherBase', reason.bases.map(({ profile, account }) => nameOf(profile, account)).join(', '));
    case 'login-role':
      return t('reasonLoginRole', reason.loginRoles.join(', '));
    case 'not-matching-role-name':
      return t('reasonNotMatching', reason.loginRole);
  }
}

function nameOf(profile: string, account: Parameters<typeof accountText>[0] | undefined): string {
  return account === undefined ? profile : `${profile} (${readableAccount(accountText(account))})`;
}
