import { type Correction, placeOf } from './corrections.ts';
import { foldWithPlaces } from './fold.ts';
import { closestParts, partsIn } from './initials.ts';
import type { QueryWord } from './query.ts';
import { endsWord, MARK, markWords } from './words.ts';

/** A part of a text, in UTF-16 units: `text.slice(from, to)`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A text that a row shows, with what its matches are looked for in. */
interface Shown {
  readonly folded: string;
  readonly marked: string;
  /** For each unit of the marked text the folded one that it is; marks have none. */
  readonly unmarked: readonly number[];
  /** Where units of the folded text stand in what is shown. */
  toRange(from: number, to: number): Range;
}

/**
 * What of a row's texts is what the query found: for each text its parts in ascending order, none touching another. To be
 * asked for the rows in view only.
 *
 * @param texts as they are shown: label, account, role name …
 * @param words of what was found, with its corrections
 */
export function highlights(texts: readonly string[], words: readonly QueryWord[]): readonly (readonly Range[])[] {
  const shown = texts.map(toShown);
  const ranges = shown.map((): Range[] => []);
  for (const word of words) {
    // A worse kind of match is shown only where the better one found nothing.
    const kinds = [rangesTyped, rangesOfParts, rangesOfCorrection];
    const best = kinds.find((rangesOf) => shown.some((text) => rangesOf(text, word).length > 0));
    if (best) shown.forEach((text, at) => void ranges[at]?.push(...best(text, word)));
  }
  return ranges.map(joined);
}

function toShown(text: string): Shown {
  const { text: folded, from, to } = foldWithPlaces(text);
  const marked = markWords(text);
  const unmarked: number[] = [];
  let at = 0;
  for (let unit = 0; unit < marked.length; unit++) {
    if (marked.charAt(unit) !== MARK) {
      const found = folded.indexOf(marked.charAt(unit), at);
      if (found >= 0) at = found;
    }
    unmarked.push(at);
    if (marked.charAt(unit) !== MARK) at++;
  }
  const toRange = (first: number, end: number) => ({ from: from[first] ?? 0, to: to[end - 1] ?? text.length });
  return { folded, marked, unmarked, toRange };
}

/** Where the word stands as it was typed: at a word's beginning if there is one, else where it comes first. */
function rangesTyped(shown: Shown, { text, key, digits }: QueryWord): readonly Range[] {
  const begin = key === undefined ? -1 : shown.marked.indexOf(key);
  if (key !== undefined && begin >= 0) return [markedRange(shown, begin + MARK.length, begin + key.length)];
  const at = shown.folded.indexOf(text);
  if (at >= 0) return [shown.toRange(at, at + text.length)];
  return digits === undefined ? [] : rangesOfDigits(shown, digits);
}

/** Account numbers are shown with dashes and may be typed with others or none. */
function rangesOfDigits({ folded, toRange }: Shown, digits: string): readonly Range[] {
  const places = Array.from(folded, (_, at) => at).filter((at) => folded.charAt(at) !== '-');
  const at = folded.replaceAll('-', '').indexOf(digits);
  return at < 0 ? [] : [toRange(places[at] ?? 0, (places[at + digits.length - 1] ?? 0) + 1)];
}

function rangesOfParts(shown: Shown, { text, hasInitials }: QueryWord): readonly Range[] {
  const steps = hasInitials ? partsIn(shown.marked, text) : undefined;
  return steps ? closestParts(shown.marked, steps).map((at) => markedRange(shown, at, at + 1)) : [];
}

function rangesOfCorrection(shown: Shown, { corrections }: QueryWord): readonly Range[] {
  const stands = (correction: Correction) => placeOf(correction, shown.marked) >= 0;
  const correction = corrections.find(stands);
  if (!correction) return [];
  const at = placeOf(correction, shown.marked);
  return [markedRange(shown, at + MARK.length, at + correction.key.length)];
}

function markedRange({ marked, unmarked, toRange }: Shown, from: number, to: number): Range {
  let last = to - 1;
  while (last > from && endsWord(marked, last)) last--;
  return toRange(unmarked[from] ?? 0, (unmarked[last] ?? 0) + 1);
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const all: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = all.at(-1);
    if (last && range.from <= last.to) all[all.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else all.push(range);
  }
  return all;
}
