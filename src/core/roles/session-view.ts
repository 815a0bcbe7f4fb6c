import type { Base, Config, PortalRole, Role } from '../config/config.ts';
import type { PartitionId } from '../console/partition.ts';
import type { CurrentRole, Identity, Session } from '../console/session.ts';
import {
  type BaseMatch,
  compareAccount,
  isSameLoginRole,
  matchBase,
  nameWithoutPath,
  withKnownId,
} from './base-match.ts';
import { reservedPermissionSet } from './portal-targets.ts';
import type { ExpectedBase, Ground, WithheldReason } from './standing.ts';

/** A session beside what the text knows of its accounts. */
export interface SessionView {
  readonly partition: PartitionId;
  readonly identity: Identity;
  readonly current: CurrentRole | undefined;
  /** Whether its own role authorises the next switch: only then can roles be chained (console-contract §9). */
  readonly canChain: boolean;
  readonly bases: ReadonlyMap<string, readonly JudgedBase[]>;
}

interface JudgedBase {
  readonly base: Base;
  readonly expected: ExpectedBase;
  readonly match: BaseMatch;
}

export function viewOf(config: Config, session: Session): SessionView {
  const identity = withKnownId(session.identity, config.bases);
  const bases = new Map<string, JudgedBase[]>();
  for (const base of config.bases) {
    const { profile, account, loginRole } = base;
    const judged = { base, expected: { profile, account, loginRole }, match: matchBase(base, identity) };
    const others = bases.get(profile);
    if (others) others.push(judged);
    else bases.set(profile, [judged]);
  }
  return {
    partition: session.partition,
    identity,
    current: session.current && withKnownId(session.current, config.bases),
    canChain: session.multiSession !== undefined,
    bases,
  };
}

/** Why the role's bases offer it to the session, or why they don't. */
export function groundOf(role: Role, view: SessionView): Ground | WithheldReason {
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
  return { code: 'other-base', bases: refusing.map(({ expected }) => expected) };
}

/** Whether the session is the role: signed in with it, or switched to it. */
export function ownStanding(role: Role, view: SessionView): 'current' | 'signed-in' | undefined {
  if (view.current && isCurrent(role, view.current)) return 'current';
  return isSignedIn(role, view) ? signedInStanding(view) : undefined;
}

/** The same for a permission set. */
export function ownPortalStanding(
  { account, permissionSet }: PortalRole,
  view: SessionView,
): 'current' | 'signed-in' | undefined {
  const { identity } = view;
  const isSame =
    identity.kind === 'identity-center' &&
    compareAccount({ account: { kind: 'id', id: account } }, identity) === 'same' &&
    isSameLoginRole(permissionSet, identity.loginRole);
  return isSame ? signedInStanding(view) : undefined;
}

function signedInStanding({ current }: SessionView): 'current' | 'signed-in' {
  return current ? 'signed-in' : 'current';
}

function isCurrent(role: Role, current: CurrentRole): boolean {
  return (
    compareAccount(role, current) === 'same' && nameWithoutPath(role.roleName) === nameWithoutPath(current.roleName)
  );
}

/** Whether the role is the very one that the session was signed in with: one can't switch to it, only go back. */
function isSignedIn(role: Role, { identity, bases }: SessionView): boolean {
  if (compareAccount(role, identity) !== 'same' || !isSameLoginRole(role.roleName, identity.loginRole)) return false;
  // A role that happens to be called like the permission set is another one, unless the text uses it as the base.
  return identity.kind !== 'identity-center' || reservedPermissionSet(role) !== undefined || bases.has(role.profile);
}
