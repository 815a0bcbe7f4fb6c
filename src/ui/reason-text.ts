import { accountText } from '../core/console/switch-request.ts';
import { readableAccount } from '../core/roles/role-list.ts';
import type { ExpectedBase, WithheldReason } from '../core/roles/standing.ts';
import type { Translate } from './translation.ts';

/** Why a role is not offered, and what would make it available. */
export function reasonSentence(reason: WithheldReason, t: Translate): string {
  switch (reason.code) {
    case 'root':
      return t('rootCannotSwitch');
    case 'external-id':
      return t('reasonExternalId');
    case 'role-name-too-long':
      return t('reasonTooLong');
    case 'partition-without-console':
      return t('reasonNoConsole');
    case 'partition':
      return t('reasonPartition', reason.partition);
    case 'other-base':
      return t('reasonOtherBase', reason.bases.map(expectedBaseText).join(', '));
    case 'login-role':
      return t('reasonLoginRole', reason.loginRoles.join(', '));
    case 'chain-classic':
      return t('reasonChainClassic', reason.hops.join(' → '));
    case 'portal-only':
      return t('reasonPortalOnly', reason.permissionSet);
    case 'not-matching-role-name':
      return t('reasonNotMatching', reason.loginRole);
  }
}

/** A base by its name, with its account where the text tells it. */
export function expectedBaseText({ profile, account }: ExpectedBase): string {
  return account === undefined ? profile : `${profile} (${readableAccount(accountText(account))})`;
}
