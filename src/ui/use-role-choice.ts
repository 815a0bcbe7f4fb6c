import { useMemo, useState } from 'preact/hooks';
import type { RoleRow } from '../core/roles/role-list.ts';
import { type RoleHit, searchRoles } from '../core/roles/search-roles.ts';
import type { Settings } from '../core/settings/settings.ts';
import { chosenPlace } from './chosen-place.ts';
import { type ListKey, listKey } from './list-keys.ts';
import { useTypedAhead } from './use-typed-ahead.ts';

/** The place is undefined where the setting is to decide. */
export type ChooseRole = (hit: RoleHit, place: Settings['openSessionIn'] | undefined) => void;

interface RoleChoiceInput {
  /** Whether the rows are still to come: then the keys wait for them. */
  readonly isLoading: boolean;
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
  choose(hit: RoleHit, event: MouseEvent): void;
  keyDown(event: KeyboardEvent): void;
}

/** The query, what it finds, the active one, and the keys that move between them. */
export function useRoleChoice(input: RoleChoiceInput): RoleChoice {
  const { isLoading, rows, withheld, canChoose, canLand, onChoose, onClose, isSearching } = input;
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
    typedAhead.forget();
  };
  const choose = (hit: RoleHit, event: MouseEvent) => {
    if (event.isTrusted) chooseAt(hit, chosenPlace(event));
  };
  const chooseAt = (hit: RoleHit, place: Settings['openSessionIn'] | undefined) => {
    if (canChoose(hit.row)) onChoose(hit, place);
    else setRefused(hit.row);
  };
  const take = (key: ListKey) => {
    if (key.kind === 'mark') {
      setIndex(key.index);
      setRefused(undefined);
      return;
    }
    const hit = hits[key.index];
    if (hit) chooseAt(hit, key.place);
  };
  const typedAhead = useTypedAhead(isLoading, (events) => {
    let index = 0;
    for (const event of events) {
      const key = listKey(event, index, hits.length);
      if (key) take(key);
      // What was typed behind a choice was meant for a panel that shows what comes of it.
      if (key?.kind === 'choose') break;
      index = key?.index ?? index;
    }
  });
  const keyDown = (event: KeyboardEvent) => {
    // Keys that an input method is still composing with are its own: `keyCode` 229 is how Safari and old Firefox say it.
    if (!event.isTrusted || event.isComposing || event.keyCode === 229) return;
    const key = listKey(event, activeIndex, hits.length);
    if (isEscape(event)) query === '' ? onClose() : setQuery('');
    else if (!key || (event.key === 'Enter' && !isSearching())) return;
    else if (isLoading) typedAhead.keep(event);
    else take(key);
    event.preventDefault();
  };
  return { query, hits, activeIndex, refused, setQuery, choose, keyDown };
}

function isEscape({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Escape' && !altKey && !ctrlKey && !metaKey;
}
