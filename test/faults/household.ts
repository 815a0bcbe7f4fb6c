import type { FaultKind } from '../fakes/faults.ts';
import { type Engine, FakeDevice, type StartEngine } from './profile.ts';
import { MINUTE, START } from './scenarios.ts';
import { SyncService } from './sync-service.ts';

/** What may happen to a user with several devices. */
export type Happening =
  | { readonly do: 'add' | 'use' | 'switch' | 'remove' | 'resolve' | 'restart'; readonly on: number }
  | { readonly do: 'recolor'; readonly on: number; readonly section: number }
  | { readonly do: 'reconcile'; readonly on: number; readonly minutes: number }
  | { readonly do: 'killed'; readonly on: number; readonly call: number; readonly kind: FaultKind }
  | { readonly do: 'collect'; readonly on: number; readonly taken: number }
  | { readonly do: 'deliver'; readonly on: number; readonly pick: number; readonly isAgain: boolean };

const SHARED = ['shared0', 'shared1', 'shared2'];

/** A user's devices, joined by a sync service that does as it likes, and what the user remembers having done. */
export class Household {
  /** Sections that were added: nobody ever takes them away. */
  readonly added: string[] = [];
  /** Lines that were written somewhere, which others may have written over. */
  readonly colors: string[] = [];
  readonly used: string[] = [];
  readonly #devices: readonly FakeDevice[];
  readonly #engines: Engine[];
  readonly #service: SyncService;
  #now = START;

  constructor(
    private readonly startEngine: StartEngine,
    /** How far each device's clock is ahead, in milliseconds. */
    private readonly clocks: readonly number[],
  ) {
    this.#devices = clocks.map(() => new FakeDevice(() => this.#now));
    this.#engines = this.#devices.map((device) => startEngine(device.start()));
    this.#service = new SyncService(this.#devices);
  }

  get size(): number {
    return this.clocks.length;
  }

  /** The text that all of them know before they go their own ways. */
  async begin(): Promise<void> {
    await this.#save(0, () => SHARED.map((name) => section(name, '000000')).join(''));
    await this.settle();
  }

  async happen(event: Happening): Promise<void> {
    const on = event.on % this.size;
    this.#now += MINUTE;
    switch (event.do) {
      case 'add': {
        const name = `added${this.added.length}`;
        await this.#save(on, (text) => `${text}${section(name, '111111')}`);
        this.added.push(name);
        return;
      }
      case 'recolor': {
        const name = SHARED[event.section % SHARED.length] ?? '';
        const color = String(this.colors.length + 1).padStart(6, '2');
        await this.#save(on, (text) => {
          const changed = withoutSection(text, name);
          return `${changed}${section(name, color)}`;
        });
        this.colors.push(color);
        return;
      }
      case 'remove':
        return this.#save(on, (text) => withoutSection(text, SHARED[0] ?? ''));
      case 'use': {
        const role = `aws:333333333333:Role${this.used.length}`;
        await this.#engine(on).rememberUse('111111111111', role, this.#clock(on));
        this.used.push(role);
        return;
      }
      case 'switch':
        return this.#engine(on).changeSetting('showOnlyMatchingRoles', this.used.length % 2 === 0, this.#clock(on));
      case 'resolve':
        return void (await this.resolve(on));
      case 'restart':
        this.#restart(on);
        return;
      case 'reconcile':
        this.#now += event.minutes * MINUTE;
        return void (await this.#engine(on).reconcile(this.#clock(on)));
      case 'killed':
        return this.#failing(on, event);
      case 'collect':
        return this.#service.collect(on, (item) => ((event.taken >> item) & 1) === 1);
      case 'deliver':
        return this.#service.deliver(on, event.pick, event.isAgain);
    }
  }

  /** Lets everything that was handed in come to everybody, until nothing changes any more. */
  async settle(): Promise<void> {
    for (let round = 0, before = ''; round < 30; round++) {
      for (const index of this.clocks.keys()) await this.#service.collect(index);
      await this.#service.deliverAll();
      this.#now += 120 * MINUTE;
      for (const index of this.clocks.keys()) await this.#engine(index).reconcile(this.#clock(index));
      const after = JSON.stringify(await Promise.all(this.#devices.map(lasting)));

      if (after === before) return;
      before = after;
    }
    throw new Error('The devices go on and on.');
  }

  /** The user makes one text of both, with everything that is in either. */
  async resolve(on: number): Promise<boolean> {
    const engine = this.#engine(on);
    const conflict = await engine.readItem(engine.syncConflictItem);
    if (!conflict) return false;
    const { config } = await engine.readSavedConfig();
    const missing = sectionsOf(conflict.text).filter((other) => !config.text.includes(headerOf(other)));
    await engine.resolveConflict(config.text + missing.join(''), config.id, conflict.id, this.#clock(on));
    return true;
  }

  /** What each device shows: its text, and what it asks the user about. */
  views() {
    return Promise.all(
      this.#engines.map(async (engine) => {
        const [{ config }, conflict, { config: synced }, personal, settings, versions] = await Promise.all([
          engine.readSavedConfig(),
          engine.readItem(engine.syncConflictItem),
          engine.readSyncArea(),
          engine.readItem(engine.personalItem),
          engine.readItem(engine.settingsItem),
          engine.readItem(engine.versionsItem),
        ]);
        const kept = await Promise.all(versions.map(engine.versionText));
        return { text: config.text, conflict, synced, personal, settings, kept };
      }),
    );
  }

  #engine(on: number): Engine {
    const engine = this.#engines[on];
    if (!engine) throw new Error(`There is no device ${on}.`);
    return engine;
  }

  #clock(on: number): number {
    return this.#now + (this.clocks[on] ?? 0);
  }

  #restart(on: number): void {
    const device = this.#devices[on];
    if (device) this.#engines[on] = this.startEngine(device.start());
  }

  /** A sync that goes wrong at one storage call; a new worker takes over. */
  async #failing(on: number, fault: { readonly call: number; readonly kind: FaultKind }): Promise<void> {
    const device = this.#devices[on];
    if (!device) return;
    const worker = device.start(fault);
    const dead = new Promise<void>((resolve) => worker.faults.onDeath(resolve));
    const done = this.startEngine(worker)
      .reconcile(this.#clock(on))
      .then(
        () => undefined,
        () => undefined,
      );
    await Promise.race([done, dead]);
    this.#restart(on);
  }

  async #save(on: number, change: (text: string) => string): Promise<void> {
    const engine = this.#engine(on);
    const { config } = await engine.readSavedConfig();
    const text = change(config.text);
    if (text !== config.text) await engine.saveConfig(text, config.id, this.#clock(on));
  }
}

/** What lies on a device without the times of its attempts. */
async function lasting(device: FakeDevice): Promise<unknown> {
  const { local, sync } = await device.stored();
  return { ...local, syncStatus: undefined, sync };
}

function section(name: string, color: string): string {
  return `[${name}]\nrole_arn = arn:aws:iam::333333333333:role/Developer\ncolor = ${color}\n`;
}

function sectionsOf(text: string): string[] {
  return text.split(/^(?=\[)/m).filter((part) => part !== '');
}

function headerOf(part: string): string {
  return part.split('\n')[0] ?? '';
}

function withoutSection(text: string, name: string): string {
  return sectionsOf(text)
    .filter((part) => headerOf(part) !== `[${name}]`)
    .join('');
}
