const PRIVATE_EVENTS = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
] as const;

interface GuardedEvents {
  keyDown(event: KeyboardEvent): void;
  input(): void;
}

/**
 * Takes keys and text that are meant for our own element before any script of the page sees them, and hands them over
 * directly: the console's shortcuts never hear what is typed into the menu, and a page can't listen in.
 *
 * It must be set up at document_start, so that it stands before the page's own listeners on the window.
 */
export function guardEvents(host: HTMLElement, events: GuardedEvents, signal: AbortSignal): void {
  const take = (event: Event) => {
    // From outside, a closed shadow root's events all seem to come from its host.
    if (event.target !== host) return;
    event.stopImmediatePropagation();
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent && event.type === 'keydown') events.keyDown(event);
    // A composition's text counts as it grows, as it does in any search box.
    if (event.type === 'input') events.input();
  };
  for (const type of PRIVATE_EVENTS) window.addEventListener(type, take, { capture: true, signal });
}
