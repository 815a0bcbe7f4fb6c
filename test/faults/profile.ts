import type { Storage } from 'webextension-polyfill';
import { FakeBrowser, type FakeWorker } from '../fakes/fake-browser.ts';
import type { Fault } from '../fakes/faults.ts';

export type Engine = typeof import('./storage.ts');

/** Runs the engine's modules anew, as a worker that has just started. */
export type StartEngine = (world: Pick<FakeWorker, 'browser' | 'navigator'>) => Engine;

export interface Stored {
  readonly local: Readonly<Record<string, unknown>>;
  readonly sync: Readonly<Record<string, unknown>>;
}

/** One device: what it has stored, and workers on it. */
export interface Device {
  /** A new worker; all earlier ones are dead. */
  start(fault?: Fault): FakeWorker;
  stored(): Promise<Stored>;
  /** Makes the storage hold this and nothing else; no worker lives. */
  restore(stored: Stored): Promise<void>;
  /** The sync service makes storage.sync hold this. Those who live hear of it. */
  bring(sync: Stored['sync']): Promise<void>;
}

export class FakeDevice implements Device {
  #browser = new FakeBrowser();

  constructor(private readonly now: () => number) {}

  start(fault?: Fault): FakeWorker {
    this.#browser.killAll();
    return this.#browser.start(fault);
  }

  async stored(): Promise<Stored> {
    const { local, sync } = this.#browser.stored;
    return { local: local.get(null), sync: sync.get(null) };
  }

  /** On a browser that has just been installed: nobody has written to storage.sync in its last minute. */
  async restore({ local, sync }: Stored): Promise<void> {
    this.#browser.killAll();
    this.#browser = new FakeBrowser({ now: this.now });
    await this.#browser.put('local', local);
    await this.#browser.put('sync', sync);
  }

  async bring(sync: Stored['sync']): Promise<void> {
    const gone = Object.keys(this.#browser.stored.sync.get(null)).map((key) => [key, undefined] as const);
    await this.#browser.put('sync', { ...Object.fromEntries(gone), ...sync });
  }
}

/** The storage of the real browser that this page belongs to; events and locks are those of one fake device. */
export class RealDevice implements Device {
  /** Calls that have written to storage.sync: Chromium allows 120 `set`s a minute. */
  syncWrites = 0;
  readonly #fake = new FakeBrowser();

  constructor(private readonly storage: Storage.Static) {}

  start(fault?: Fault): FakeWorker {
    this.#fake.killAll();
    return this.#fake.start(fault, this.#counted());
  }

  async stored(): Promise<Stored> {
    const { local, sync } = this.storage;
    return { local: await local.get(null), sync: await sync.get(null) };
  }

  async restore({ local, sync }: Stored): Promise<void> {
    this.#fake.killAll();
    await replace(this.storage.local, local);
    await this.bring(sync);
  }

  async bring(sync: Stored['sync']): Promise<void> {
    await replace(this.#counted().sync, sync);
  }

  #counted(): Storage.Static {
    const { local, sync, session, managed, onChanged } = this.storage;
    const counted: Storage.StorageArea = {
      get: (keys) => sync.get(keys),
      getKeys: () => sync.getKeys(),
      getBytesInUse: (keys) => sync.getBytesInUse(keys),
      set: (items) => {
        this.syncWrites += 1;
        return sync.set(items);
      },
      remove: (keys) => sync.remove(keys),
      clear: () => sync.clear(),
      onChanged: sync.onChanged,
    };
    return { local, sync: counted, session, managed, onChanged };
  }
}

async function replace(area: Storage.StorageArea, wanted: Readonly<Record<string, unknown>>): Promise<void> {
  const found = await area.get(null);
  const gone = Object.keys(found).filter((key) => !Object.hasOwn(wanted, key));
  const isThere = Object.entries(wanted).every(([key, value]) => JSON.stringify(found[key]) === JSON.stringify(value));
  if (gone.length > 0) await area.remove(gone);
  if (!isThere) await area.set({ ...wanted });
}
