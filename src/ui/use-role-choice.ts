import { useMemo, useState } from 'preact/hooks';
import type { FoundWindow, HeadingItem, RoleItem } from '../core/finding/list-item.ts';
import { ListStops } from '../core/finding/list-stops.ts';
import type { RoleRow } from '../core/roles/role-list.ts';
import type { SectionId } from '../core/search/sections.ts';
import type { Settings } from '../core/settings/settings.ts';
import { chosenPlace } from './chosen-place.ts';
import { type ListKey, listKey } from './list-keys.ts';
import { type Find, type FoundItems, useFound } from './use-found.ts';
import { useTypedAhead } from './use-typed-ahead.ts';

/** The place is undefined where the setting is to decide. */
export type ChooseRole = (item: RoleItem, place: Settings['openSessionIn'] | undefined) => void;

interface RoleChoiceInput {
  /** What is shown before anybody searches; undefined while it is still to come: then the keys wait for it. */
  readonly first: FoundWindow | undefined;
  /** Whether that is how the list was before, and how it is now is still to come. */
  readonly isFromBefore: boolean;
  readonly find: Find;
  readonly canChoose: (row: RoleRow) => boolean;
  readonly onChoose: ChooseRole;
  readonly onFold: (section: SectionId, isFolded: boolean) => void;
  readonly onCopyLink: (item: RoleItem) => void;
  /** Shows what else can be done with a row. */
  readonly onMore: (item: RoleItem, index: number) => void;
  readonly onClose: () => void;
  /** Whether the search box has the focus: Enter on one of the panel's buttons presses that button. */
  readonly isSearching: () => boolean;
  readonly queryAtFirst: string;
}

export interface RoleChoice {
  readonly query: string;
  readonly found: FoundItems;
  readonly stops: ListStops;
  /** The marked item; no item where there is none. */
  readonly activeIndex: number;
  /** The row that was pressed although it can't be chosen: why, it is now to be told. */
  readonly refused: RoleRow | undefined;
  setQuery(query: string): void;
  /** Chooses a row, or folds a section, for a user's own click; a page's made-up event does nothing. */
  press(index: number, event: MouseEvent): void;
  /** Shows what else can be done with the row, for a user's own click. */
  pressMore(index: number, event: MouseEvent): void;
  keyDown(event: KeyboardEvent): void;
}

/** The query, what it finds, the active one, and the keys that move between them. */
export function useRoleChoice(input: RoleChoiceInput): RoleChoice {
  const { first, isFromBefore, find, canChoose, onChoose, onFold, onCopyLink, onMore, onClose, isSearching } = input;
  const [query, setQueryState] = useState(input.queryAtFirst);
  const [wantedIndex, setIndex] = useState<number>();
  const [refused, setRefused] = useState<RoleRow>();
  const found = useFound(first, query, find);
  const { itemCount, headings } = found;
  const stops = useMemo(() => new ListStops(itemCount, headings), [itemCount, headings]);
  const activeIndex = Math.max(0, Math.min(wantedIndex ?? firstActive(found, stops, canChoose), itemCount - 1));
  const isPending = !found.isCurrent || isFromBefore || (itemCount > 0 && !found.itemAt(activeIndex));

  const mark = (index: number) => {
    setIndex(index);
    setRefused(undefined);
  };
  const setQuery = (next: string) => {
    setQueryState(next);
    setIndex(undefined);
    setRefused(undefined);
    typedAhead.forget();
  };
  const choose = (item: RoleItem, place: Settings['openSessionIn'] | undefined) => {
    if (canChoose(item.row)) onChoose(item, place);
    else setRefused(item.row);
  };
  const fold = ({ section }: Pick<HeadingItem, 'section'>, isFolded: boolean) => {
    const heading = headings.find((one) => one.section === section);
    if (!heading || heading.isFolded === isFolded) return;
    // The row that was marked is gone with its section; one that was unfolded shows its first.
    mark(heading.index + (isFolded ? 0 : 1));
    onFold(section, isFolded);
  };
  /** Does what the key asks for, with the marked item there; says which item is marked then. */
  const take = (key: ListKey, index: number): number => {
    const at = key.kind === 'choose-nth' ? (stops.nthRole(key.nth) ?? itemCount) : index;
    const item = found.itemAt(at);
    switch (key.kind) {
      case 'mark': {
        const next = stops.itemAt(key.stop);
        mark(next);
        return next;
      }
      case 'choose':
      case 'choose-nth':
        if (item?.kind === 'heading') fold(item, !item.isFolded);
        else if (item) choose(item, key.kind === 'choose' ? key.place : undefined);
        return index;
      case 'copy-link':
        if (item?.kind === 'role') onCopyLink(item);
        return index;
      case 'more':
        if (item?.kind === 'role') onMore(item, at);
        return index;
      case 'fold': {
        const heading = stops.headingOf(index);
        if (heading) fold(heading, key.isFolded);
        return index;
      }
    }
  };
  const keyOf = (event: KeyboardEvent, index: number) =>
    listKey(event, stops.stopAt(index), stops.count, query.trim() !== '');
  const typedAhead = useTypedAhead(isPending, (events) => {
    let index = activeIndex;
    for (const event of events) {
      const key = keyOf(event, index);
      if (key) index = take(key, index);
      // What was typed behind a choice was meant for a panel that shows what comes of it.
      if (key && key.kind !== 'mark') break;
    }
  });
  const keyDown = (event: KeyboardEvent) => {
    // Keys that an input method is still composing with are its own: `keyCode` 229 is how Safari and old Firefox say it.
    if (!event.isTrusted || event.isComposing || event.keyCode === 229) return;
    const key = keyOf(event, activeIndex);
    if (isEscape(event)) query === '' ? onClose() : setQuery('');
    else if (!key || !isForList(key, headings.length > 0, isSearching)) return;
    else if (isPending) typedAhead.keep(event);
    else take(key, activeIndex);
    event.preventDefault();
  };
  const press = (index: number, event: MouseEvent) => {
    const item = found.itemAt(index);
    if (!event.isTrusted || !item || isPending) return;
    if (item.kind === 'heading') fold(item, !item.isFolded);
    else choose(item, chosenPlace(event));
  };
  const pressMore = (index: number, event: MouseEvent) => {
    const item = found.itemAt(index);
    if (!event.isTrusted || item?.kind !== 'role' || isPending) return;
    event.preventDefault();
    event.stopPropagation();
    mark(index);
    onMore(item, index);
  };
  return { query, found, stops, activeIndex, refused, setQuery, press, pressMore, keyDown };
}

/** What Enter takes: of what was searched for the first; else the first that there is any use in taking. */
function firstActive(found: FoundItems, stops: ListStops, canChoose: (row: RoleRow) => boolean): number {
  const first = stops.itemAt(0);
  if (found.query !== '') return first;
  for (let stop = 0; stop < stops.count; stop++) {
    const index = stops.itemAt(stop);
    const item = found.itemAt(index);
    if (!item) break;
    if (item.kind === 'role' && canChoose(item.row)) return index;
  }
  return first;
}

/** A key that means something elsewhere as well is the list's only in the search box, and where the list has use for it. */
function isForList({ kind }: ListKey, hasSections: boolean, isSearching: () => boolean): boolean {
  if (kind === 'fold') return hasSections && isSearching();
  return kind === 'choose-nth' || kind === 'mark' || isSearching();
}

function isEscape({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Escape' && !altKey && !ctrlKey && !metaKey;
}
