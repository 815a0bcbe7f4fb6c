/**
 * Says that this tab goes on to another page once its switch has landed. It lies in the page's own storage, where it is
 * found at once, and where a page without it costs nothing more. So it says nothing else: where to, the background knows.
 * A page that makes it or takes it away only makes us ask in vain, or not at all.
 */
const MARK = 'hatrack:go-on';

/** Marks that the post which is about to leave this page comes back to its host and goes on from there. */
export function setGoOnMark(): void {
  try {
    sessionStorage.setItem(MARK, '');
  } catch {
    // A page without storage, as with cookies off: the tab stays where the switch lands.
  }
}

/** Takes the mark away; whether it was there. */
export function takeGoOnMark(): boolean {
  try {
    const isMarked = sessionStorage.getItem(MARK) !== null;
    if (isMarked) sessionStorage.removeItem(MARK);
    return isMarked;
  } catch {
    // A page without storage: nothing was marked.
    return false;
  }
}
