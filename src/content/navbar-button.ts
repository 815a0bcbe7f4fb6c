import { translate } from '../browser/i18n.ts';
import { MARK_BOX, MARK_PATHS } from '../ui/mark-paths.ts';
import { closedHost } from './closed-host.ts';
import { guardEvents } from './event-guard.ts';
import { keepPlaced } from './keep-placed.ts';
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

/**
 * The button in the console's navigation bar. Drawn without Preact, which every console page would have to load for it.
 *
 * @param onPress a user's own presses only
 * @param onNear somebody may be about to press it
 */
export function navbarButton(onPress: () => void, onNear: () => void, signal: AbortSignal): NavbarButton {
  const { host, root } = closedHost('hatrack-button', css);
  const button = drawButton();
  root.append(button);
  let isFloating = false;
  let isOpen = false;
  button.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  for (const type of ['pointerenter', 'focus']) button.addEventListener(type, onNear);
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
  keepPlaced(
    host,
    (placement) => {
      isFloating = placement === 'floating';
      host.toggleAttribute('data-floating', isFloating);
    },
    signal,
  );
  return {
    bounds: () => button.getBoundingClientRect(),
    get isFloating() {
      return isFloating;
    },
    setOpen(next) {
      isOpen = next;
      button.ariaExpanded = String(next);
    },
    isIn: (element) => element === host,
    focus: () => button.focus(),
  };
}

function drawButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = translate('menuTitle');
  button.ariaHasPopup = 'dialog';
  button.ariaExpanded = 'false';
  const label = document.createElement('span');
  label.className = 'label';
  label.textContent = translate('roles');
  const caret = document.createElement('span');
  caret.className = 'caret';
  caret.ariaHidden = 'true';
  button.append(drawMark(), label, caret);
  return button;
}

function drawMark(): SVGElement {
  const mark = withAttributes('svg', { viewBox: MARK_BOX, width: '18', height: '18', 'aria-hidden': 'true' });
  mark.append(...MARK_PATHS.map((path) => withAttributes('path', path)));
  return mark;
}

function withAttributes(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}
