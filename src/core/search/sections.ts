import type { Personal } from '../saved/personal.ts';
import { isPinned } from './boosts.ts';
import type { Searchable } from './searchable.ts';

/** Names one section, so that its being folded can be remembered. */
export type SectionId = 'pinned' | 'recent' | 'none' | `group:${string}`;

/** A part of the list that nobody has searched in yet. */
export interface Section<Row extends Searchable> {
  readonly id: SectionId;
  readonly kind: 'pinned' | 'recent' | 'group' | 'none';
  /** The group's name, of a group. */
  readonly title: string | undefined;
  readonly isFolded: boolean;
  /** All rows, also where it is folded. */
  readonly rows: readonly Row[];
}

/** How many of the last used roles stand before the text's order. */
export const RECENT_LIMIT = 5;

interface SectionsInput<Row extends Searchable> {
  /** In the text's order. */
  readonly rows: readonly Row[];
  readonly personal: Personal;
  /** The account that one is signed in to; without one what was used last from any. */
  readonly base: string | undefined;
  readonly folded: ReadonlySet<SectionId>;
}

/**
 * What a list shows while the query is empty: pinned roles, then those used last, then all others by their groups, in
 * the order in which the text first names those. Every row that is not hidden is in
 * one section, and none is empty.
 */
export function sectionsOf<Row extends Searchable>({
  rows: all,
  personal,
  base,
  folded,
}: SectionsInput<Row>): Section<Row>[] {
  const rows = all.filter(({ isHidden }) => !isHidden);
  const pinned = rows.filter((row) => isPinned(row, personal));
  const recent = recentRows(
    rows.filter((row) => !isPinned(row, personal)),
    personal,
    base,
  );
  const lifted = new Set([...pinned, ...recent]);
  const groups = new Map<string | undefined, Row[]>();
  for (const row of rows) {
    const others = groups.get(row.group) ?? [];
    // Also where its first role stands further up, so that no group moves when a role is used.
    groups.set(row.group, others);
    if (!lifted.has(row)) others.push(row);
  }
  const section = (id: SectionId, kind: Section<Row>['kind'], of: readonly Row[], title?: string): Section<Row> => ({
    id,
    kind,
    title,
    isFolded: folded.has(id),
    rows: of,
  });
  return [
    section('pinned', 'pinned', pinned),
    section('recent', 'recent', recent),
    ...[...groups].map(([group, of]) =>
      group === undefined ? section('none', 'none', of) : section(`group:${group}`, 'group', of, group),
    ),
  ].filter((one) => one.rows.length > 0);
}

/** The rows used last, the last one first. */
function recentRows<Row extends Searchable>(
  rows: readonly Row[],
  { uses }: Personal,
  base: string | undefined,
): readonly Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) if (row.key !== undefined && !byKey.has(row.key)) byKey.set(row.key, row);
  const recent = new Set<Row>();
  for (const use of uses.toSorted((a, b) => b.at - a.at)) {
    const row = base === undefined || use.base === base ? byKey.get(use.role) : undefined;
    if (row) recent.add(row);
    if (recent.size === RECENT_LIMIT) break;
  }
  return [...recent];
}
