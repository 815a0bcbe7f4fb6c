import { consoleHeader, findNavbarPlace, hasContent, type NavbarPlace } from './console-page.ts';

/** How long a page that has finished loading may take to draw its navigation bar before the button floats. */
const HEADER_DEADLINE_MS = 5000;

export type Placement = 'navbar' | 'floating';

/**
 * Keeps an element at home in the console's navigation bar: waits for the bar, puts the element back when the console
 * draws its header again, follows the narrow layout, and lets it float where no header is recognised.
 *
 * Once placed it watches only the children of its own ancestors, never the console's application.
 */
export function keepPlaced(host: HTMLElement, onPlaced: (placement: Placement) => void, signal: AbortSignal): void {
  const observer = new MutationObserver(() => check());
  const sizes = new ResizeObserver(() => check());
  const listItem = document.createElement('li');
  /** What stands in the bar: the element, or the list item around it. */
  let item: HTMLElement = host;
  let mayFloat = false;
  let isCheckDue = false;

  /** Many mutations, one look: right before the next frame. */
  function check() {
    if (isCheckDue) return;
    isCheckDue = true;
    requestAnimationFrame(() => {
      isCheckDue = false;
      if (!signal.aborted) place();
    });
  }

  function place() {
    const found = findNavbarPlace();
    if (found) {
      if (!stands(item, found)) putInto(found);
      watchAncestors();
    } else if (mayFloat && hasContent()) {
      if (item.parentElement !== document.body || item !== host) float();
      watchForHeader();
    } else {
      watchForHeader();
    }
  }

  function putInto({ parent, before, isList }: NavbarPlace) {
    item = isList ? listItem : free();
    if (isList) listItem.append(host);
    parent.insertBefore(item, before);
    onPlaced('navbar');
  }

  function float() {
    item = free();
    document.body.append(host);
    onPlaced('floating');
  }

  /** The element by itself, without the list item that it may stand in. */
  function free(): HTMLElement {
    listItem.remove();
    return host;
  }

  function watchAncestors() {
    observer.disconnect();
    for (let node = item.parentElement; node; node = node.parentElement) observer.observe(node, { childList: true });
  }

  function watchForHeader() {
    observer.disconnect();
    observer.observe(document, { childList: true, subtree: !mayFloat });
    // From then on only a header that is put right into the page, or into the console's own empty one, is noticed.
    if (mayFloat) for (const node of headerParents()) observer.observe(node, { childList: true });
  }

  addEventListener('resize', check, { signal });
  // A bar that folds its items away leaves the button without a box.
  sizes.observe(host);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    sizes.disconnect();
    item.remove();
  });
  whenLoaded(signal, () => {
    const timer = setTimeout(() => {
      mayFloat = true;
      check();
    }, HEADER_DEADLINE_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
  place();
}

function stands(item: HTMLElement, { parent, before }: NavbarPlace): boolean {
  return item.parentElement === parent && item.nextElementSibling === before;
}

function headerParents(): Element[] {
  return [document.body, consoleHeader()].filter((node) => node !== null);
}

function whenLoaded(signal: AbortSignal, callback: () => void): void {
  if (document.readyState === 'complete') callback();
  else addEventListener('load', callback, { once: true, signal });
}
