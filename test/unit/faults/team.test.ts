import { afterAll, describe, expect, it, vi } from 'vitest';
import { newSource } from '../../../src/core/team/team-source.ts';
import { workerScript, workerStarter } from '../../fakes/worker-script.ts';
import { FakeDevice } from '../../faults/profile.ts';
import {
  answerNew,
  beginTeam,
  HEADER,
  loopOverTeamFaults,
  NEW,
  OLD,
  SENDER,
  SOURCES,
  startTeam,
  type TeamEngine,
  textsInUse,
} from '../../faults/team-loop.ts';

const script = workerStarter<TeamEngine>(await workerScript('test/faults/team.ts'));
const startEngine = script as Parameters<typeof startTeam>[0];
const device = new FakeDevice(Date.now);
const start = () => startTeam(startEngine, device);

/** The headers that the server was asked with. */
const asked: unknown[] = [];

vi.stubGlobal('fetch', async (url: string, { headers }: RequestInit) => {
  asked.push(headers);
  return answerNew(url);
});
afterAll(() => vi.unstubAllGlobals());

describe('an update from an address or a sender', () => {
  it('leaves the old text or the new one, wherever a storage call is refused or the worker is killed', async () => {
    const { runs, complaints } = await loopOverTeamFaults(startEngine, device);
    expect(complaints).toEqual([]);
    expect(runs).toBeGreaterThan(32);
  });
});

describe('the texts in use', () => {
  it('lack one that storage has damaged, until the server has sent it again', async () => {
    await beginTeam(startEngine, device, SOURCES.url);
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
    const newer = { team: { v: 99, data: { of: 'another shape' } } };
    await device.restore({ local: newer, sync: {} });
    const { engine } = start();
    expect(await textsInUse(engine)).toEqual([]);
    await expect(engine.checkTeams(() => true)).rejects.toThrow('newer version');
    expect((await device.stored()).local).toEqual(newer);
  });
});
