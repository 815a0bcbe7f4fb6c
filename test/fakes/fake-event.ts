type Listener<Args extends readonly unknown[]> = (...args: Args) => void;

/** One event as extensions have it. */
export class FakeEvent<Args extends readonly unknown[]> {
  readonly #listeners = new Set<Listener<Args>>();

  addListener(listener: Listener<Args>): void {
    this.#listeners.add(listener);
  }

  removeListener(listener: Listener<Args>): void {
    this.#listeners.delete(listener);
  }

  hasListener(listener: Listener<Args>): boolean {
    return this.#listeners.has(listener);
  }

  /** Calls those who listen now; one that throws keeps nobody else from hearing. */
  emit(...args: Args): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(...args);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
