import { environmentNames } from '../config/environment.ts';
import { remembering } from '../config/remembering.ts';
import { fold } from './fold.ts';
import { lettersOf } from './letters.ts';
import type { Searchable } from './searchable.ts';
import { markWords } from './words.ts';

/** Ends the names, and the other texts, of a row's text; folded text has none. */
export const FIELD_END = '\t';

/** A list made ready for searching, row by row: plain data, to be stored as it is. */
export interface SearchIndex {
  /**
   * All that is searched, folded: the names, which are the label and, on a second line, the profile's where that is
   * another; the account and line by line what else says what the role is; the note. A `FIELD_END` is behind the first
   * two, so that one `indexOf` leaves most rows out.
   */
  readonly texts: readonly string[];
  /** Where the names end. */
  readonly nameEnds: readonly number[];
  /** The names, as `markWords` marks them. */
  readonly nameWords: readonly string[];
  /** The others, without account numbers, and without the note: what stands in a sentence says less of a role. */
  readonly otherWords: readonly string[];
  /** `lettersOf` the whole text. */
  readonly letters: readonly number[];
  /** Places of the rows that only their whole name finds, ascending. */
  readonly hidden: readonly number[];
  /** Every word once that could be meant by a mistyped one. */
  readonly vocabulary: readonly string[];
}

export function buildIndex(rows: readonly Searchable[]): SearchIndex {
  const texts: string[] = [];
  const nameEnds: number[] = [];
  const nameWords: string[] = [];
  const otherWords: string[] = [];
  const letters: number[] = [];
  const hidden: number[] = [];
  const words = new Set<string>();
  // Most rows share all but name and account with other rows.
  const readyRest = remembering((rest) => {
    const ready = makeReady(rest);
    addWords(ready.marked, words);
    return ready;
  });
  const readyNote = remembering(makeReady);
  const short = remembering(shortRegion);
  for (const row of rows) {
    const name = makeReady(namesOf(row));
    const account = isNumber(row.account) ? { folded: row.account, marked: '', letters: 0 } : makeReady(row.account);
    const rest = readyRest(restOf(row, short));
    const note = row.note === undefined ? NO_TEXT : readyNote(row.note);
    if (row.isHidden) hidden.push(texts.length);
    texts.push(`${name.folded}${FIELD_END}${account.folded}\n${rest.folded}${FIELD_END}${note.folded}`);
    nameEnds.push(name.folded.length);
    nameWords.push(name.marked);
    otherWords.push(account.marked + rest.marked);
    letters.push(name.letters | account.letters | rest.letters | note.letters);
    addWords(name.marked, words);
  }
  return { texts, nameEnds, nameWords, otherWords, letters, hidden, vocabulary: [...words] };
}

interface Ready {
  readonly folded: string;
  readonly marked: string;
  readonly letters: number;
}

const NO_TEXT: Ready = { folded: '', marked: '', letters: 0 };

function makeReady(text: string): Ready {
  const folded = fold(text);
  return { folded, marked: markWords(text), letters: lettersOf(folded) };
}

function namesOf({ label, profile }: Searchable): string {
  return profile === undefined || profile === label ? label : `${label}\n${profile}`;
}

/** All that is searched beside name, account and note, each on a line of its own. */
function restOf(row: Searchable, short: (region: string) => string): string {
  const { roleName, alias, environment, group, tags, region } = row;
  let all = roleName;
  if (alias !== undefined) all += `\n${alias}`;
  if (group !== undefined) all += `\n${group}`;
  if (region !== undefined) all += `\n${region}\n${short(region)}`;
  for (const tag of tags) all += `\n${tag}`;
  if (environment !== undefined) all += `\n${environmentNames(environment).join('\n')}`;
  return all;
}

function isNumber(account: string): boolean {
  return /^\d+$/.test(account);
}

/** How regions are written where room is short: `apne1`, `use1`, `euc1`. */
function shortRegion(region: string): string {
  return region.replace(/north|south|east|west|central/g, (point) => point.charAt(0)).replaceAll('-', '');
}

/** Of fewer letters none is found by a mistake; of digits, and mostly of what has some, neither. */
const VOCABULARY = /[^|\n\d]{3,}(?=[|\n])/g;

function addWords(marked: string, words: Set<string>): void {
  for (const word of marked.match(VOCABULARY) ?? []) words.add(word);
}
