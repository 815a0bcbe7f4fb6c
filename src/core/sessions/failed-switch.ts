import { parseAccount } from '../config/account.ts';
import type { Role } from '../config/config.ts';
import { permissionSetOf } from '../console/principal.ts';
import type { Session } from '../console/session.ts';
import { accountText } from '../console/switch-request.ts';
import { recordOf } from '../record.ts';
import { nameWithoutPath } from '../roles/base-match.ts';
import { hasBecome, type RoleRef } from './compare-role.ts';
import { sessionName } from './open-session.ts';

/**
 * What may be behind AWS's “Invalid information in one or more fields” (console-contract §4, §9). AWS does not say which
 * it is: these are what the text and the session let one suspect.
 */
export const FAILED_CAUSES = [
  'federated-user',
  'portal-only',
  'from-sign-in',
  'unknown-base',
  'trust',
  'mfa',
  'alias',
  'name',
] as const;
export type FailedCause = (typeof FAILED_CAUSES)[number];

/** A classic switch that was posted: what becomes of it, only the next page of its tab tells. */
export interface SwitchAttempt {
  readonly role: RoleRef;
  readonly label: string;
  /** Who asked: a user's, role's or account's name. */
  readonly by: string;
  /** The likeliest first. */
  readonly causes: readonly FailedCause[];
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** What a list tells of it once AWS has refused. */
export type FailedSwitch = Pick<SwitchAttempt, 'label' | 'by' | 'causes'> & { readonly account: string };

export function failedSwitch({ role, label, by, causes }: SwitchAttempt): FailedSwitch {
  return { label, by, causes, account: accountText(role.account) };
}

/** Somebody who comes back later has forgotten what was asked for. */
const LASTS_MS = 5 * 60_000;
const MOST_CAUSES = 4;

/** @param isBaseKnown whether the text tells a sign-in for the role, and it is this one */
export function switchAttempt(role: Role, session: Session, isBaseKnown: boolean, now: number): SwitchAttempt {
  const { account, roleName, label } = role;
  const by = sessionName({ ...session, current: undefined });
  return { role: { account, roleName }, label, by, causes: causesOf(role, session, isBaseKnown), at: now };
}

/** What may be the cause if this switch fails, the likeliest first. */
export function causesOf(role: RoleRef, { identity, current }: Session, isBaseKnown: boolean): readonly FailedCause[] {
  // Nothing else needs to be right then: AWS never lets such a sign-in switch (§3.3), and such a role trusts its portal only.
  if (identity.kind === 'federated-user') return ['federated-user'];
  if (permissionSetOf(nameWithoutPath(role.roleName)) !== undefined) return ['portal-only'];
  const causes: (FailedCause | false)[] = [
    current !== undefined && 'from-sign-in',
    !isBaseKnown && 'unknown-base',
    'trust',
    // Of the others, none can have signed in without what their own provider asks for.
    (identity.kind === 'iam-user' || identity.kind === 'unknown') && 'mfa',
    role.account.kind === 'alias' && 'alias',
    'name',
  ];
  return causes.filter((cause) => cause !== false).slice(0, MOST_CAUSES);
}

/** What the session that the tab shows now says about the attempt. */
export function attemptState(
  { role, at }: SwitchAttempt,
  session: Session,
  now: number,
): 'arrived' | 'failed' | 'over' {
  if (isOver(at, now)) return 'over';
  return hasBecome(role, session) ? 'arrived' : 'failed';
}

/** Whether it is too long ago to tell anything about what a tab shows. */
export function isOver(at: number, now: number): boolean {
  return now < at || now > at + LASTS_MS;
}

/** As it lies in storage, the account as a text. */
export function saveAttempt({ role, ...others }: SwitchAttempt): Record<string, unknown> {
  return { ...others, account: accountText(role.account), roleName: role.roleName };
}

/** Takes whatever storage holds. */
export function parseAttempt(data: unknown): SwitchAttempt | undefined {
  const { account, roleName, label, by, causes, at } = recordOf(data);
  const ref = typeof account === 'string' ? parseAccount(account) : undefined;
  if (!ref || typeof roleName !== 'string' || typeof label !== 'string' || typeof by !== 'string') return undefined;
  if (typeof at !== 'number' || !Array.isArray(causes)) return undefined;
  const known = FAILED_CAUSES.filter((cause) => causes.includes(cause));
  return { role: { account: ref, roleName }, label, by, causes: known, at };
}
