import { correctionsOf } from './corrections.ts';
import { literalPoints } from './literal-points.ts';
import { orderRows } from './order-rows.ts';
import { isNarrower, parseQuery, partsOf, type QueryWord } from './query.ts';
import { scoreRow } from './score-row.ts';
import type { SearchIndex } from './search-index.ts';

/*
 * An engine of our own. Of 125 queries on 2,000 roles (test/unit/search/ranking) fzf has the wanted row first for 81,
 * uFuzzy for 68, Fuse.js for 52: none takes words in any order, initials and mistakes together, and none knows kana or
 * how account numbers are typed. They take 12 to 48 ms for a query there; this takes 1 to 3 at 10,000 roles. With 9.5 kB
 * (4 gzipped) it is as large as uFuzzy.
 */

/** What a query finds in a list. */
export interface Found {
  /** Places of rows in the list, best first. */
  readonly order: Uint32Array;
  /** With the corrections that were needed. */
  readonly words: readonly QueryWord[];
  /** Whether words had to be taken for others than were typed. */
  readonly isCorrected: boolean;
  /** What the words find as they were typed: for the next search. */
  readonly typed: TypedFind;
}

interface TypedFind {
  readonly words: readonly QueryWord[];
  /** For each row; 0 where the row is not found. */
  readonly scores: Uint16Array;
}

/**
 * Finds the rows that have every word of the query.
 *
 * Typing mistakes are looked for where a word stands in no row of the list as it was typed, and where all words together
 * find nothing; for a word without a mistake a row always gets more.
 *
 * @param boosts for each row, what puts it before its equals: see `boostsOf`
 * @param earlier what the query found before the last keys; makes it faster and changes nothing
 */
export function search(index: SearchIndex, query: string, boosts?: Float64Array, earlier?: Found): Found {
  const words = parseQuery(query);
  const typed = findTyped(index, words, earlier?.typed);
  const meant = typed.mistaken.length === 0 ? words : mend(index, words, typed.mistaken);
  const scores = meant === words ? typed.scores : scoresOf(index, meant).scores;
  const order = orderRows(withoutHidden(index, scores, words), boosts);
  const isCorrected = meant !== words && order.length > 0;
  return { order, words: meant, isCorrected, typed: { words, scores: typed.scores } };
}

/** The same scores but for hidden rows that are not called what was typed: the next letter may make it so. */
function withoutHidden({ hidden, texts, nameEnds }: SearchIndex, scores: Uint16Array, words: readonly QueryWord[]) {
  if (hidden.length === 0) return scores;
  const name = words.map(({ text }) => text).join(' ');
  const shown = scores.slice();
  for (const row of hidden) {
    const names = texts[row]?.slice(0, nameEnds[row]).split('\n') ?? [];
    if (!names.includes(name)) shown[row] = 0;
  }
  return shown;
}

/** The scores of all rows, and the words that may be mistakes. */
function findTyped(index: SearchIndex, words: readonly QueryWord[], earlier: TypedFind | undefined) {
  const within = earlier && earlier.words.length > 0 && isNarrower(words, earlier.words) ? earlier.scores : undefined;
  const { scores, seen, isEmpty } = scoresOf(index, words, within);
  const unseen = words.filter((word, at) => !seen[at] && !standsSomewhere(index, word));
  return { scores, mistaken: unseen.length === 0 && isEmpty ? words : unseen };
}

function scoresOf(index: SearchIndex, words: readonly QueryWord[], within?: Uint16Array) {
  const scores = new Uint16Array(index.texts.length);
  const seen = words.map(() => false);
  let isEmpty = true;
  for (let row = 0; row < scores.length; row++) {
    if (within && within[row] === 0) continue;
    // Without words every row is as good as any other.
    const score = words.length === 0 ? 1 : scoreRow(index, row, words, seen);
    scores[row] = score;
    if (score > 0) isEmpty = false;
  }
  return { scores, seen, isEmpty };
}

function standsSomewhere(index: SearchIndex, word: QueryWord): boolean {
  return index.texts.some((_, row) => literalPoints(index, row, word) > 0);
}

/** The words with what may have been meant by the mistaken ones; the same words where nothing else can be. */
function mend(index: SearchIndex, words: readonly QueryWord[], mistaken: readonly QueryWord[]): readonly QueryWord[] {
  let isMended = false;
  const meant = words.flatMap((word) => {
    if (!mistaken.includes(word)) return [word];
    const parts = partsOf(word);
    if (parts) isMended = true;
    return (parts ?? [word]).map((part) => {
      if (parts && standsSomewhere(index, part)) return part;
      const corrections = correctionsOf(part.text, index.vocabulary);
      if (corrections.length > 0) isMended = true;
      return corrections.length > 0 ? { ...part, corrections } : part;
    });
  });
  return isMended ? meant : words;
}
