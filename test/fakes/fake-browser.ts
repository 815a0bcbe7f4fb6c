import type { Alarms, Runtime, Storage } from 'webextension-polyfill';
import type { BrowserKind } from '../browsers/rig.ts';
import { type AreaName, BROWSER_RULES } from './browser-rules.ts';
import { AlarmTable } from './fake-alarms.ts';
import { FakeEvent } from './fake-event.ts';
import { LockTable } from './fake-locks.ts';
import { type Fault, Faults, withFaults } from './faults.ts';
import { type Changes, StoredArea, toTexts } from './stored-area.ts';

/** What a worker finds: the extension API as far as Hatrack keeps things with it, and the browser's locks. */
export interface FakeWorker {
  readonly browser: {
    readonly storage: Storage.Static;
    readonly alarms: Alarms.Static;
    readonly runtime: Pick<Runtime.Static, 'onStartup' | 'onInstalled'>;
  };
  readonly navigator: { readonly locks: Pick<LockManager, 'request'> };
  /** Its storage calls so far; `kill()` ends it. */
  readonly faults: Faults;
}

interface Ears {
  readonly changed: FakeEvent<[Changes, string]>;
  readonly areas: Readonly<Record<AreaName, FakeEvent<[Changes]>>>;
  readonly alarm: FakeEvent<[Alarms.Alarm]>;
  readonly startup: FakeEvent<[]>;
  readonly installed: FakeEvent<[Runtime.OnInstalledDetailsType]>;
}

export interface FakeBrowserOptions {
  readonly kind?: BrowserKind;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const AREAS: readonly AreaName[] = ['local', 'sync', 'session', 'managed'];

/**
 * One browser profile with the extension in it: what is stored outlives the workers. It clones values, writes several
 * keys whole or not at all, has the browsers' quotas with their words, and tells of changes later, as they do.
 */
export class FakeBrowser {
  readonly stored: Readonly<Record<AreaName, StoredArea>>;
  readonly #alarms: AlarmTable;
  readonly #locks = new LockTable();
  readonly #living = new Map<Faults, Ears>();

  constructor({ kind = 'chromium', now = Date.now }: FakeBrowserOptions = {}) {
    const area = (name: AreaName) => new StoredArea(name, BROWSER_RULES[kind], now);
    this.stored = { local: area('local'), sync: area('sync'), session: area('session'), managed: area('managed') };
    this.#alarms = new AlarmTable(now);
  }

  /**
   * A new worker or page on what is stored: it knows nothing of earlier ones.
   * @param real storage in the place of the fake one; then everything but storage is fake
   */
  start(fault?: Fault, real?: Storage.Static): FakeWorker {
    const faults = new Faults(fault);
    const ears: Ears = {
      changed: new FakeEvent(),
      areas: { local: new FakeEvent(), sync: new FakeEvent(), session: new FakeEvent(), managed: new FakeEvent() },
      alarm: new FakeEvent(),
      startup: new FakeEvent(),
      installed: new FakeEvent(),
    };
    this.#living.set(faults, ears);
    faults.onDeath(() => {
      this.#living.delete(faults);
      this.#locks.release(faults);
    });
    return {
      browser: {
        storage: withFaults(real ?? this.#storageFor(ears), faults),
        alarms: this.#alarms.apiFor(ears.alarm),
        runtime: { onStartup: ears.startup, onInstalled: ears.installed },
      },
      navigator: { locks: this.#locks.managerFor(faults) },
      faults,
    };
  }

  /** What the sync service, a policy or a test puts there, without quota; `undefined` takes a key away. */
  async put(area: AreaName, items: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#tell(area, this.stored[area].put(items));
  }

  /** The browser has started: those who live hear of it. What was kept for the session only is gone. */
  startUp(): void {
    this.stored.session.clear();
    for (const { startup } of this.#living.values()) startup.emit();
  }

  /** Rings the alarms that are due by the clock. */
  ringAlarms(): void {
    for (const alarm of this.#alarms.takeDue()) for (const ears of this.#living.values()) ears.alarm.emit(alarm);
  }

  /** Ends every worker and page. */
  killAll(): void {
    for (const faults of [...this.#living.keys()]) faults.kill();
  }

  #storageFor(ears: Ears): Storage.Static {
    const [local, sync, session, managed] = AREAS.map((name) => this.#areaFor(name, ears));
    if (!local || !sync || !session || !managed) throw new Error('An area is missing.');
    return { local, sync, session, managed, onChanged: ears.changed };
  }

  #areaFor(name: AreaName, ears: Ears): Storage.StorageArea {
    const stored = this.stored[name];
    const write = async (change: () => Changes): Promise<void> => {
      await turn();
      if (name === 'managed') throw new Error(stored.rules.readOnlyMessage);
      await this.#tell(name, change());
    };
    const read = async <Result>(ask: () => Result): Promise<Result> => {
      await turn();
      return ask();
    };
    return {
      get: (keys) => read(() => stored.get(keys)),
      getKeys: () => read(() => Object.keys(stored.get(null))),
      getBytesInUse: (keys) => read(() => stored.bytes(keys)),
      set: async (items) => {
        // Taken as they are at the call: what the caller does to them later changes nothing.
        const texts = toTexts(items);
        await write(() => stored.set(texts));
      },
      remove: (keys) => write(() => stored.remove(keys)),
      clear: () => write(() => stored.clear()),
      onChanged: ears.areas[name],
    };
  }

  /** Everybody hears of it in a later turn; who wrote it has its answer after that, as in both browsers' storage.sync. */
  async #tell(area: AreaName, changes: Changes): Promise<void> {
    await turn();
    if (Object.keys(changes).length === 0) return;
    for (const ears of this.#living.values()) {
      ears.changed.emit(structuredClone(changes), area);
      ears.areas[area].emit(structuredClone(changes));
    }
  }
}

/** The next turn of the event loop: the browser's answers come from another process. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
