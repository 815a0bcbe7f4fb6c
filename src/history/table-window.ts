/** The height of a row in CSS pixels; history.css draws it just as high. */
export const ROW_HEIGHT = 48;
/** Rows beyond what is seen, so that one that the keys go to is there. */
const BEYOND = 10;

/** The rows from `first` up to, and without, `end`. */
export interface TableWindow {
  readonly first: number;
  readonly end: number;
}

/** The rows to draw of so many, where the table is scrolled by `top` pixels and shows `height`. */
export function tableWindow(count: number, top: number, height: number): TableWindow {
  // After a search there may be fewer rows than one had scrolled by.
  const seenFirst = Math.min(Math.floor(Math.max(0, top) / ROW_HEIGHT), Math.max(0, count - 1));
  const seenEnd = seenFirst + Math.ceil(Math.max(0, height) / ROW_HEIGHT) + 1;
  return { first: Math.max(0, seenFirst - BEYOND), end: Math.min(count, seenEnd + BEYOND) };
}
