import type { RoleList, RoleRow } from '../roles/role-list.ts';

/** As many as anybody reads; a search finds the others, each with its reason. */
export const SHOWN_WITHHELD = 100;

/** What a list tells beside its items: who it is for, and what explains the roles that are not there. */
export interface ListSummary extends Omit<RoleList, 'rows'> {
  /** How many are listed before anybody searches. */
  readonly listedCount: number;
  readonly hasHidden: boolean;
  /** Whether there is more than the role that one is in. */
  readonly hasUsable: boolean;
}

export function toListSummary({ rows, ...list }: RoleList): ListSummary {
  const listed = rows.filter(({ isHidden }) => !isHidden);
  return {
    ...list,
    withheld: list.withheld.slice(0, SHOWN_WITHHELD),
    listedCount: listed.length,
    hasHidden: listed.length < rows.length,
    hasUsable: listed.some(isUsable),
  };
}

function isUsable({ state }: RoleRow): boolean {
  return state.kind !== 'current';
}
