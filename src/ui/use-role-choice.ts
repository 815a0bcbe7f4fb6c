import { useMemo, useState } from 'preact/hooks';
import type { RoleRow } from '../core/roles/role-list.ts';
import { type RoleHit, searchRoles } from '../core/roles/search-roles.ts';
import type { Settings } from '../core/settings/settings.ts';
import { chosenPlace } from './chosen-place.ts';

/** The place is undefined where the setting is to decide. */
export type ChooseRole = (hit: RoleHit, place: Settings['openSessionIn'] | undefined) => void;

interface RoleChoiceInput {
  readonly rows: readonly RoleRow[];
  /** Found by a search only, below the others. */
  readonly withheld: readonly RoleRow[];
  readonly canChoose: (row: RoleRow) => boolean;
  /** Whether the query may name a service to land on. */
  readonly canLand: boolean;
  readonly onChoose: ChooseRole;
  readonly onClose: () => void;
  /** Whether the search box has the focus: Enter on one of the panel's buttons presses that button. */
  readonly isSearching: () => boolean;
}

export interface RoleChoice {
  readonly query: string;
  /** What the query finds, best first. */
  readonly hits: readonly RoleHit[];
  readonly activeIndex: number;
  /** The row that was pressed although it can't be chosen: why, it is now to be told. */
  readonly refused: RoleRow | undefined;
  setQuery(query: string): void;
  /** Chooses a row for a user's own click; a page's made-up event chooses nothing. */
  choose(hit: RoleHit, event: KeyboardEvent | MouseEvent): void;
  keyDown(event: KeyboardEvent): void;
}

const PAGE = 8;

/** The query, what it finds, the active one, and the keys that move between them. */
export function useRoleChoice(input: RoleChoiceInput): RoleChoice {
  const { rows, withheld, canChoose, canLand, onChoose, onClose, isSearching } = input;
  const [query, setQueryState] = useState('');
  const [wantedIndex, setIndex] = useState(0);
  const [refused, setRefused] = useState<RoleRow>();
  const hits = useMemo(() => {
    const found = searchRoles(rows, query, canLand);
    return query.trim() === '' || withheld.length === 0 ? found : [...found, ...searchRoles(withheld, query, false)];
  }, [rows, withheld, query, canLand]);
  const activeIndex = Math.max(0, Math.min(wantedIndex, hits.length - 1));

  const setQuery = (next: string) => {
    setQueryState(next);
    setIndex(0);
    setRefused(undefined);
  };
  const choose = (hit: RoleHit, event: KeyboardEvent | MouseEvent) => {
    if (!event.isTrusted) return;
    if (canChoose(hit.row)) onChoose(hit, chosenPlace(event));
    else setRefused(hit.row);
  };
  const keyDown = (event: KeyboardEvent) => {
    // Keys that an input method is still composing with are its own: `keyCode` 229 is how Safari and old Firefox say it.
    if (!event.isTrusted || event.isComposing || event.keyCode === 229) return;
    // With Enter they say where to open it; with any other key they are the browser's.
    if ((event.altKey || event.ctrlKey || event.metaKey) && event.key !== 'Enter') return;
    const step = stepOf(event.key, activeIndex, hits.length);
    const active = hits[activeIndex];
    if (step !== undefined) {
      setIndex(step);
      setRefused(undefined);
    } else if (event.key === 'Enter' && active && isSearching()) choose(active, event);
    else if (event.key === 'Escape') query === '' ? onClose() : setQuery('');
    else return;
    event.preventDefault();
  };
  return { query, hits, activeIndex, refused, setQuery, choose, keyDown };
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
