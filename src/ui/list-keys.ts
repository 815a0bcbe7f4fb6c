import type { Settings } from '../core/settings/settings.ts';
import { chosenPlace, type Press } from './chosen-place.ts';

/** What a key asks of the list; undefined where it is not one of the list's keys. Places are stops: see `ListStops`. */
export type ListKey =
  | { readonly kind: 'mark'; readonly stop: number }
  /** The place is undefined where the setting is to decide. */
  | { readonly kind: 'choose'; readonly place: Settings['openSessionIn'] | undefined }
  /** The role of that number, counted from 0. */
  | { readonly kind: 'choose-nth'; readonly nth: number }
  | { readonly kind: 'copy-link' }
  /** What else can be done with the marked role. */
  | { readonly kind: 'more' }
  /** The section of the marked role. */
  | { readonly kind: 'fold'; readonly isFolded: boolean };

type Key = Press & Pick<KeyboardEvent, 'key' | 'code'>;

const PAGE = 8;

/**
 * The arrows, Home, End and the page keys; Ctrl+N and Ctrl+P as in a terminal; Enter for the marked row, where
 * what is held says, with Ctrl and Shift to copy its link; Alt with a digit for the role of that number: digits alone are
 * searched for; and what opens context menus for all that can be done with the row. The ends join, as in the console's own
 * menus.
 *
 * @param stop the marked one
 * @param isSearching whether something is typed: then the arrows to the sides are the text's own
 */
export function listKey(event: Key, stop: number, count: number, isSearching: boolean): ListKey | undefined {
  const nth = nthRow(event);
  if (nth !== undefined) return { kind: 'choose-nth', nth };
  if (event.key === 'Enter')
    return isCopyLink(event) ? { kind: 'copy-link' } : { kind: 'choose', place: chosenPlace(event) };
  if (isMore(event)) return { kind: 'more' };
  const key = isControl(event) ? LETTERS[event.key] : isPlain(event) ? event.key : undefined;
  if (key === undefined) return undefined;
  if (!isSearching && !event.shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    return { kind: 'fold', isFolded: key === 'ArrowLeft' };
  }
  const next = movedTo(key, stop, count);
  return next === undefined ? undefined : { kind: 'mark', stop: next };
}

const LETTERS: Readonly<Record<string, string>> = { n: 'ArrowDown', p: 'ArrowUp' };

/** By the key's place: with Alt, a Mac's digits type other characters. */
function nthRow({ code, altKey, ctrlKey, metaKey, shiftKey }: Key): number | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit !== undefined && altKey && !ctrlKey && !metaKey && !shiftKey ? Number(digit) - 1 : undefined;
}

function isCopyLink({ altKey, ctrlKey, metaKey, shiftKey }: Key): boolean {
  return shiftKey && !altKey && (ctrlKey || metaKey);
}

/** A context menu's keys, and those that unfold what belongs to a box: Macs have none of the former. */
function isMore({ key, altKey, ctrlKey, metaKey, shiftKey }: Key): boolean {
  if (ctrlKey || metaKey) return false;
  if (key === 'ContextMenu') return !altKey && !shiftKey;
  if (key === 'F10') return shiftKey && !altKey;
  return key === 'ArrowDown' && altKey && !shiftKey;
}

function isControl({ altKey, ctrlKey, metaKey, shiftKey }: Key): boolean {
  return ctrlKey && !altKey && !metaKey && !shiftKey;
}

function isPlain({ altKey, ctrlKey, metaKey }: Key): boolean {
  return !altKey && !ctrlKey && !metaKey;
}

/** Where such a key leads from one of several places; undefined where it leads nowhere. */
export function movedTo(key: string, stop: number, count: number): number | undefined {
  const last = Math.max(0, count - 1);
  switch (key) {
    case 'ArrowDown':
      return stop >= last ? 0 : stop + 1;
    case 'ArrowUp':
      return stop <= 0 ? last : stop - 1;
    case 'PageDown':
      return Math.min(last, stop + PAGE);
    case 'PageUp':
      return Math.max(0, stop - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
