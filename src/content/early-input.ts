/** What was typed for a menu that was not there yet. */
export interface EarlyInput {
  readonly query: string;
  /** The keys that are no text. */
  readonly keys: readonly KeyboardEvent[];
}

/**
 * Takes what is typed until the menu is there: an input of its own, so that input methods work as well. It has the focus
 * and can't be seen.
 */
export class EarlyBox {
  readonly #input = document.createElement('input');
  readonly #keys: KeyboardEvent[] = [];

  constructor(root: ShadowRoot, label: string) {
    this.#input.className = 'early';
    this.#input.ariaLabel = label;
    root.replaceChildren(this.#input);
    this.#input.focus();
  }

  keyDown(event: KeyboardEvent): void {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.isTrusted && !isText && event.key !== 'Backspace') this.#keys.push(event);
  }

  /** Gives what was typed, and goes. */
  take(): EarlyInput {
    this.#input.remove();
    return { query: this.#input.value, keys: this.#keys };
  }
}
