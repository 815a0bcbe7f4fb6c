import type { Settings } from '../core/settings/settings.ts';
import { chosenPlace, type Press } from './chosen-place.ts';

/** What a key asks of the list: to mark a row, or to choose one; undefined where it is not one of the list's keys. */
export type ListKey =
  | { readonly kind: 'mark'; readonly index: number }
  /** The place is undefined where the setting is to decide. */
  | { readonly kind: 'choose'; readonly index: number; readonly place: Settings['openSessionIn'] | undefined };

type Key = Press & Pick<KeyboardEvent, 'key' | 'code'>;

const PAGE = 8;

/**
 * The arrows, Home, End and the page keys; Ctrl+N and Ctrl+P as in a terminal; Enter for the marked row, where
 * what is held says; and Alt with a digit for the row of that number: digits alone are searched for. The ends join, as in
 * the console's own menus.
 */
export function listKey(event: Key, index: number, count: number): ListKey | undefined {
  const nth = nthRow(event);
  if (nth !== undefined) return { kind: 'choose', index: nth, place: undefined };
  if (event.key === 'Enter') return { kind: 'choose', index, place: chosenPlace(event) };
  const key = isControl(event) ? LETTERS[event.key] : isPlain(event) ? event.key : undefined;
  if (key === undefined) return undefined;
  const next = movedTo(key, index, count);
  return next === undefined ? undefined : { kind: 'mark', index: next };
}

const LETTERS: Readonly<Record<string, string>> = { n: 'ArrowDown', p: 'ArrowUp' };

/** By the key's place: with Alt, a Mac's digits type other characters. */
function nthRow({ code, altKey, ctrlKey, metaKey, shiftKey }: Key): number | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit !== undefined && altKey && !ctrlKey && !metaKey && !shiftKey ? Number(digit) - 1 : undefined;
}

function isControl({ altKey, ctrlKey, metaKey, shiftKey }: Key): boolean {
  return ctrlKey && !altKey && !metaKey && !shiftKey;
}

function isPlain({ altKey, ctrlKey, metaKey }: Key): boolean {
  return !altKey && !ctrlKey && !metaKey;
}

function movedTo(key: string, index: number, count: number): number | undefined {
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
