import type { Settings } from '../core/settings/settings.ts';

/** The middle one. */
const WHEEL_BUTTON = 1;

/** Where a role is to open, by what is held as it is chosen, as with links; undefined leaves it to the setting. */
export function chosenPlace(event: KeyboardEvent | MouseEvent): Settings['openSessionIn'] | undefined {
  if (event.altKey) return 'this-tab';
  if (event.shiftKey) return 'new-window';
  const isWheel = event instanceof MouseEvent && event.button === WHEEL_BUTTON;
  return event.ctrlKey || event.metaKey || isWheel ? 'new-tab' : undefined;
}
