import { isProduction } from '../config/environment.ts';
import type { Settings } from '../settings/settings.ts';
import { accountOf, roleNameOf } from './listed-role.ts';
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
  return confirmProduction && isProduction(role);
}

export function toNamedRole(role: ListedRole): NamedRole {
  const { label, environment } = role;
  return { label, account: accountOf(role), roleName: roleNameOf(role), environment };
}
