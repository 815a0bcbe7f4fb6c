import type { RoleRow } from '../roles/role-list.ts';
import type { RoleHit } from '../roles/search-roles.ts';
import type { Range } from '../search/highlight.ts';
import type { Section, SectionId } from '../search/sections.ts';

/** One line of a list as it is drawn. */
export type ListItem = HeadingItem | RoleItem;

/** What stands above the roles of a section; of a folded one it stands for them. */
export interface HeadingItem {
  readonly kind: 'heading';
  readonly section: SectionId;
  readonly of: Section<RoleRow>['kind'];
  /** The group's name, of a group. */
  readonly title: string | undefined;
  readonly roleCount: number;
  readonly isFolded: boolean;
}

export interface RoleItem extends RoleHit {
  readonly kind: 'role';
  readonly isPinned: boolean;
  /** The line below the label. */
  readonly detail: string;
  /** What of the label and of the detail the query has found. */
  readonly found?: { readonly label: readonly Range[]; readonly detail: readonly Range[] };
}

/** Where a heading stands, for the keys that move past it. */
export interface HeadingPlace {
  /** Counted with all items, from 0. */
  readonly index: number;
  readonly section: SectionId;
  readonly isFolded: boolean;
}

/** A part of what a query finds: no list needs more of it at once than it shows. */
export interface FoundWindow {
  readonly query: string;
  /** All that there are, in and around this window. */
  readonly itemCount: number;
  /** The different roles among them that the session may use. */
  readonly foundCount: number;
  /** In ascending order; none where something is searched for. */
  readonly headings: readonly HeadingPlace[];
  /** The index of the first of `items`. */
  readonly from: number;
  readonly items: readonly ListItem[];
}

/** How many items a window has at most; windows begin at its multiples. */
export const WINDOW_SIZE = 64;
