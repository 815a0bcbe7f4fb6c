import type { Partition } from '../../src/core/console/partition.ts';
import { cookieDomain } from './hosts.ts';

/** The console's own list of recent roles (contract §6). */
export const HISTORY_COOKIE = 'noflush_awsc-roleInfo';
const LONGEST = 5;

export interface RecentRole {
  readonly account: string;
  readonly roleName: string;
  readonly displayName: string;
  readonly color: string;
}

/** The recent roles, newest first; whatever is not of the known form is left out, as the console does. */
export function readHistory(cookie: string | undefined): RecentRole[] {
  try {
    const value: unknown = JSON.parse(decodeURIComponent((cookie ?? '').replace(/\+/g, ' ')));
    const entries: unknown = isRecord(value) ? value.rl : undefined;
    return Array.isArray(entries) ? entries.flatMap(readEntry).slice(0, LONGEST) : [];
  } catch {
    return [];
  }
}

/** The Set-Cookie text after switching to a role: it comes first, and stands once. */
export function historyCookie(
  partition: Partition,
  origin: { readonly user: string; readonly account: string },
  recent: readonly RecentRole[],
  newest: RecentRole,
): string {
  const others = recent.filter(({ account, roleName }) => account !== newest.account || roleName !== newest.roleName);
  const roles = [newest, ...others].slice(0, LONGEST);
  const rl = roles.map(({ account, roleName, displayName, color }) => ({
    a: account,
    r: roleName,
    d: displayName,
    c: color,
  }));
  const value = encodeURIComponent(JSON.stringify({ bn: origin.user, ba: origin.account, rl }));
  return `${HISTORY_COOKIE}=${value}; Domain=${cookieDomain(partition)}; Path=/; Secure`;
}

function readEntry(entry: unknown): RecentRole[] {
  if (!isRecord(entry)) return [];
  const { a, r, d, c } = entry;
  if (typeof a !== 'string' || typeof r !== 'string' || typeof d !== 'string' || typeof c !== 'string') return [];
  return [{ account: a, roleName: r, displayName: d, color: c }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
