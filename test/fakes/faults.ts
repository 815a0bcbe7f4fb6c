import type { Storage } from 'webextension-polyfill';

/**
 * What goes wrong with one storage call: the browser refuses it; it is done, but the answer is an error; or the worker
 * is killed there, before or after the call took effect, so that it never hears of it and does nothing more.
 */
export type FaultKind = 'reject-before' | 'reject-after' | 'kill-before' | 'kill-after';

export const FAULT_KINDS: readonly FaultKind[] = ['reject-before', 'reject-after', 'kill-before', 'kill-after'];

export interface Fault {
  readonly kind: FaultKind;
  /** Which storage call it meets, over all areas and methods; 1 is the first. */
  readonly call: number;
}

/** The error that an injected refusal rejects with. */
export class InjectedFault extends Error {}

/** The storage calls of one worker, counted, with one fault in them. The areas may be fakes or the browser's own. */
export class Faults {
  /** What was called so far: `local.set config,head`. */
  readonly calls: string[] = [];
  isDead = false;
  /** Whether the fault has come; while it has not, the operation is shorter than `call`. */
  isMet = false;
  readonly #deathBells: (() => void)[] = [];

  constructor(private readonly fault?: Fault) {}

  /** Calls back when the worker is killed. */
  onDeath(callback: () => void): void {
    this.#deathBells.push(callback);
  }

  /** Ends the worker: no call of it takes effect or is answered any more. */
  kill(): void {
    if (this.isDead) return;
    this.isDead = true;
    for (const callback of this.#deathBells) callback();
  }

  async run<Result>(name: string, call: () => Promise<Result>): Promise<Result> {
    if (this.isDead) return never();
    this.calls.push(name);
    const kind = this.calls.length === this.fault?.call ? this.fault.kind : undefined;
    this.isMet ||= kind !== undefined;
    if (kind === 'reject-before') throw new InjectedFault(`${name} was refused`);
    if (kind === 'kill-before') this.kill();
    if (this.isDead) return never();
    const result = await call();
    if (kind === 'reject-after') throw new InjectedFault(`${name} was done, and answered with an error`);
    if (kind === 'kill-after') this.kill();
    return this.isDead ? never() : result;
  }
}

/** An extension's `storage` whose calls go through the faults. A killed worker hears no events either. */
export function withFaults(storage: Storage.Static, faults: Faults): Storage.Static {
  const area = (name: 'local' | 'sync' | 'session' | 'managed'): Storage.StorageArea => {
    const real = storage[name];
    const run = <Result>(method: string, keys: unknown, call: () => Promise<Result>): Promise<Result> =>
      faults.run(`${name}.${method} ${namesOf(keys)}`, call);
    return {
      get: (keys) => run('get', keys, () => real.get(keys)),
      set: (items) => run('set', items, () => real.set(items)),
      remove: (keys) => run('remove', keys, () => real.remove(keys)),
      clear: () => run('clear', undefined, () => real.clear()),
      getBytesInUse: (keys) => run('getBytesInUse', keys, () => real.getBytesInUse(keys)),
      getKeys: () => run('getKeys', undefined, () => real.getKeys()),
      onChanged: heardBy(faults, real.onChanged),
    };
  };
  return {
    local: area('local'),
    sync: area('sync'),
    session: area('session'),
    managed: area('managed'),
    onChanged: heardBy(faults, storage.onChanged),
  };
}

interface Event<Args extends readonly unknown[]> {
  addListener(listener: (...args: Args) => void): void;
  removeListener(listener: (...args: Args) => void): void;
  hasListener(listener: (...args: Args) => void): boolean;
}

function heardBy<Args extends readonly unknown[]>(faults: Faults, event: Event<Args>): Event<Args> {
  faults.onDeath(() => {
    for (const listener of given.values()) event.removeListener(listener);
  });
  const given = new Map<(...args: Args) => void, (...args: Args) => void>();
  return {
    addListener(listener) {
      const living = (...args: Args): void => {
        if (!faults.isDead) listener(...args);
      };
      given.set(listener, living);
      event.addListener(living);
    },
    removeListener(listener) {
      const living = given.get(listener);
      if (living) event.removeListener(living);
      given.delete(listener);
    },
    hasListener: (listener) => given.has(listener),
  };
}

function namesOf(keys: unknown): string {
  if (typeof keys === 'string') return keys;
  if (Array.isArray(keys)) return keys.join(',');
  return typeof keys === 'object' && keys !== null ? Object.keys(keys).join(',') : '';
}

function never<Result>(): Promise<Result> {
  return new Promise(() => undefined);
}
