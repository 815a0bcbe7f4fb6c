import type { PortalTarget } from '../console/portal-link.ts';
import { recordOf } from '../record.ts';

/**
 * What a user's devices know of roles beside the text: which are pinned and which were used. Each fact has its time, so
 * that two devices' knowledge joins without a question, in any order, and however often (a state-based CRDT).
 */

/** Partition, account and role: stays the same when a section is renamed. See `toRoleKey`. */
export type RoleKey = string;

export interface Pin {
  readonly isPinned: boolean;
  /** When it was pinned or taken off, in milliseconds since 1970. */
  readonly at: number;
}

export interface Use {
  /** The account that one was signed in to, see `baseNames`. */
  readonly base: string;
  readonly role: RoleKey;
  /** The last time, in milliseconds since 1970. */
  readonly at: number;
  /** How often, as far as one device knows. */
  readonly count: number;
}

export interface Personal {
  readonly pins: Readonly<Record<RoleKey, Pin>>;
  /** The last used first; one entry for each base and role. */
  readonly uses: readonly Use[];
}

export const NOTHING_PERSONAL: Personal = { pins: {}, uses: [] };

export const USE_LIMIT = 200;
export const PIN_LIMIT = 500;

/** @param account twelve digits or an alias @param roleName path and name */
export function toRoleKey(partition: string, account: string, roleName: string): RoleKey {
  return `${partition}:${account}:${roleName}`;
}

/** A permission set's key, by the role that stands for it in the account; the digits in that role's name nobody knows. */
export function toPortalRoleKey({
  partition,
  account,
  permissionSet,
}: Pick<PortalTarget, 'partition' | 'account' | 'permissionSet'>): RoleKey {
  return toRoleKey(partition ?? 'aws', account, `AWSReservedSSO_${permissionSet}`);
}

export function withUse(personal: Personal, base: string, role: RoleKey, at: number): Personal {
  const before = personal.uses.find((use) => use.base === base && use.role === role);
  const use = { base, role, at, count: (before?.count ?? 0) + 1 };
  return { ...personal, uses: newest([use, ...personal.uses.filter((other) => other !== before)]) };
}

export function withPin(personal: Personal, role: RoleKey, isPinned: boolean, at: number): Personal {
  // A clock that was set back must not make the newer word look older.
  const later = Math.max(at, (personal.pins[role]?.at ?? 0) + 1);
  return { ...personal, pins: newestPins([...Object.entries(personal.pins), [role, { isPinned, at: later }]]) };
}

/** Joins what two devices know: for each fact the later one; of two at the same time the same one on every device. */
export function mergePersonal(a: Personal, b: Personal): Personal {
  const uses = new Map<string, Use>();
  for (const use of [...a.uses, ...b.uses]) {
    const key = `${use.base}\n${use.role}`;
    const other = uses.get(key);
    uses.set(key, other ? { ...use, at: Math.max(use.at, other.at), count: Math.max(use.count, other.count) } : use);
  }
  return {
    pins: newestPins([...Object.entries(a.pins), ...Object.entries(b.pins)]),
    uses: newest([...uses.values()]),
  };
}

/** Whether the first knows all that the second does. */
export function knowsAll(a: Personal, b: Personal): boolean {
  return JSON.stringify(mergePersonal(a, b)) === JSON.stringify(mergePersonal(a, a));
}

/** Takes whatever storage or another device holds; what is not understood is left out. */
export function parsePersonal(data: unknown): Personal {
  const { pins, uses } = recordOf(data);
  return {
    pins: newestPins(
      Object.entries(recordOf(pins)).flatMap(([role, value]): [RoleKey, Pin][] => {
        const { isPinned, at } = recordOf(value);
        return isRoleKey(role) && typeof isPinned === 'boolean' && isTime(at) ? [[role, { isPinned, at }]] : [];
      }),
    ),
    uses: newest(
      (Array.isArray(uses) ? uses : []).flatMap((value: unknown): Use[] => {
        const { base, role, at, count } = recordOf(value);
        const isUse = isText(base) && isRoleKey(role) && isTime(at) && typeof count === 'number' && count >= 1;
        return isUse ? [{ base, role, at, count }] : [];
      }),
    ),
  };
}

/** What another device needs of it, in as little JSON as can be; `parsePersonalReplica` reads it. */
export function toPersonalReplica(
  { pins, uses }: Personal,
  settings: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  return [
    settings,
    Object.entries(pins).map(([role, { isPinned, at }]) => [role, isPinned ? 1 : 0, at]),
    uses.map(({ base, role, at, count }) => [base, role, at, count]),
  ];
}

/** Reads what `toPersonalReplica` wrote, or anything else that another device may have put there. */
export function parsePersonalReplica(data: unknown): { personal: Personal; settings: unknown } {
  const [settings, pins, uses] = Array.isArray(data) ? data : [];
  const rows = (list: unknown): unknown[][] => (Array.isArray(list) ? list.filter(Array.isArray) : []);
  const personal = parsePersonal({
    pins: Object.fromEntries(rows(pins).map(([role, isPinned, at]) => [role, { isPinned: isPinned === 1, at }])),
    uses: rows(uses).map(([base, role, at, count]) => ({ base, role, at, count })),
  });
  return { personal, settings };
}

function newest(uses: readonly Use[]): Use[] {
  return uses.toSorted((a, b) => b.at - a.at || (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, USE_LIMIT);
}

function keyOf({ base, role }: Use): string {
  return `${base}\n${role}`;
}

/** For each role the later word; of all, the latest. A pin that was taken off is remembered, or it would come back. */
function newestPins(entries: readonly (readonly [RoleKey, Pin])[]): Record<RoleKey, Pin> {
  const byRole = new Map<RoleKey, Pin>();
  for (const [role, pin] of entries) {
    const other = byRole.get(role);
    const isLater = !other || pin.at > other.at || (pin.at === other.at && pin.isPinned);
    if (isLater) byRole.set(role, pin);
  }
  const latest = [...byRole].sort(([a, pin], [b, other]) => other.at - pin.at || (a < b ? -1 : 1));
  return Object.fromEntries(latest.slice(0, PIN_LIMIT));
}

function isRoleKey(value: unknown): value is RoleKey {
  return typeof value === 'string' && /^[a-z-]{1,20}:[^:\s]{1,70}:[^\s]{1,600}$/.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 100;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
