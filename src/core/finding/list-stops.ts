import type { HeadingPlace } from './list-item.ts';

/**
 * Where the keys stop in a list: at roles, and at the headings of folded sections, which stand for their roles. Stops are
 * counted from 0 without the other headings; items with them.
 */
export class ListStops {
  readonly count: number;
  readonly #headings: readonly HeadingPlace[];

  constructor(itemCount: number, headings: readonly HeadingPlace[]) {
    this.#headings = headings;
    this.count = itemCount - headings.filter(({ isFolded }) => !isFolded).length;
  }

  /** The item at that stop. */
  itemAt(stop: number): number {
    let item = stop;
    for (const { index, isFolded } of this.#headings) {
      if (index > item) break;
      if (!isFolded) item++;
    }
    return item;
  }

  /** The stop that the item is; of a heading that is none, the next one. */
  stopAt(item: number): number {
    return item - this.#headings.filter(({ index, isFolded }) => !isFolded && index < item).length;
  }

  /** The item that is the role of that number, counted from 0; undefined where there are fewer. */
  nthRole(nth: number): number | undefined {
    let seen = -1;
    for (let stop = 0; stop < this.count; stop++) {
      const item = this.itemAt(stop);
      if (!this.#headings.some(({ index }) => index === item)) seen++;
      if (seen === nth) return item;
    }
    return undefined;
  }

  /** The heading of the section that the item is in, or is the heading of; undefined in a list without sections. */
  headingOf(item: number): HeadingPlace | undefined {
    return this.#headings.findLast(({ index }) => index <= item);
  }
}
