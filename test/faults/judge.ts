import type { Device, Engine, StartEngine } from './profile.ts';
import { MINUTE, NOW, type Scenario } from './scenarios.ts';

/** A text that has nothing of the ones before. */
const LATER = '# later\n';

/**
 * What does not hold after a step that ended in this way: what a new worker reads, what lies in storage, and what both
 * devices have after they have met undisturbed.
 */
export async function judge(
  startEngine: StartEngine,
  { here, there }: { readonly here: Device; readonly there: Device },
  scenario: Scenario,
  outcome: 'done' | 'refused' | 'killed',
): Promise<string[]> {
  const complaints: string[] = [];
  const expect = (holds: boolean, complaint: string): void => {
    if (!holds) complaints.push(complaint);
  };
  const promised = outcome === 'done' ? scenario.promised : undefined;
  const [mine, theirs] = [new Meeting(startEngine, here), new Meeting(startEngine, there)];
  const first = await mine.text();
  expect(scenario.mayBe.includes(first), `reads ${JSON.stringify(first)}`);
  expect(promised === undefined || first === promised, 'has lost what it said was saved');
  complaints.push(...(await mine.damages()).filter((damage) => damage !== scenario.damage));

  const questions = await meet(mine, theirs);
  expect(!scenario.isConflict || questions > 0, 'has decided what only the user can');
  complaints.push(...(await mine.damages()), ...(await theirs.damages()));
  const [text, other] = [await mine.text(), await theirs.text()];
  expect(text === other, `the devices have ${JSON.stringify([text, other])}`);
  expect((await mine.shared()) === (await theirs.shared()), 'pins, uses or settings differ');
  const chosen = (scenario.here.local.settings ?? scenario.there.local.settings) !== undefined;
  expect((await mine.showsOnlyMatching()) === chosen, 'has lost a setting');
  await mine.save(LATER);
  const kept = [...(await mine.kept()), ...(await theirs.kept())];
  expect(text === '' || kept.includes(text), 'the next save loses the text that it replaces');
  for (const saved of [...scenario.saved, ...(promised === undefined ? [] : [promised])]) {
    expect(isKept(saved, kept, text), `lost ${JSON.stringify(saved)}`);
  }
  return complaints;
}

/** A text is kept where it is among the versions, or every section of it is in the current text. */
function isKept(text: string, kept: readonly string[], current: string): boolean {
  return kept.includes(text) || text.split(/^(?=\[)/m).every((section) => current.includes(section));
}

/**
 * Lets both devices sync, undisturbed, and settles what they ask. Both have long had time to try again.
 * @returns how many questions they had
 */
async function meet(mine: Meeting, theirs: Meeting): Promise<number> {
  let questions = 0;
  await mine.begin();
  for (let round = 0, before = ''; round < 4; round++) {
    questions += await mine.sync();
    await mine.bringTo(theirs);
    questions += await theirs.sync();
    const after = await theirs.bringTo(mine);
    if (after === before) break;
    before = after;
  }
  return questions;
}

/** One device while nothing goes wrong. */
class Meeting {
  /** Later than any pause. */
  #now = NOW + 120 * MINUTE;
  readonly #engine: Engine;

  constructor(
    startEngine: StartEngine,
    private readonly device: Device,
  ) {
    this.#engine = startEngine(device.start());
  }

  /** What the background does when the browser starts. */
  async begin(): Promise<void> {
    await this.#engine.repairConfig(this.#now);
  }

  async save(text: string): Promise<void> {
    this.#now += 10 * MINUTE;
    await this.#engine.saveConfig(text, (await this.#engine.readSavedConfig()).config.id, this.#now);
  }

  /** @returns how many questions it had */
  async sync(): Promise<number> {
    this.#now += 10 * MINUTE;
    await this.#engine.reconcile(this.#now);
    const [{ config }, conflict] = await Promise.all([
      this.#engine.readSavedConfig(),
      this.#engine.readItem(this.#engine.syncConflictItem),
    ]);
    if (!conflict) return 0;
    await this.#engine.resolveConflict(`${config.text}# settled\n`, config.id, conflict.id, this.#now);
    await this.#engine.reconcile(this.#now + MINUTE);
    return 1;
  }

  /** @returns what was brought, as JSON text */
  async bringTo(other: Meeting): Promise<string> {
    const { sync } = await this.device.stored();
    await other.device.bring(sync);
    return JSON.stringify(sync);
  }

  async text(): Promise<string> {
    return (await this.#engine.readSavedConfig()).config.text;
  }

  /** What both devices come to have without anybody's decision. */
  async shared(): Promise<string> {
    const [personal, settings] = await Promise.all([
      this.#engine.readItem(this.#engine.personalItem),
      this.#engine.readItem(this.#engine.settingsItem),
    ]);
    return JSON.stringify([personal, settings.changedAt]);
  }

  async showsOnlyMatching(): Promise<boolean> {
    return (await this.#engine.readItem(this.#engine.settingsItem)).showOnlyMatchingRoles;
  }

  async kept(): Promise<string[]> {
    return (await this.#versionTexts()).filter((text) => text !== undefined);
  }

  /** What of the stored data is not whole. */
  async damages(): Promise<string[]> {
    const [{ config, isDamaged }, { config: synced }] = await Promise.all([
      this.#engine.readSavedConfig(),
      this.#engine.readSyncArea(),
    ]);
    const checksum = config.checksum ?? (await this.#engine.checksumOf(config.text));
    return [
      ...(isDamaged ? ['the configuration is damaged'] : []),
      ...(checksum === (await this.#engine.checksumOf(config.text)) ? [] : ['the checksum is wrong']),
      ...(synced.kind === 'incomplete' ? ['what lies in storage.sync is not whole'] : []),
      ...((await this.#versionTexts()).includes(undefined) ? ['a version is damaged'] : []),
    ];
  }

  async #versionTexts(): Promise<(string | undefined)[]> {
    const versions = await this.#engine.readItem(this.#engine.versionsItem);
    return Promise.all(versions.map(this.#engine.versionText));
  }
}
