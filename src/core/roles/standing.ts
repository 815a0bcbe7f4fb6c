import type { Base, PortalRole, Role, RoleObstacle } from '../config/config.ts';
import type { PartitionId } from '../console/partition.ts';
import type { PortalTarget } from '../console/portal-link.ts';

/** Whatever a list can show. */
export type ListedRole = Role | PortalRole;

/** How a role stands to a session: every role of the configuration has one. */
export type Standing =
  /** One can switch to it. The ground is left out where no session was asked. */
  | { readonly kind: 'offered'; readonly ground?: Ground }
  /** The session is in it. */
  | { readonly kind: 'current' }
  /** The session was signed in with it and has switched on: one goes back to it. */
  | { readonly kind: 'signed-in' }
  /** Its `source_profile` names roles: those to take first, in their order. The first of them is offered. */
  | { readonly kind: 'chain'; readonly hops: readonly Role[] }
  /** A portal of Identity Center leads to it, whoever is signed in. */
  | { readonly kind: 'portal'; readonly target: PortalTarget }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason };

export interface RoleStanding {
  readonly role: ListedRole;
  readonly standing: Standing;
}

/** Why a role is offered to a session. */
export type Ground =
  /** It names no base. */
  | { readonly kind: 'everywhere' }
  /** The session is this base; one that names the login role goes before one that doesn't. */
  | { readonly kind: 'base'; readonly base: Base }
  /** Nothing known forbids it: the bases it names are missing, or tell no account. An account would narrow it. */
  | { readonly kind: 'unknown-base'; readonly names: readonly string[] };

/** A base as far as a sentence about it needs it. */
export type ExpectedBase = Pick<Base, 'profile' | 'account' | 'loginRole'>;

/** Why a role is not offered, with what a sentence about it needs. */
export type WithheldReason =
  | { readonly code: 'root' | 'external-id' | RoleObstacle }
  | { readonly code: 'partition'; readonly partition: PartitionId }
  /** The bases that the text expects, none of which is the session's account. */
  | { readonly code: 'other-base'; readonly bases: readonly ExpectedBase[] }
  /** The account is right, the login role or permission set is not one of these. */
  | { readonly code: 'login-role'; readonly loginRoles: readonly string[] }
  /** It trusts another role, but this kind of session can't chain. Labels of the roles to take first, in their order. */
  | { readonly code: 'chain-classic'; readonly hops: readonly string[] }
  /** Only a portal leads to it, and the text says none for its account. */
  | { readonly code: 'portal-only'; readonly permissionSet: string }
  | { readonly code: 'not-matching-role-name'; readonly loginRole: string };

/** Whether a portal leads to it, or one switches to it. */
export function isPortalRole(role: ListedRole): role is PortalRole {
  return 'portalUrl' in role;
}
