import type { RoleList, RoleRow } from '../roles/role-list.ts';
import { rowDetail } from '../roles/row-detail.ts';
import { type FoundRoles, type RoleHit, RoleSearch } from '../roles/search-roles.ts';
import type { Personal } from '../saved/personal.ts';
import { boostsOf, isPinned } from '../search/boosts.ts';
import { highlights } from '../search/highlight.ts';
import type { QueryWord } from '../search/query.ts';
import { type Section, type SectionId, toSections } from '../search/sections.ts';
import { type FoundWindow, type HeadingItem, type HeadingPlace, type RoleItem, WINDOW_SIZE } from './list-item.ts';

/** What the user's own habits add to a list. */
export interface Habits {
  readonly personal: Personal;
  /** The names of the account that one is signed in to, see `baseNames`; without them what was used from any counts. */
  readonly bases: readonly string[] | undefined;
  readonly folded: ReadonlySet<SectionId>;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** An item before it is asked for: most are never drawn. */
type Place = HeadingItem | (RoleHit & { readonly words: readonly QueryWord[]; readonly isUnderGroup: boolean });

interface FoundAll {
  readonly query: string;
  readonly canLand: boolean;
  readonly places: readonly Place[];
  readonly foundCount: number;
  readonly headings: readonly HeadingPlace[];
}

/** Finds in one list, for as long as it is open: what a query finds is handed out window by window. */
export class RoleFinder {
  readonly #list: Pick<RoleList, 'rows' | 'withheld'>;
  readonly #habits: Habits;
  readonly #rows: RoleSearch;
  readonly #withheld: RoleSearch;
  #last: FoundAll | undefined;

  constructor(list: Pick<RoleList, 'rows' | 'withheld'>, habits: Habits) {
    const { personal, bases, now } = habits;
    this.#list = list;
    this.#habits = { ...habits, personal: withoutUsesOfCurrent(personal, list.rows) };
    this.#rows = new RoleSearch(list.rows, () => boostsOf(list.rows, personal, bases, now));
    this.#withheld = new RoleSearch(list.withheld);
  }

  /**
   * What the query finds: without one all roles by their sections, pinned and used ones first. What is withheld is found
   * by a query only, behind the others.
   *
   * @param canLand whether the query may name a service to land on
   * @param index of any item that the window is to hold
   */
  find(query: string, canLand: boolean, index: number): FoundWindow {
    if (this.#last?.query !== query || this.#last.canLand !== canLand) this.#last = this.#findAll(query, canLand);
    const { places, foundCount, headings } = this.#last;
    const from = Math.max(0, Math.floor(Math.min(index, places.length - 1) / WINDOW_SIZE)) * WINDOW_SIZE;
    const items = places.slice(from, from + WINDOW_SIZE).map((place) => this.#toItem(place));
    return { query, itemCount: places.length, foundCount, headings, from, items };
  }

  /** Makes ready what the first key would else have to wait for. */
  prepare(): void {
    this.#rows.prepare();
  }

  #findAll(query: string, canLand: boolean): FoundAll {
    if (query.trim() === '') return this.#listAll(query, canLand);
    const found = this.#rows.find(query, canLand);
    const withheld = this.#list.withheld.length === 0 ? NOTHING : this.#withheld.find(query, false);
    const placesOf = ({ hits, words }: FoundRoles) => hits.map((hit) => ({ ...hit, words, isUnderGroup: false }));
    // One role can be found twice: by a word of its own, and to land on the service of that name.
    const foundCount = new Set(found.hits.map(({ row }) => row)).size;
    return { query, canLand, places: [...placesOf(found), ...placesOf(withheld)], foundCount, headings: [] };
  }

  #listAll(query: string, canLand: boolean): FoundAll {
    const sections = toSections({ rows: this.#list.rows, ...this.#habits });
    const isPlain = sections.every(({ kind }) => kind === 'none');
    const places: Place[] = [];
    const headings: HeadingPlace[] = [];
    let foundCount = 0;
    for (const section of sections) {
      foundCount += section.rows.length;
      if (!isPlain) {
        headings.push({ index: places.length, section: section.id, isFolded: section.isFolded });
        places.push(headingOf(section));
      }
      // A list without headings has nothing to unfold it by.
      if (!isPlain && section.isFolded) continue;
      const isUnderGroup = section.kind === 'group';
      for (const row of section.rows) places.push({ row, words: [], isUnderGroup });
    }
    return { query, canLand, places, foundCount, headings };
  }

  #toItem(place: Place): HeadingItem | RoleItem {
    if ('kind' in place) return place;
    const { words, isUnderGroup, ...hit } = place;
    const { row } = hit;
    const text = rowDetail(row, isUnderGroup);
    const item: RoleItem = { kind: 'role', ...hit, detail: text, isPinned: isPinned(row, this.#habits.personal) };
    if (words.length === 0) return item;
    const [label = [], detail = []] = highlights([row.label, text], words);
    return { ...item, found: { label, detail } };
  }
}

const NOTHING: FoundRoles = { hits: [], words: [] };

function headingOf({ id, kind, title, isFolded, rows }: Section<RoleRow>): HeadingItem {
  return { kind: 'heading', section: id, of: kind, title, roleCount: rows.length, isFolded };
}

/** The role that one is in was used last of all, but nobody looks for it among those to go to. */
function withoutUsesOfCurrent(personal: Personal, rows: readonly RoleRow[]): Personal {
  const current = new Set(rows.filter(({ state }) => state.kind === 'current').map(({ key }) => key));
  return current.size === 0 ? personal : { ...personal, uses: personal.uses.filter(({ role }) => !current.has(role)) };
}
