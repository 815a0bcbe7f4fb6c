import { parseAccount } from '../config/account.ts';
import type { Session } from '../console/session.ts';
import { recordOf } from '../record.ts';
import { hasBecome } from '../sessions/compare-role.ts';
import { isOver } from '../sessions/failed-switch.ts';
import type { SwitchResult } from './history-entry.ts';

/** An entry whose switch was posted: what became of it, only the next page of its tab tells. */
export interface PendingEntry {
  readonly id: string;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** The role's account, number or alias, and its name; undefined for the way back. */
  readonly role: { readonly account: string; readonly roleName: string } | undefined;
}

/**
 * What the session that the tab shows now says of the switch. A page that was there before the switch may be the first to
 * tell, so a refusal is not the last word. Undefined where the switch is too long ago for the page to tell anything of it.
 */
export function pendingResult(
  { role, at }: PendingEntry,
  session: Session,
  now: number,
): Extract<SwitchResult, 'arrived' | 'refused'> | undefined {
  if (isOver(at, now)) return undefined;
  if (!role) return session.current === undefined ? 'arrived' : 'refused';
  const account = parseAccount(role.account);
  return account && hasBecome({ account, roleName: role.roleName }, session) ? 'arrived' : 'refused';
}

/** Takes whatever storage holds. */
export function parsePending(data: unknown): PendingEntry | undefined {
  const { id, at, role } = recordOf(data);
  if (typeof id !== 'string' || typeof at !== 'number') return undefined;
  if (role === undefined) return { id, at, role };
  const { account, roleName } = recordOf(role);
  return typeof account === 'string' && typeof roleName === 'string'
    ? { id, at, role: { account, roleName } }
    : undefined;
}
