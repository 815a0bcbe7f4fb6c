import { type ConsoleService, MOST_SERVICE_WORDS, serviceNamed } from '../console/console-services.ts';
import { fold } from '../search/fold.ts';
import type { QueryWord } from '../search/query.ts';
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

/** What a query finds in a list. */
export interface FoundRoles {
  /** Best first. */
  readonly hits: readonly RoleHit[];
  /** What their matches are to be marked by. */
  readonly words: readonly QueryWord[];
}

interface ReadySearch {
  readonly index: SearchIndex;
  readonly boosts: Float64Array | undefined;
}

/** Searches one list of roles. It is made ready when it is first searched: a list is shown before, and often nobody does. */
export class RoleSearch {
  readonly #rows: readonly RoleRow[];
  readonly #boosts: () => Float64Array | undefined;
  #ready: ReadySearch | undefined;
  /** Makes the next key faster and changes nothing. */
  #last: Found | undefined;

  /** @param boosts for each row, what puts it before its equals: see `boostsOf` */
  constructor(rows: readonly RoleRow[], boosts: () => Float64Array | undefined = () => undefined) {
    this.#rows = rows;
    this.#boosts = boosts;
  }

  /** Makes ready what the first search would else have to wait for. */
  prepare(): ReadySearch {
    this.#ready ??= { index: buildIndex(this.#rows), boosts: this.#boosts() };
    return this.#ready;
  }

  /**
   * Finds the rows that have every word of the query; and, where it begins or ends with the name of a service, behind
   * them those that have the other words, each to land on that service: “prod s3”. An empty query gives every row.
   *
   * @param canLand whether choosing a role lands anywhere; else no word means a service
   */
  find(query: string, canLand: boolean): FoundRoles {
    const words = fold(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) {
      return { hits: this.#rows.filter(({ isHidden }) => !isHidden).map((row) => ({ row })), words: [] };
    }
    const typed = this.#search(query, this.#last);
    this.#last = typed;
    const hits = hitsOf(this.#rows, typed);
    for (const { service, others } of canLand ? servicesIn(words) : []) {
      const found = this.#search(others.join(' '));
      const landing = hitsOf(this.#rows, found, service);
      if (landing.length === 0) continue;
      // A service that is named is no mistyped word.
      return typed.isCorrected
        ? { hits: landing, words: found.words }
        : { hits: [...hits, ...landing], words: typed.words };
    }
    return { hits, words: typed.words };
  }

  #search(query: string, earlier?: Found): Found {
    const { index, boosts } = this.prepare();
    return search(index, query, boosts, earlier);
  }
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
