import type { Config, PortalRole, Role } from '../config/config.ts';
import type { Session } from '../console/session.ts';
import type { Settings } from '../settings/settings.ts';
import { isSameLoginRole } from './base-match.ts';
import { findChains } from './chain.ts';
import { listedRoles } from './listed-roles.ts';
import { PortalTargets, reservedPermissionSet, targetOfPortalRole } from './portal-targets.ts';
import { groundOf, ownPortalStanding, ownStanding, type SessionView, viewOf } from './session-view.ts';
import { isPortalRole, type ListedRole, type RoleStanding, type Standing, type WithheldReason } from './standing.ts';

/**
 * Says how every role of the configuration stands to this session: config-format §4. In the texts' order.
 *
 * Of several reasons against one the one that lasts longest is given, so `not-matching-role-name` means that nothing but
 * the user's own wish keeps the role away.
 */
export function visibleRoles(config: Config, session: Session, settings: Settings): readonly RoleStanding[] {
  const view = viewOf(config, session);
  const portals = new PortalTargets(config);
  const direct = new Map(config.roles.map((role) => [role, directStanding(role, view, portals)]));
  const chains = findChains(direct);
  const standingOf = (role: Role): Standing => {
    const standing = direct.get(role) ?? directStanding(role, view, portals);
    return withWish(role, chained(standing, chains.get(role), view), view, settings);
  };
  return listedRoles(config).map((role) => ({
    role,
    standing: isPortalRole(role) ? portalRoleStanding(role, view) : standingOf(role),
  }));
}

/** How the roles stand where no session was asked: each may be looked at, and portals lead anywhere from anywhere. */
export function unaskedRoles(config: Config): readonly RoleStanding[] {
  const portals = new PortalTargets(config);
  return listedRoles(config).map((role) => ({ role, standing: unaskedStanding(role, portals) }));
}

function unaskedStanding(role: ListedRole, portals: PortalTargets): Standing {
  if (isPortalRole(role)) return { kind: 'portal', target: targetOfPortalRole(role) };
  const permissionSet = reservedPermissionSet(role);
  const target = permissionSet === undefined ? undefined : portals.targetOf(role, permissionSet);
  return target ? { kind: 'portal', target } : { kind: 'offered' };
}

/** How a role stands without any other being taken first, and before the user's own wish. */
function directStanding(role: Role, view: SessionView, portals: PortalTargets): Standing {
  const permissionSet = reservedPermissionSet(role);
  if (view.identity.kind === 'root' && permissionSet === undefined) return withheld({ code: 'root' });
  // A role given by account and name alone is taken for one of the session's own partition.
  if (role.partition !== undefined && role.partition !== view.partition) {
    return withheld({ code: 'partition', partition: role.partition });
  }
  if (role.obstacle === 'partition-without-console') return withheld({ code: role.obstacle });
  const own = ownStanding(role, view);
  if (own) return { kind: own };
  if (permissionSet !== undefined) {
    const target = portals.targetOf(role, permissionSet);
    return target ? { kind: 'portal', target } : withheld({ code: 'portal-only', permissionSet });
  }
  if (role.obstacle !== undefined) return withheld({ code: role.obstacle });
  if (role.needsExternalId) return withheld({ code: 'external-id' });
  const ground = groundOf(role, view);
  return 'code' in ground ? withheld(ground) : { kind: 'offered', ground };
}

/** What becomes of a role that others lead to. */
function chained(standing: Standing, hops: readonly Role[] | undefined, { canChain }: SessionView): Standing {
  if (!hops || standing.kind !== 'withheld') return standing;
  if (canChain) return { kind: 'chain', hops };
  return withheld({ code: 'chain-classic', hops: hops.map(({ label }) => label) });
}

/** What keeps a role away although one could switch to it: the user's own wish. */
function withWish(role: Role, standing: Standing, { identity }: SessionView, settings: Settings): Standing {
  const { loginRole } = identity;
  const isSwitch = standing.kind === 'offered' || standing.kind === 'chain';
  // An IAM user has no login role that a name could match.
  if (!isSwitch || !settings.showOnlyMatchingRoles || loginRole === undefined) return standing;
  if (isSameLoginRole(role.roleName, loginRole)) return standing;
  return withheld({ code: 'not-matching-role-name', loginRole });
}

function portalRoleStanding(role: PortalRole, view: SessionView): Standing {
  const target = targetOfPortalRole(role);
  if (target.partition !== undefined && target.partition !== view.partition) {
    return withheld({ code: 'partition', partition: target.partition });
  }
  const own = ownPortalStanding(role, view);
  return own ? { kind: own } : { kind: 'portal', target };
}

function withheld(reason: WithheldReason): Standing {
  return { kind: 'withheld', reason };
}
