import { MARK } from './words.ts';

/** For each letter of a word the places it can stand at, ascending. */
type Steps = readonly (readonly number[])[];

/**
 * How a word is made of the beginnings of several words of a marked text: `pdb` or `paydevbil` of `payments-dev-billing`.
 * Words may be left out between them, their order may not change, and all are of one line.
 *
 * @returns undefined where it is not made so
 */
export function partsIn(marked: string, text: string): Steps | undefined {
  if (!hasInOrder(marked, text)) return undefined;
  for (let from = 0; from < marked.length; ) {
    const end = marked.indexOf('\n', from);
    const steps = stepsIn(marked, from, end, text);
    if (steps) return steps;
    from = end + 1;
  }
  return undefined;
}

function stepsIn(marked: string, from: number, end: number, text: string): Steps | undefined {
  let places = beginnings(marked, text.charAt(0), from, end);
  const steps = [places];
  for (let at = 1; at < text.length; at++) {
    const letter = text.charAt(at);
    const [first] = places;
    if (first === undefined) return undefined;
    const next = places.filter((place) => marked.charAt(place + 1) === letter).map((place) => place + 1);
    // Any word that begins behind the first of the places can go on from there.
    places = next.concat(beginnings(marked, letter, first, end)).sort((a, b) => a - b);
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

/** Where the words begin that begin with a letter. */
function beginnings(marked: string, letter: string, from: number, end: number): number[] {
  const places: number[] = [];
  for (let at = marked.indexOf(MARK + letter, from); at >= 0 && at < end; at = marked.indexOf(MARK + letter, at + 1)) {
    places.push(at + MARK.length);
  }
  return places;
}

/** One way to make the word: that which ends first, with its letters close together. */
export function closestParts(marked: string, steps: Steps): readonly number[] {
  const places: number[] = [];
  let next: number | undefined;
  for (const step of steps.toReversed()) {
    const before = next;
    if (before === undefined) next = step[0];
    else if (marked.charAt(before - 1) !== MARK) next = before - 1;
    else next = step.findLast((place) => place < before);
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
