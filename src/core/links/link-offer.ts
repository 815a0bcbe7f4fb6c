import type { NamedRole } from '../roles/confirmation.ts';
import type { RoleRow } from '../roles/role-list.ts';
import type { HatrackLink, LinkReading } from './hatrack-link.ts';

/** What a link, or a page of another account, comes to for a session. All of it waits for the user's word. */
export type LinkOffer =
  | {
      readonly kind: 'take';
      readonly row: RoleRow;
      /** Where it would land; undefined where that is left to the role, or the role takes more steps than one. */
      readonly page: string | undefined;
      /** To be handed back with the choice: the page is taken from it. */
      readonly link: string;
    }
  /** The page is of another account than the session, and the user has a role there: `link` asks for both. */
  | { readonly kind: 'foreign-page'; readonly role: NamedRole; readonly page: string; readonly link: string }
  /** The session is in the role: there is the page to open, if one is asked for. */
  | { readonly kind: 'here'; readonly role: NamedRole; readonly page: string | undefined }
  /** Not among what this session may use; AWS's own page may know better. */
  | { readonly kind: 'unlisted'; readonly role: NamedRole; readonly page: string | undefined; readonly link: string }
  | {
      readonly kind: 'refused';
      readonly reason: Extract<LinkReading, { kind: 'refused' }>['reason'] | 'other-partition';
    }
  | { readonly kind: 'no-session' };

/** The row that a link asks for: one that can be taken before one that is the session's already. */
export function linkedRow({ account, roleName }: HatrackLink, rows: readonly RoleRow[]): RoleRow | undefined {
  const fits = rows.filter((row) => isOfAccount(row, account) && row.roleName === roleName);
  return byWorth(fits)[0];
}

/** The row to offer for a page of the account: the first of those that its search has found. */
export function rowForAccount(account: string, found: readonly RoleRow[]): RoleRow | undefined {
  return found.find((row) => isOfAccount(row, account) && isTakeable(row));
}

/** The role as a link names it, where the text knows nothing of it. */
export function namedByLink({ account, roleName }: HatrackLink): NamedRole {
  return { label: roleName, account, roleName, environment: undefined };
}

/** The role as its row names it. */
export function namedByRow({ label, account, roleName, environment }: RoleRow): NamedRole {
  return { label, account, roleName, environment };
}

function isTakeable({ state }: RoleRow): boolean {
  return state.kind !== 'withheld' && state.kind !== 'current';
}

function isOfAccount(row: RoleRow, account: string): boolean {
  return row.account === account || row.alias === account;
}

const WORTH: Readonly<Record<RoleRow['state']['kind'], number>> = {
  current: 0,
  offered: 1,
  'signed-in': 2,
  portal: 3,
  chain: 4,
  withheld: 5,
};

function byWorth(rows: readonly RoleRow[]): readonly RoleRow[] {
  return rows
    .filter(({ state }) => state.kind !== 'withheld')
    .toSorted((a, b) => WORTH[a.state.kind] - WORTH[b.state.kind]);
}
