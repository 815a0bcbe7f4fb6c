import type { Personal } from '../saved/personal.ts';
import { isPinned } from './boosts.ts';
import type { Searchable } from './searchable.ts';

/** Names one section, so that its being folded can be remembered. */
export type SectionId = 'pinned' | 'recent' | 'none' | `group:${string}`;

/** As many as anybody folds by hand. */
const FOLDED_LIMIT = 200;
/** Longer than any group is called. */
const ID_LIMIT = 300;

/** Takes whatever storage or a message holds; undefined where it names no section. */
export function parseSectionId(input: unknown): SectionId | undefined {
  if (typeof input !== 'string' || input.length > ID_LIMIT) return undefined;
  return /^(?:pinned|recent|none|group:.+)$/s.test(input) ? (input as SectionId) : undefined;
}

/** The folded sections as storage holds them, the last folded one first. */
export function parseFolded(data: unknown): readonly SectionId[] {
  const ids = (Array.isArray(data) ? data : []).flatMap((entry) => parseSectionId(entry) ?? []);
  return [...new Set(ids)].slice(0, FOLDED_LIMIT);
}

export function withFolded(folded: readonly SectionId[], section: SectionId, isFolded: boolean): readonly SectionId[] {
  const others = folded.filter((one) => one !== section);
  return isFolded ? [section, ...others].slice(0, FOLDED_LIMIT) : others;
}

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
  /** The names of the account that one is signed in to, see `baseNames`; left out, what was used last from any. */
  readonly bases: readonly string[] | undefined;
  readonly folded: ReadonlySet<SectionId>;
}

/**
 * What a list shows while the query is empty: pinned roles, then those used last, then all others by their groups, in
 * the order in which the text first names those. Every row that is not hidden is in one section, and none is empty.
 */
export function toSections<Row extends Searchable>({
  rows: all,
  personal,
  bases,
  folded,
}: SectionsInput<Row>): Section<Row>[] {
  const rows = all.filter(({ isHidden }) => !isHidden);
  const pinned = rows.filter((row) => isPinned(row, personal));
  const recent = recentRows(
    rows.filter((row) => !isPinned(row, personal)),
    personal,
    bases,
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
  bases: readonly string[] | undefined,
): readonly Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) if (row.key !== undefined && !byKey.has(row.key)) byKey.set(row.key, row);
  const recent = new Set<Row>();
  for (const use of uses.toSorted((a, b) => b.at - a.at)) {
    const row = !bases || bases.includes(use.base) ? byKey.get(use.role) : undefined;
    if (row) recent.add(row);
    if (recent.size === RECENT_LIMIT) break;
  }
  return [...recent];
}
