import type { Base, Config, Role, RoleObstacle } from '../config/config.ts';
import type { PartitionId } from '../console/partition.ts';
import { permissionSetOf } from '../console/principal.ts';
import type { CurrentRole, Identity, Session } from '../console/session.ts';
import type { Settings } from '../settings/settings.ts';
import {
  type BaseMatch,
  compareAccount,
  isSameLoginRole,
  matchBase,
  nameWithoutPath,
  withKnownId,
} from './base-match.ts';

export type { Settings } from '../settings/settings.ts';

/** Why a role is offered to this session. */
export type Ground =
  /** It names no base. */
  | { readonly kind: 'everywhere' }
  /** The session is this base; one that names the login role goes before one that doesn't. */
  | { readonly kind: 'base'; readonly base: Base }
  /** Nothing known forbids it: the bases it names are missing, or tell no account. An account would narrow it. */
  | { readonly kind: 'unknown-base'; readonly names: readonly string[] };

export interface Offered {
  readonly role: Role;
  /** Left out where no session was asked. */
  readonly ground?: Ground;
}

/** Why a role is not offered, with what a sentence about it needs. */
export type WithheldReason =
  | { readonly code: 'root' | 'external-id' | 'current-role' | 'signed-in-role' | 'hidden' | RoleObstacle }
  | { readonly code: 'partition'; readonly partition: PartitionId }
  /** The bases that the text expects, none of which is the session's account. */
  | { readonly code: 'other-base'; readonly bases: readonly Base[] }
  /** The account is right, the login role or permission set is not one of these. */
  | { readonly code: 'login-role'; readonly loginRoles: readonly string[] }
  | { readonly code: 'not-matching-role-name'; readonly loginRole: string };

export interface Withheld {
  readonly role: Role;
  readonly reason: WithheldReason;
}

/** Every role of the configuration is in exactly one of the two, in the text's order. */
export interface VisibleRoles {
  readonly offered: readonly Offered[];
  readonly withheld: readonly Withheld[];
}

/**
 * Says which roles this session is offered, and why not the others: config-format §4.
 *
 * Of several reasons the one that lasts longest is given, so `hidden` and `not-matching-role-name` mean that nothing
 * but the user's own wish keeps the role away.
 */
export function visibleRoles(config: Config, session: Session, settings: Settings): VisibleRoles {
  const view = viewOf(config, session);
  const offered: Offered[] = [];
  const withheld: Withheld[] = [];
  for (const role of config.roles) {
    const standing = standingOf(role, view, settings);
    if ('code' in standing) withheld.push({ role, reason: standing });
    else offered.push({ role, ground: standing });
  }
  return { offered, withheld };
}

/** The session beside what the text knows of its accounts. */
interface View {
  readonly partition: PartitionId;
  readonly identity: Identity;
  readonly current: CurrentRole | undefined;
  readonly bases: ReadonlyMap<string, readonly JudgedBase[]>;
}

interface JudgedBase {
  readonly base: Base;
  readonly match: BaseMatch;
}

function viewOf(config: Config, session: Session): View {
  const identity = withKnownId(session.identity, config.bases);
  const bases = new Map<string, JudgedBase[]>();
  for (const base of config.bases) {
    const judged = { base, match: matchBase(base, identity) };
    const others = bases.get(base.profile);
    if (others) others.push(judged);
    else bases.set(base.profile, [judged]);
  }
  const current = session.current && withKnownId(session.current, config.bases);
  return { partition: session.partition, identity, current, bases };
}

function standingOf(role: Role, view: View, settings: Settings): Ground | WithheldReason {
  const reason = reasonAgainst(role, view);
  if (reason) return reason;
  const ground = groundOf(role, view);
  return 'code' in ground ? ground : (wishAgainst(role, view.identity, settings) ?? ground);
}

/** What keeps the role away whatever its base is. */
function reasonAgainst(role: Role, view: View): WithheldReason | undefined {
  if (view.identity.kind === 'root') return { code: 'root' };
  // A role given by account and name alone is taken for one of the session's own partition.
  if (role.partition !== undefined && role.partition !== view.partition) {
    return { code: 'partition', partition: role.partition };
  }
  if (role.obstacle !== undefined) return { code: role.obstacle };
  if (role.needsExternalId) return { code: 'external-id' };
  if (view.current && isCurrent(role, view.current)) return { code: 'current-role' };
  if (isSignedIn(role, view)) return { code: view.current ? 'signed-in-role' : 'current-role' };
  return undefined;
}

/** What keeps it away although one could switch to it: the user's own wish. */
function wishAgainst(role: Role, identity: Identity, settings: Settings): WithheldReason | undefined {
  const { loginRole } = identity;
  // An IAM user has no login role that a name could match.
  if (settings.showOnlyMatchingRoles && loginRole !== undefined && !isSameLoginRole(role.roleName, loginRole)) {
    return { code: 'not-matching-role-name', loginRole };
  }
  return role.hidden ? { code: 'hidden' } : undefined;
}

function groundOf(role: Role, view: View): Ground | WithheldReason {
  if (role.bases.length === 0) return { kind: 'everywhere' };
  const judged = role.bases.flatMap((name) => view.bases.get(name) ?? []);
  const matching = judged.filter(({ match }) => match === 'match').map(({ base }) => base);
  const best = matching.find(({ loginRole }) => loginRole !== undefined) ?? matching[0];
  if (best) return { kind: 'base', base: best };
  const refusing = judged.filter(({ match }) => match !== 'unknown');
  // Where some of its bases are known, those decide.
  if (refusing.length === 0) return { kind: 'unknown-base', names: role.bases };
  const loginRoles = refusing.flatMap(({ base, match }) =>
    match === 'other-login-role' && base.loginRole !== undefined ? [base.loginRole] : [],
  );
  if (loginRoles.length > 0) return { code: 'login-role', loginRoles };
  return { code: 'other-base', bases: refusing.map(({ base }) => base) };
}

function isCurrent(role: Role, current: CurrentRole): boolean {
  return (
    compareAccount(role, current) === 'same' && nameWithoutPath(role.roleName) === nameWithoutPath(current.roleName)
  );
}

/** Whether the role is the very one that the session was signed in with: one can't switch to it, only go back. */
function isSignedIn(role: Role, { identity, bases }: View): boolean {
  if (compareAccount(role, identity) !== 'same' || !isSameLoginRole(role.roleName, identity.loginRole)) return false;
  // A role that happens to be called like the permission set is another one, unless the text uses it as the base.
  return identity.kind !== 'identity-center' || isPermissionSetRole(role) || bases.has(role.profile);
}

function isPermissionSetRole(role: Role): boolean {
  return permissionSetOf(nameWithoutPath(role.roleName)) !== undefined;
}
