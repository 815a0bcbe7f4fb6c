import { initialsOf, partsIn } from './initials.ts';
import { literalPoints } from './literal-points.ts';
import { POINTS } from './points.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';

/** The best that one word finds in a row, typing mistakes aside; 0 where it finds nothing. */
export function pointsOf(index: SearchIndex, row: number, word: QueryWord): number {
  return literalPoints(index, row, word) || (word.hasInitials ? initialPoints(index, row, word) : 0);
}

function initialPoints(index: SearchIndex, row: number, { text, letters }: QueryWord): number {
  if ((letters & ~(index.letters[row] ?? 0)) !== 0) return 0;
  const words = index.nameWords[row] ?? '';
  if (partsIn(words, text)) {
    const initials = initialsOf(words);
    if (initials === text) return POINTS.allInitials;
    return initials.startsWith(text) ? POINTS.firstInitials : POINTS.nameParts;
  }
  return partsIn(index.otherWords[row] ?? '', text) ? POINTS.otherParts : 0;
}
