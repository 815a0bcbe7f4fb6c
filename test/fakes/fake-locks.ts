type Callback<Result> = (lock: Lock | null) => Result;

interface Waiting {
  readonly owner: object;
  readonly grant: () => void;
}

/**
 * Web Locks (https://w3c.github.io/web-locks/), which Node has from version 24 on: exclusive ones, held by whichever
 * worker of one profile asked first, and given back when that worker ends.
 */
export class LockTable {
  readonly #held = new Map<string, object>();
  readonly #waiting = new Map<string, Waiting[]>();

  /** What stands in `navigator.locks` of one worker. */
  managerFor(owner: object): Pick<LockManager, 'request'> {
    const request = <Result>(
      name: string,
      second: LockOptions | Callback<Result>,
      third?: Callback<Result>,
    ): Promise<Awaited<Result>> => {
      const [options, callback] = typeof second === 'function' ? [{}, second] : [second, third];
      if (!callback) throw new TypeError('A lock needs a callback.');
      return this.#request(owner, name, options, callback);
    };
    return { request };
  }

  /** What the browser does with the locks of a worker that has ended. */
  release(owner: object): void {
    for (const [name, waiting] of this.#waiting) {
      this.#waiting.set(
        name,
        waiting.filter((entry) => entry.owner !== owner),
      );
    }
    for (const [name, holder] of this.#held) if (holder === owner) this.#pass(name);
  }

  async #request<Result>(
    owner: object,
    name: string,
    { ifAvailable = false, mode = 'exclusive', steal, signal }: LockOptions,
    callback: Callback<Result>,
  ): Promise<Awaited<Result>> {
    if (mode !== 'exclusive' || steal || signal) throw new Error('The fake has only exclusive locks.');
    if (this.#held.has(name) && ifAvailable) return await callback(null);
    await this.#acquire(owner, name);
    try {
      return await callback({ name, mode });
    } finally {
      if (this.#held.get(name) === owner) this.#pass(name);
    }
  }

  #acquire(owner: object, name: string): Promise<void> {
    return new Promise((grant) => {
      if (!this.#held.has(name)) {
        this.#held.set(name, owner);
        grant();
      } else {
        this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), { owner, grant }]);
      }
    });
  }

  #pass(name: string): void {
    const [next, ...rest] = this.#waiting.get(name) ?? [];
    this.#waiting.set(name, rest);
    if (next) this.#held.set(name, next.owner);
    else this.#held.delete(name);
    next?.grant();
  }
}
