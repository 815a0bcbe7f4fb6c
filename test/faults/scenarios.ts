import { storedByFirst } from './first-version.ts';
import { type Engine, FakeDevice, type StartEngine, type Stored } from './profile.ts';

/** One step of the engine's work, and all that is needed to judge how it ended. */
export interface Scenario {
  readonly name: string;
  /** What lies on the device where the step is taken, and on the user's other one. */
  readonly here: Stored;
  readonly there: Stored;
  run(engine: Engine, now: number): Promise<unknown>;
  /** Texts that were saved before, here or there: none may be lost. */
  readonly saved: readonly string[];
  /** What may be read afterwards: the text from before the step and the one after it. */
  readonly mayBe: readonly string[];
  /** The damage that the step is there to mend. */
  readonly damage?: string;
  /** Only the user can decide between the two texts. */
  readonly isConflict?: true;
  /** The text that a user was told is saved, where the step is done without an error. */
  readonly promised?: string;
}

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const START = 1_760_000_000_000;
/** When a step is taken; everything before it is an hour old. */
export const NOW = START + 10 * HOUR;

const BASE = textOf('base', 'd13212');
const MINE = `${BASE}${textOf('mine')}`;
const THEIRS = `${BASE}${textOf('theirs')}`;
/** It has nothing of the text before. */
const OTHER = textOf('other');
const JOINED = [`${MINE}${textOf('theirs')}`, `${THEIRS}${textOf('mine')}`];

export function textOf(profile: string, color = '1d8102'): string {
  return `[${profile}]\nrole_arn = arn:aws:iam::333333333333:role/Developer\ncolor = ${color}\n`;
}

/** A text that packs into several items. */
function longText(): string {
  const hex = Array.from({ length: 600 }, (_, index) => ((index * 2_654_435_761) % 2 ** 32).toString(16));
  return hex.map((name, index) => textOf(`${name}${hex.at(-index) ?? ''}`, name.padStart(6, '0').slice(0, 6))).join('');
}

/** Two devices whose history is told by the engine itself, without faults. */
class Story {
  #now = START;
  readonly here: FakeDevice;
  readonly there: FakeDevice;

  constructor(private readonly startEngine: StartEngine) {
    this.here = new FakeDevice(() => this.#now);
    this.there = new FakeDevice(() => this.#now);
  }

  async save(on: FakeDevice, text: string): Promise<void> {
    const engine = this.#engine(on);
    const { config } = await engine.readSavedConfig();
    await engine.saveConfig(text, config.id, this.#now);
  }

  reconcile(on: FakeDevice): Promise<unknown> {
    return this.do(on, (engine, now) => engine.reconcile(now));
  }

  async do(on: FakeDevice, work: (engine: Engine, now: number) => Promise<unknown>): Promise<unknown> {
    return work(this.#engine(on), this.#now);
  }

  /** Hands over what this device has, and brings it to the other. */
  async share(from: FakeDevice): Promise<void> {
    await this.reconcile(from);
    const to = from === this.here ? this.there : this.here;
    await to.bring((await from.stored()).sync);
  }

  /** Both have this text. */
  async bothHave(text: string): Promise<void> {
    await this.save(this.here, text);
    await this.share(this.here);
    await this.reconcile(this.there);
  }

  async end(): Promise<Pick<Scenario, 'here' | 'there'>> {
    return { here: await this.here.stored(), there: await this.there.stored() };
  }

  #engine(device: FakeDevice): Engine {
    this.#now += MINUTE;
    return this.startEngine(device.start());
  }
}

/** All steps that the engine takes. */
export async function allScenarios(startEngine: StartEngine): Promise<Scenario[]> {
  const reconcile = (engine: Engine, now: number) => engine.reconcile(now);
  const tell = async (
    name: string,
    about: Omit<Scenario, 'name' | 'here' | 'there'>,
    events: (story: Story) => Promise<unknown>,
  ): Promise<Scenario> => {
    const story = new Story(startEngine);
    await events(story);
    return { name, ...about, ...(await story.end()) };
  };
  const save = async (engine: Engine, now: number, text: string) =>
    engine.saveConfig(text, (await engine.readSavedConfig()).config.id, now);
  const bothEdit = async (story: Story, mine: string, theirs: string) => {
    await story.bothHave(BASE);
    await story.save(story.here, mine);
    await story.save(story.there, theirs);
    await story.share(story.there);
  };
  const long = longText();
  const recolored = (color: string) => BASE.replace('d13212', color);

  return Promise.all([
    tell(
      'the first save',
      { run: (engine, now) => save(engine, now, MINE), saved: [], mayBe: ['', MINE], promised: MINE },
      async () => undefined,
    ),
    tell(
      'a save over an older text',
      { run: (engine, now) => save(engine, now, OTHER), saved: [BASE], mayBe: [BASE, OTHER], promised: OTHER },
      (story) => story.bothHave(BASE),
    ),
    tell(
      'the packing of kept texts',
      { run: (engine) => engine.packVersions(), saved: [BASE, OTHER], mayBe: [OTHER] },
      async (story) => {
        await story.bothHave(BASE);
        await story.save(story.here, OTHER);
      },
    ),
    tell('the first push', { run: reconcile, saved: [MINE], mayBe: [MINE] }, (story) => story.save(story.here, MINE)),
    tell('a push', { run: reconcile, saved: [BASE, MINE], mayBe: [MINE] }, async (story) => {
      await story.bothHave(BASE);
      await story.save(story.here, MINE);
    }),
    tell('a push of a shorter text', { run: reconcile, saved: [long, MINE], mayBe: [MINE] }, async (story) => {
      await story.bothHave(long);
      await story.save(story.here, MINE);
    }),
    tell('a text taken over', { run: reconcile, saved: [BASE, THEIRS], mayBe: [BASE, THEIRS] }, async (story) => {
      await story.bothHave(BASE);
      await story.save(story.there, THEIRS);
      await story.share(story.there);
    }),
    tell('two texts joined', { run: reconcile, saved: [BASE, MINE, THEIRS], mayBe: [MINE, ...JOINED] }, (story) =>
      bothEdit(story, MINE, THEIRS),
    ),
    tell(
      'two texts in conflict',
      {
        run: reconcile,
        saved: [BASE, recolored('000001'), recolored('000002')],
        mayBe: [recolored('000001')],
        isConflict: true,
      },
      (story) => bothEdit(story, recolored('000001'), recolored('000002')),
    ),
    tell(
      'a conflict settled',
      {
        run: async (engine, now) => {
          const [{ config }, conflict] = await Promise.all([
            engine.readSavedConfig(),
            engine.readItem(engine.syncConflictItem),
          ]);
          return engine.resolveConflict(recolored('000003'), config.id, conflict?.id ?? '', now);
        },
        saved: [BASE, recolored('000001'), recolored('000002')],
        mayBe: [recolored('000001'), recolored('000003')],
        promised: recolored('000003'),
      },
      async (story) => {
        await bothEdit(story, recolored('000001'), recolored('000002'));
        await story.reconcile(story.here);
      },
    ),
    tell('pins, uses and settings joined', { run: reconcile, saved: [BASE], mayBe: [BASE] }, async (story) => {
      await story.bothHave(BASE);
      await story.do(story.there, (engine, now) => engine.rememberUse('111111111111', 'aws:333333333333:There', now));
      await story.do(story.there, (engine, now) => engine.changeSetting('showOnlyMatchingRoles', true, now));
      await story.share(story.there);
      await story.do(story.here, (engine, now) => engine.rememberUse('111111111111', 'aws:333333333333:Here', now));
    }),
    tell(
      'a save over what the first version stored',
      { run: (engine, now) => save(engine, now, OTHER), saved: [BASE], mayBe: [BASE, OTHER], promised: OTHER },
      (story) => story.do(story.here, async (engine) => story.here.restore(await storedByFirst(engine, BASE, BASE))),
    ),
    tell('the sync of what the first version stored', { run: reconcile, saved: [BASE], mayBe: [BASE] }, (story) =>
      story.do(story.here, async (engine) => story.here.restore(await storedByFirst(engine, BASE, BASE))),
    ),
    tell(
      'a text of a device that has the first version still',
      { run: reconcile, saved: [BASE, THEIRS], mayBe: [BASE, THEIRS] },
      (story) => story.do(story.here, async (engine) => story.here.restore(await storedByFirst(engine, BASE, THEIRS))),
    ),
    tell(
      'the repair of a damaged text',
      {
        run: (engine, now) => engine.repairConfig(now),
        saved: [BASE],
        mayBe: [BASE],
        damage: 'the configuration is damaged',
      },
      async (story) => {
        await story.bothHave(BASE);
        const { local, sync } = await story.here.stored();
        const damaged = JSON.parse(JSON.stringify(local.config).replace('Developer', 'Deve\\u0000oper')) as unknown;
        await story.here.restore({ local: { ...local, config: damaged }, sync });
      },
    ),
    tell(
      'a rest that never comes',
      { run: reconcile, saved: [BASE, MINE], mayBe: [MINE], damage: 'what lies in storage.sync is not whole' },
      async (story) => {
        await story.bothHave(BASE);
        await story.save(story.here, MINE);
        const { local, sync } = await story.here.stored();
        await story.here.restore({ local, sync: { config: sync.config } });
        await story.reconcile(story.here);
      },
    ),
  ]);
}
