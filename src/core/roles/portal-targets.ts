import type { Config, PortalRole, Role } from '../config/config.ts';
import { partitionOfPortal } from '../console/portal-host.ts';
import type { PortalTarget } from '../console/portal-link.ts';
import { permissionSetOf } from '../console/principal.ts';
import { nameWithoutPath } from './base-match.ts';

/** The permission set behind a role that Identity Center made: such a role trusts the portal alone (console-contract §9). */
export function reservedPermissionSet({ roleName }: Role): string | undefined {
  return permissionSetOf(nameWithoutPath(roleName));
}

export function targetOfPortalRole({ portalUrl, account, permissionSet }: PortalRole): PortalTarget {
  return { portalUrl, account, permissionSet, partition: partitionOfPortal(portalUrl) };
}

/**
 * Finds the portal that leads to a role which Identity Center made: the one that the text has for that account and
 * permission set, else one that it has for the account.
 */
export class PortalTargets {
  readonly #urls = new Map<string, string>();

  constructor({ portalRoles }: Pick<Config, 'portalRoles'>) {
    for (const { account, permissionSet, portalUrl } of portalRoles) {
      for (const key of [account, `${account} ${permissionSet}`]) {
        if (!this.#urls.has(key)) this.#urls.set(key, portalUrl);
      }
    }
  }

  /** Undefined where the text knows none, and for an account that it has by its alias alone. */
  targetOf({ account }: Role, permissionSet: string): PortalTarget | undefined {
    if (account.kind !== 'id') return undefined;
    const portalUrl = this.#urls.get(`${account.id} ${permissionSet}`) ?? this.#urls.get(account.id);
    if (portalUrl === undefined) return undefined;
    return { portalUrl, account: account.id, permissionSet, partition: partitionOfPortal(portalUrl) };
  }
}
