import type { Settings } from '../core/settings/settings.ts';

/** A key or a press of the mouse, by what is held with it. */
export type Press = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'> & {
  /** Of the mouse. */
  readonly button?: number;
};

/** The middle one. */
const WHEEL_BUTTON = 1;

/** Where a role is to open, by what is held as it is chosen, as with links; undefined leaves it to the setting. */
export function chosenPlace({
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
  button,
}: Press): Settings['openSessionIn'] | undefined {
  if (altKey) return 'this-tab';
  if (shiftKey) return 'new-window';
  return ctrlKey || metaKey || button === WHEEL_BUTTON ? 'new-tab' : undefined;
}
