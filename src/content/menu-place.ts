/** Distances from the viewport's edges, as CSS lengths. */
export type MenuPlace = { right: string; top: string } | { right: string; bottom: string };

/** From the button's edge to that of the console's bar. */
const GAP = 8;
const LEAST_WIDTH = 328;

/** Below the button, or above one that floats at the page's foot; its right edge under the button's. */
export function placeUnder(anchor: DOMRect): MenuPlace {
  const right = `${Math.max(8, Math.min(innerWidth - anchor.right, innerWidth - LEAST_WIDTH))}px`;
  const isInUpperHalf = anchor.top < innerHeight / 2;
  return isInUpperHalf
    ? { right, top: `${anchor.bottom + GAP}px` }
    : { right, bottom: `${innerHeight - anchor.top + GAP}px` };
}
