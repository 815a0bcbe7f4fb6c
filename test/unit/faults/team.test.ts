import { afterAll, describe, expect, it, vi } from 'vitest';
import { newSource, type TeamSource } from '../../../src/core/team/team-source.ts';
import { FakeBrowser, type FakeWorker } from '../../fakes/fake-browser.ts';
import { FAULT_KINDS, type Fault } from '../../fakes/faults.ts';
import { workerScript, workerStarter } from '../../fakes/worker-script.ts';

type Engine = typeof import('../../faults/team.ts');

const URL_OF_TEAM = 'https://config.example/team.ini';
const SENDER = 'a'.repeat(32);
const HEADER = { name: 'Authorization', value: 'token x' };
const OLD = '[old]\nrole_arn = arn:aws:iam::333333333333:role/Old\n';
const NEW = '[new]\nrole_arn = arn:aws:iam::333333333333:role/New\n';

const script = workerStarter<Engine>(await workerScript('test/faults/team.ts'));
let profile = new FakeBrowser();

/** A new worker, with the little of the extension API that the fake browser has not. */
function start(fault?: Fault): { readonly worker: FakeWorker; readonly engine: Engine } {
  const worker = profile.start(fault);
  const others = { permissions: { contains: async () => true }, i18n: { getMessage: (key: string) => key } };
  return { worker, engine: script({ browser: { ...worker.browser, ...others }, navigator: worker.navigator }) };
}

/** The headers that the server was asked with. */
const asked: unknown[] = [];

vi.stubGlobal('fetch', async (url: string, { headers }: RequestInit) => {
  asked.push(headers);
  const answer = new Response(NEW, { headers: { 'content-type': 'text/plain', etag: '"new"' } });
  return Object.defineProperty(answer, 'url', { value: url });
});
afterAll(() => vi.unstubAllGlobals());

/** A browser in which the old text is in use, from an address or from another extension. */
async function begin(source: TeamSource): Promise<void> {
  profile = new FakeBrowser();
  const { engine } = start();
  const used = await engine.toCopy({ kind: 'text', text: OLD, usable: 1, secrets: 0 }, 1);
  await engine.writeItem(engine.teamItem, { sources: [{ ...source, used }], asking: undefined });
}

const sources = {
  url: newSource({ kind: 'url', url: URL_OF_TEAM }, { update: 'automatic', interval: 15, header: HEADER }),
  sender: newSource({ kind: 'sender', extensionId: SENDER }),
};

const update = {
  url: async ({ checkTeams }: Engine) => {
    await checkTeams(() => true);
    return true;
  },
  sender: async ({ receiveConfig }: Engine) =>
    (await receiveConfig({ action: 'updateConfig', dataType: 'ini', data: NEW }, SENDER))?.result === 'success',
};

/** Updates once with a fault; afterwards no worker lives. */
async function updateWith(
  kind: 'url' | 'sender',
  fault: Fault,
): Promise<{ readonly isMet: boolean; readonly isDone: boolean }> {
  const { worker, engine } = start(fault);
  const dead = new Promise<boolean>((resolve) => worker.faults.onDeath(() => resolve(false)));
  const isDone = await Promise.race([update[kind](engine).catch(() => false), dead]);
  worker.faults.kill();
  return { isMet: worker.faults.isMet, isDone };
}

async function textsInUse({ readTeamLayers }: Engine): Promise<string[]> {
  return (await readTeamLayers()).map(({ text }) => text);
}

describe.each(['url', 'sender'] as const)('an update from a %s', (kind) => {
  it.each(FAULT_KINDS)('leaves the old text or the new one, wherever the browser does this: %s', async (faultKind) => {
    let call = 1;
    for (; ; call++) {
      await begin(sources[kind]);
      const { isMet, isDone } = await updateWith(kind, { kind: faultKind, call });
      if (!isMet) break;
      const { worker, engine } = start();
      const found = await textsInUse(engine);
      expect([[OLD], [NEW]], `call ${call}`).toContainEqual(found);
      const { sources: kept } = await engine.readItem(engine.teamItem);
      expect(kept, `call ${call}`).toMatchObject([
        { from: sources[kind].from, header: sources[kind].header, interval: sources[kind].interval },
      ]);
      // What was promised is there; where the background ended before, something brings it back.
      if (kind === 'sender' && isDone) expect(found, `call ${call}`).toEqual([NEW]);
      if (kind === 'url') expect(await worker.browser.alarms.get('team'), `call ${call}`).toBeDefined();
      await update[kind](engine);
      expect(await textsInUse(engine), `call ${call}`).toEqual([NEW]);
    }
    expect(call).toBeGreaterThan(4);
  });
});

describe('the texts in use', () => {
  it('lack one that storage has damaged, until the server has sent it again', async () => {
    await begin(sources.url);
    const { engine } = start();
    const { sources: kept } = await engine.readItem(engine.teamItem);
    const other = newSource({ kind: 'sender', extensionId: SENDER }, { used: kept[0]?.used });
    const damaged = kept.map((source) => ({
      ...source,
      used: source.used && { ...source.used, packed: `A${source.used.packed}` },
      // With these, the server would say that nothing has changed.
      validators: { etag: '"new"', lastModified: undefined, sha256: 'a'.repeat(64) },
    }));
    await engine.writeItem(engine.teamItem, { sources: [...damaged, other], asking: undefined });
    expect(await textsInUse(start().engine)).toEqual([OLD]);
    asked.length = 0;
    await start().engine.checkTeams(() => true);
    expect(asked).toEqual([{ Authorization: HEADER.value }]);
    expect(await textsInUse(start().engine)).toEqual([NEW, OLD]);
  });

  it('are none where a newer Hatrack has written them, which stay as they are', async () => {
    profile = new FakeBrowser();
    const newer = { team: { v: 99, data: { of: 'another shape' } } };
    await profile.put('local', newer);
    const { engine } = start();
    expect(await textsInUse(engine)).toEqual([]);
    await expect(engine.checkTeams(() => true)).rejects.toThrow('newer version');
    expect(profile.stored.local.get('team')).toEqual(newer);
  });
});
