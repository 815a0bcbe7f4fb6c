import { accountText } from '../console/switch-request.ts';
import type { Settings } from '../settings/settings.ts';
import { isPortalRole, type ListedRole } from './standing.ts';

/** A role as a question names it. */
export interface NamedRole {
  readonly label: string;
  /** Number or alias. */
  readonly account: string;
  /** Path and name, or the permission set's name. */
  readonly roleName: string;
  readonly environment: string | undefined;
}

/** Whether the user is asked once more before the role is taken: the text asks for it, or the setting for production. */
export function needsConfirmation(role: ListedRole, { confirmProduction }: Settings): boolean {
  if (!isPortalRole(role) && role.confirm) return true;
  return confirmProduction && role.environment === 'production';
}

export function toNamedRole(role: ListedRole): NamedRole {
  const { label, environment } = role;
  return isPortalRole(role)
    ? { label, account: role.account, roleName: role.permissionSet, environment }
    : { label, account: accountText(role.account), roleName: role.roleName, environment };
}
