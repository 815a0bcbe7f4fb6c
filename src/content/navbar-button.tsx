import { render } from 'preact';
import { translate } from '../browser/i18n.ts';
import { HatrackMark } from '../ui/hatrack-mark.tsx';
import { closedHost } from './closed-host.ts';
import { guardEvents } from './event-guard.ts';
import { keepPlaced, type Placement } from './keep-placed.ts';
import css from './navbar-button.css?inline';

export interface NavbarButton {
  /** Where the menu hangs from, in viewport coordinates. */
  bounds(): DOMRect;
  /** Whether it stands apart, because no header was recognised. */
  readonly isFloating: boolean;
  setOpen(isOpen: boolean): void;
  /** Whether that is the element in which the button stands: from outside, no more can be seen of a focused button. */
  isIn(element: Element | null): boolean;
  focus(): void;
}

/** The button in the console's navigation bar. `onPress` is called for a user's own presses only. */
export function navbarButton(onPress: () => void, signal: AbortSignal): NavbarButton {
  const { host, root } = closedHost('hatrack-button', css);
  let placement: Placement = 'navbar';
  let isOpen = false;
  const press = (event: Event) => {
    if (event.isTrusted) onPress();
  };
  const draw = () => {
    host.toggleAttribute('data-floating', placement === 'floating');
    render(
      <button
        type="button"
        title={translate('menuTitle')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={press}
      >
        <HatrackMark />
        <span class="label">{translate('roles')}</span>
        <span class="caret" aria-hidden="true" />
      </button>,
      root,
    );
  };
  const button = () => root.querySelector('button');
  guardEvents(
    host,
    {
      keyDown(event) {
        // Enter and Space press the button by themselves; the down arrow opens menus as well.
        if (event.key !== 'ArrowDown' || isOpen) return;
        event.preventDefault();
        onPress();
      },
      input: () => undefined,
    },
    signal,
  );
  draw();
  keepPlaced(
    host,
    (next) => {
      placement = next;
      draw();
    },
    signal,
  );
  return {
    bounds: () => (button() ?? host).getBoundingClientRect(),
    get isFloating() {
      return placement === 'floating';
    },
    setOpen(next) {
      isOpen = next;
      draw();
    },
    isIn: (element) => element === host,
    focus: () => button()?.focus(),
  };
}
