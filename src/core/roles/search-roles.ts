import { type ConsoleService, MOST_SERVICE_WORDS, serviceNamed } from '../console/console-services.ts';
import { fold } from '../search/fold.ts';
import { type Found, search } from '../search/search.ts';
import { buildIndex, type SearchIndex } from '../search/search-index.ts';
import type { RoleRow } from './role-list.ts';

/** What a search finds: a role, and the service to land on if the query names one. */
export interface RoleHit {
  readonly row: RoleRow;
  readonly service?: ConsoleService | undefined;
  /** Set where words had to be taken for others than were typed: to be looked at before it is taken. */
  readonly isGuess?: boolean;
}

/**
 * Finds the rows that have every word of the query; and, where it begins or ends with the name of a service, behind them
 * those that have the other words, each to land on that service: “prod s3”. An empty query gives every row.
 *
 * @param canLand whether choosing a role lands anywhere; else no word means a service
 */
export function searchRoles(rows: readonly RoleRow[], query: string, canLand: boolean): readonly RoleHit[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  // A list is shown before anybody searches in it, and often nobody does.
  if (words.length === 0) return rows.filter(({ isHidden }) => !isHidden).map((row) => ({ row }));
  const list = searchedList(rows);
  const typed = search(list.index, query, undefined, list.last);
  list.last = typed;
  const hits = hitsOf(rows, typed);
  for (const { service, others } of canLand ? servicesIn(words) : []) {
    const landing = hitsOf(rows, search(list.index, others.join(' ')), service);
    // A service that is named is no mistyped word.
    if (landing.length > 0) return typed.isCorrected ? landing : [...hits, ...landing];
  }
  return hits;
}

interface SearchedList {
  readonly index: SearchIndex;
  /** What was found in it last, which makes the next key faster and changes nothing. */
  last: Found | undefined;
}

const LISTS = new WeakMap<readonly RoleRow[], SearchedList>();

function searchedList(rows: readonly RoleRow[]): SearchedList {
  const known = LISTS.get(rows);
  if (known) return known;
  const list = { index: buildIndex(rows), last: undefined };
  LISTS.set(rows, list);
  return list;
}

function hitsOf(rows: readonly RoleRow[], { order, isCorrected }: Found, service?: ConsoleService): readonly RoleHit[] {
  const more = { ...(service && { service }), ...(isCorrected && { isGuess: true }) };
  return Array.from(order, (place) => rows[place]).flatMap((row) => (row ? [{ row, ...more }] : []));
}

/** The services that the last or the first words name, a longer name before a shorter one, with the words that are left. */
function servicesIn(words: readonly string[]): { service: ConsoleService; others: readonly string[] }[] {
  const lengths = Array.from({ length: Math.min(MOST_SERVICE_WORDS, words.length) }, (_, index) => index + 1).reverse();
  return lengths
    .flatMap((length) => [
      { name: words.slice(-length), others: words.slice(0, -length) },
      { name: words.slice(0, length), others: words.slice(length) },
    ])
    .flatMap(({ name, others }) => {
      const service = serviceNamed(name.join(' '));
      return service ? [{ service, others }] : [];
    });
}
