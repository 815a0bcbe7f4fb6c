import { needsConfirmation, toNamedRole } from '../core/roles/confirmation.ts';
import { listedRoles } from '../core/roles/listed-roles.ts';
import { parseRoleId } from '../core/roles/role-id.ts';
import type { NeedsConfirmation } from '../protocol.ts';
import { currentConfig } from './current-config.ts';
import { currentSettings } from './current-settings.ts';

/** What has to be asked before a choice is taken; undefined where nothing has, or it was. */
export async function confirmationOf(roleId: unknown, isConfirmed: unknown): Promise<NeedsConfirmation | undefined> {
  if (isConfirmed === true) return undefined;
  const id = parseRoleId(roleId);
  const [{ config }, settings] = await Promise.all([currentConfig(), currentSettings()]);
  const role = listedRoles(config).find((one) => one.id === id);
  if (!role || !needsConfirmation(role, settings)) return undefined;
  return { kind: 'needs-confirmation', role: toNamedRole(role) };
}
