import { MARK } from './words.ts';

/**
 * How a word is made of the beginnings of several words of a marked text: `pdb` or `paydevbil` of `payments-dev-billing`.
 * Words may be left out between them, their order may not change, and all are of one line.
 *
 * @returns for each of its letters the places it can stand at, ascending; undefined where it is not made so
 */
export function partsIn(marked: string, text: string): readonly (readonly number[])[] | undefined {
  if (!hasInOrder(marked, text)) return undefined;
  let places = beginnings(marked, text.charAt(0), 0);
  const steps = [places];
  for (let at = 1; at < text.length; at++) {
    const letter = text.charAt(at);
    const [first] = places;
    if (first === undefined) return undefined;
    const next = places.filter((place) => marked.charAt(place + 1) === letter).map((place) => place + 1);
    // A word that begins behind the first place goes on from that one, if from no other of its line.
    for (const place of beginnings(marked, letter, first)) {
      if (places.some((before) => before < place && isSameLine(marked, before, place))) next.push(place);
    }
    places = next.sort((a, b) => a - b);
    steps.push(places);
  }
  return places.length > 0 ? steps : undefined;
}

/** Whether the letters stand behind each other at all; few rows get further. The second of two begins a word as well. */
function hasInOrder(marked: string, text: string): boolean {
  let place = marked.indexOf(MARK + text.charAt(0));
  if (text.length === 2) return place >= 0 && marked.indexOf(MARK + text.charAt(1), place + 1) > 0;
  for (let at = 0; at < text.length && place >= 0; at++) place = marked.indexOf(text.charAt(at), place + 1);
  return place >= 0;
}

/** Where the words begin that begin with a letter, behind a place. */
function beginnings(marked: string, letter: string, behind: number): number[] {
  const places: number[] = [];
  for (let at = marked.indexOf(MARK + letter, behind); at >= 0; at = marked.indexOf(MARK + letter, at + 1)) {
    places.push(at + MARK.length);
  }
  return places;
}

function isSameLine(marked: string, from: number, to: number): boolean {
  const end = marked.indexOf('\n', from);
  return end < 0 || end > to;
}

/** One way to make the word: that which ends first, with its letters close together. */
export function closestParts(marked: string, steps: readonly (readonly number[])[]): readonly number[] {
  const places: number[] = [];
  let next: number | undefined;
  for (const step of steps.toReversed()) {
    const before = next;
    if (before === undefined) next = step[0];
    else if (marked.charAt(before - 1) !== MARK) next = before - 1;
    else next = step.findLast((place) => place < before && isSameLine(marked, place, before));
    if (next !== undefined) places.unshift(next);
  }
  return places;
}

/** The first letters of the words of the first line. */
export function initialsOf(marked: string): string {
  let initials = '';
  const end = marked.indexOf('\n');
  for (let at = marked.indexOf(MARK); at >= 0 && at < end; at = marked.indexOf(MARK, at + 1)) {
    initials += marked.charAt(at + 1);
  }
  return initials;
}
