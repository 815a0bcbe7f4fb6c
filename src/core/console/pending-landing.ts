import { parseAccount } from '../config/account.ts';
import type { Role } from '../config/config.ts';
import { recordOf } from '../record.ts';
import { hasBecome, type RoleRef } from '../sessions/compare-role.ts';
import { parsePlainHttpsUrl } from './page-url.ts';
import { partitionOfConsoleHost } from './partition.ts';
import type { Session } from './session.ts';
import { accountText } from './switch-request.ts';

/** The second step of a landing that a form post can't make in one. */
export interface PendingLanding {
  readonly url: string;
  /** When the first step has taken too long, in milliseconds since 1970. */
  readonly until: number;
  /** What the session becomes by the first step; undefined where that is the way back. */
  readonly role: RoleRef | undefined;
}

/** Longer than a post and its redirect take, and short enough that nobody has forgotten what was asked for. */
const LASTS_MS = 60_000;

export function pendingLanding(url: string, role: Role | undefined, now: number): PendingLanding {
  return { url, until: now + LASTS_MS, role: role && { account: role.account, roleName: role.roleName } };
}

/** The page to go on to, once the session has become what was asked for, and in time. */
export function goOnUrl({ url, until, role }: PendingLanding, session: Session, now: number): string | undefined {
  const isInTime = now <= until && now >= until - LASTS_MS;
  return isInTime && (role ? hasBecome(role, session) : session.current === undefined) ? url : undefined;
}

/** As it lies in storage, the account as a text. */
export function savePendingLanding({ url, until, role }: PendingLanding): Record<string, unknown> {
  return { url, until, ...(role && { account: accountText(role.account), roleName: role.roleName }) };
}

/** Takes whatever storage holds; undefined for what is no page of a console. */
export function parsePendingLanding(data: unknown): PendingLanding | undefined {
  const { url, until, account, roleName } = recordOf(data);
  if (typeof url !== 'string' || typeof until !== 'number') return undefined;
  const host = parsePlainHttpsUrl(url)?.hostname;
  if (host === undefined || !partitionOfConsoleHost(host)) return undefined;
  if (account === undefined && roleName === undefined) return { url, until, role: undefined };
  const ref = typeof account === 'string' ? parseAccount(account) : undefined;
  return ref && typeof roleName === 'string' ? { url, until, role: { account: ref, roleName } } : undefined;
}
