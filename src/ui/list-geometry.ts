import type { HeadingPlace } from '../core/finding/list-item.ts';

/** Heights in CSS pixels; theme.css draws rows and headings just as high. */
export const ROW_HEIGHT = 44;
export const HEADING_HEIGHT = 28;

/** Where the items of a list stand, however many there are. */
export class ListGeometry {
  readonly height: number;
  readonly #itemCount: number;
  readonly #headings: readonly HeadingPlace[];

  constructor(itemCount: number, headings: readonly HeadingPlace[]) {
    this.#itemCount = itemCount;
    this.#headings = headings;
    this.height = this.topOf(itemCount);
  }

  /** Pixels above the item. */
  topOf(index: number): number {
    return index * ROW_HEIGHT - this.#headingsBefore(index) * (ROW_HEIGHT - HEADING_HEIGHT);
  }

  /** The item at that many pixels below the list's beginning. */
  itemAt(top: number): number {
    // No item begins further up than if all above it were rows.
    let low = Math.max(0, Math.min(this.#itemCount - 1, Math.floor(top / ROW_HEIGHT)));
    let high = Math.max(low, this.#itemCount - 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.topOf(middle) <= top) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The scroll position that shows the item, moving no more than it must; of a section's first row its heading too. */
  scrolledTo(index: number, top: number, viewHeight: number): number {
    const isFirstOfSection = this.#headings.some((heading) => heading.index === index - 1);
    const itemTop = this.topOf(isFirstOfSection ? index - 1 : index);
    if (itemTop < top) return itemTop;
    const itemEnd = this.topOf(index + 1);
    return viewHeight > 0 && itemEnd > top + viewHeight ? itemEnd - viewHeight : top;
  }

  /** How many headings stand before the item. */
  #headingsBefore(index: number): number {
    let low = 0;
    let high = this.#headings.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#headings[middle]?.index ?? index) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
