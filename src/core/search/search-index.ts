import { environmentNames } from '../config/environment.ts';
import { fold } from './fold.ts';
import { lettersOf } from './letters.ts';
import type { Searchable } from './searchable.ts';
import { MARK, markWords } from './words.ts';

/** A list made ready for searching, row by row: plain data, to be stored as it is. */
export interface SearchIndex {
  /** Folded label, and on a second line the profile's name where that is another. */
  readonly names: readonly string[];
  readonly nameWords: readonly string[];
  /** Folded account, then line by line all else that is searched. */
  readonly others: readonly string[];
  readonly otherWords: readonly string[];
  /** Folded; apart, because a word of a sentence says less of a role. */
  readonly notes: readonly string[];
  /** `lettersOf` names and others together. */
  readonly letters: readonly number[];
  /** Every word once that could be meant by a mistyped one. */
  readonly vocabulary: readonly string[];
}

export function buildIndex(rows: readonly Searchable[]): SearchIndex {
  const names: string[] = [];
  const nameWords: string[] = [];
  const others: string[] = [];
  const otherWords: string[] = [];
  const notes: string[] = [];
  const letters: number[] = [];
  const vocabulary = new Set<string>();
  for (const row of rows) {
    const name = namesOf(row);
    const other = othersOf(row);
    const folded = fold(name);
    const foldedOther = fold(other);
    const note = fold(row.note ?? '');
    const marked = markWords(name);
    const markedOther = markWords(other);
    names.push(folded);
    nameWords.push(marked);
    others.push(foldedOther);
    otherWords.push(markedOther);
    notes.push(note);
    letters.push(lettersOf(folded) | lettersOf(foldedOther) | lettersOf(note));
    addWords(marked, vocabulary);
    addWords(markedOther, vocabulary);
  }
  return { names, nameWords, others, otherWords, notes, letters, vocabulary: [...vocabulary] };
}

function namesOf({ label, profile }: Searchable): string {
  return profile === undefined || profile === label ? label : `${label}\n${profile}`;
}

/** The account first, where `points-of` looks for its digits. */
function othersOf({ account, roleName, alias, environment, group, tags, region }: Searchable): string {
  let all = `${account}\n${roleName}`;
  if (alias !== undefined) all += `\n${alias}`;
  if (group !== undefined) all += `\n${group}`;
  if (region !== undefined) all += `\n${region}\n${shortRegion(region)}`;
  for (const tag of tags) all += `\n${tag}`;
  if (environment !== undefined) all += `\n${environmentNames(environment).join('\n')}`;
  return all;
}

/** How regions are written where room is short: `apne1`, `use1`, `euc1`. */
function shortRegion(region: string): string {
  return region.replace(/north|south|east|west|central/g, (point) => point.charAt(0)).replaceAll('-', '');
}

const SHORTEST = 3;

/** Digits are never mistyped words, and words with them mostly numbers. */
function addWords(marked: string, words: Set<string>): void {
  for (const line of marked.split('\n')) {
    for (const word of line.split(MARK)) {
      if (word.length >= SHORTEST && !/\d/.test(word)) words.add(word);
    }
  }
}
