import type { RoleKey } from '../saved/personal.ts';

/** What the search knows of a row, and no more: any list of roles will do. */
export interface Searchable {
  readonly id: string;
  /** Partition, account and role, which pins and uses go by; a row without one has neither. */
  readonly key?: RoleKey | undefined;
  /** What the row is called. */
  readonly label: string;
  /** The section's name; left out, or the same, where the row is called by it. */
  readonly profile?: string | undefined;
  /** Twelve digits or an alias. */
  readonly account: string;
  readonly alias?: string | undefined;
  /** With its path. */
  readonly roleName: string;
  readonly environment?: string | undefined;
  readonly group?: string | undefined;
  readonly tags: readonly string[];
  readonly region?: string | undefined;
  readonly note?: string | undefined;
  /** Left out unless a query is all of its name. */
  readonly isHidden?: boolean | undefined;
  /** Pinned by the text, until the user says otherwise. */
  readonly favorite?: boolean | undefined;
}
