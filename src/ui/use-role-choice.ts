import { useMemo, useState } from 'preact/hooks';
import type { RoleRow } from '../core/roles/role-list.ts';
import { searchRoles } from '../core/roles/search-roles.ts';

interface RoleChoiceInput {
  readonly rows: readonly RoleRow[];
  readonly canChoose: boolean;
  readonly onChoose: (row: RoleRow) => void;
  readonly onClose: () => void;
  /** Whether the search box has the focus: Enter on one of the panel's buttons presses that button. */
  readonly isSearching: () => boolean;
}

export interface RoleChoice {
  readonly query: string;
  /** The rows that the query finds, best first. */
  readonly rows: readonly RoleRow[];
  readonly activeIndex: number;
  setQuery(query: string): void;
  /** Chooses a row for a user's own click; a page's made-up event chooses nothing. */
  choose(row: RoleRow, event: Event): void;
  keyDown(event: KeyboardEvent): void;
}

const PAGE = 8;

/** The query, the rows it finds, the active one, and the keys that move between them. */
export function useRoleChoice({ rows: all, canChoose, onChoose, onClose, isSearching }: RoleChoiceInput): RoleChoice {
  const [query, setQueryState] = useState('');
  const [wantedIndex, setIndex] = useState(0);
  const rows = useMemo(() => searchRoles(all, query), [all, query]);
  const activeIndex = Math.max(0, Math.min(wantedIndex, rows.length - 1));

  const setQuery = (next: string) => {
    setQueryState(next);
    setIndex(0);
  };
  const choose = (row: RoleRow, event: Event) => {
    if (event.isTrusted && canChoose) onChoose(row);
  };
  const keyDown = (event: KeyboardEvent) => {
    // Keys that an input method is still composing with are its own: `keyCode` 229 is how Safari and old Firefox say it.
    if (!event.isTrusted || event.isComposing || event.keyCode === 229) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = stepOf(event.key, activeIndex, rows.length);
    const active = rows[activeIndex];
    if (step !== undefined) setIndex(step);
    else if (event.key === 'Enter' && active && isSearching()) choose(active, event);
    else if (event.key === 'Escape') query === '' ? onClose() : setQuery('');
    else return;
    event.preventDefault();
  };
  return { query, rows, activeIndex, setQuery, choose, keyDown };
}

/** The row that a key moves to; undefined where the key does not move. The ends join, as in the console's own menus. */
function stepOf(key: string, index: number, count: number): number | undefined {
  const last = Math.max(0, count - 1);
  switch (key) {
    case 'ArrowDown':
      return index >= last ? 0 : index + 1;
    case 'ArrowUp':
      return index <= 0 ? last : index - 1;
    case 'PageDown':
      return Math.min(last, index + PAGE);
    case 'PageUp':
      return Math.max(0, index - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
