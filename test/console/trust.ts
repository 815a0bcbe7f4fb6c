import type { Identity } from './identities.ts';
import { type Account, findAccount, findRole, type Principal, type Role } from './world.ts';

export type Verdict =
  | { readonly allowed: true; readonly account: Account; readonly role: Role }
  | { readonly allowed: false; readonly reason: string };

/** Whether an identity may switch to a role, by the rules of contract §9. */
export function mayAssume(identity: Identity, accountIdOrAlias: string, roleName: string): Verdict {
  // AWS offers switching to IAM users and role sessions only; root and GetFederationToken sessions cannot (§3.3, §9).
  if (identity.kind === 'root' || identity.kind === 'federated-user') return refused(`${identity.kind} cannot switch`);
  const account = findAccount(identity.partition, accountIdOrAlias);
  if (!account) return refused(`no account ${accountIdOrAlias} in ${identity.partition}`);
  const role = findRole(account, roleName);
  if (!role) return refused(`no role ${roleName} in ${account.id}`);
  if (!role.trusts.some((principal) => isPrincipal(identity, principal))) {
    return refused(`${account.id}/${roleName} does not trust ${identity.arn}`);
  }
  if (role.needsExternalId) return refused(`${account.id}/${roleName} needs an external id`);
  if (role.needsMfa && !identity.mfa) return refused(`${account.id}/${roleName} needs a sign-in with MFA`);
  return { allowed: true, account, role };
}

function isPrincipal(identity: Identity, principal: Principal): boolean {
  return 'account' in principal ? identity.account === principal.account : identity.roleKey === principal.role;
}

function refused(reason: string): Verdict {
  return { allowed: false, reason };
}
