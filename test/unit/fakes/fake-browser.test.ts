import { describe, expect, it } from 'vitest';
import type { BrowserKind } from '../../browsers/rig.ts';
import { FakeBrowser } from '../../fakes/fake-browser.ts';
import { FAULT_KINDS, type FaultKind, InjectedFault } from '../../fakes/faults.ts';

/** A worker's storage on a profile of its own, and the changes that it hears of. */
function started(kind: BrowserKind = 'chromium') {
  const profile = new FakeBrowser({ kind });
  const { storage } = profile.start().browser;
  const heard: [string, unknown][] = [];
  storage.onChanged.addListener((changes, area) => heard.push([area, changes]));
  return { profile, storage, heard };
}

describe('the fake storage', () => {
  it('gives what was asked for: one, several, all, or defaults', async () => {
    const { local } = started().storage;
    await local.set({ a: 1, b: { c: [2] } });
    expect(await local.get('a')).toEqual({ a: 1 });
    expect(await local.get(['b', 'x'])).toEqual({ b: { c: [2] } });
    expect(await local.get(null)).toEqual({ a: 1, b: { c: [2] } });
    expect(await local.get()).toEqual(await local.get(null));
    expect(await local.get([])).toEqual({});
    expect(await local.get({ a: 9, x: 'default' })).toEqual({ a: 1, x: 'default' });
    await local.remove(['a', 'x']);
    expect(await local.get(null)).toEqual({ b: { c: [2] } });
    await local.clear();
    expect(await local.get(null)).toEqual({});
  });

  it('shares no object with its callers, and takes values as they are at the call', async () => {
    const { local } = started().storage;
    const value = { list: [1] };
    const writing = local.set({ value });
    value.list.push(2);
    await writing;
    const { value: read } = (await local.get('value')) as { value: typeof value };
    read.list.push(3);
    expect(await local.get('value')).toEqual({ value: { list: [1] } });
  });

  it('makes JSON of values: what has none is left out, a typed array is refused', async () => {
    const { local } = started().storage;
    await local.set({ date: new Date(0), none: undefined, nan: Number.NaN, deep: { none: undefined } });
    expect(await local.get(null)).toEqual({ date: '1970-01-01T00:00:00.000Z', nan: null, deep: {} });
    await expect(local.set({ ok: 1, bytes: new Uint8Array(1) })).rejects.toThrow('Cannot serialize value to JSON');
    expect(await local.get('ok')).toEqual({});
  });

  it.each<[BrowserKind, unknown[]]>([
    ['chromium', [['local', { b: { oldValue: 1, newValue: 2 } }]]],
    ['firefox', [['local', { a: { oldValue: 1, newValue: 1 }, b: { oldValue: 1, newValue: 2 } }]]],
  ])('tells everybody what changed, later, and a removal without a new value, in %s', async (kind, second) => {
    const { profile, storage, heard } = started(kind);
    const page: unknown[] = [];
    profile.start().browser.storage.local.onChanged.addListener((changes) => page.push(changes));
    const writing = storage.local.set({ a: 1, b: 1 });
    expect(heard).toEqual([]);
    await writing;
    expect(heard.splice(0)).toEqual([['local', { a: { newValue: 1 }, b: { newValue: 1 } }]]);
    await storage.local.set({ a: 1, b: 2 });
    expect(heard.splice(0)).toEqual(second);
    await storage.local.remove('a');
    expect(heard).toEqual([['local', { a: { oldValue: 1 } }]]);
    expect(page).toHaveLength(3);
  });

  it('has 10 MB of storage.local', async () => {
    const { local } = started().storage;
    const bytes = 10_485_760;
    await local.set({ a: 'x'.repeat(bytes - 3) });
    await expect(local.set({ a: 'x'.repeat(bytes - 2) })).rejects.toThrow('Resource::kQuotaBytes quota exceeded');
    expect(await local.getBytesInUse('a')).toBe(bytes);
  });

  it('lets nobody write what a policy says', async () => {
    const { profile, storage, heard } = started();
    await expect(storage.managed.set({ a: 1 })).rejects.toThrow('This is a read-only store.');
    await profile.put('managed', { a: 1 });
    expect(await storage.managed.get(null)).toEqual({ a: 1 });
    expect(heard).toEqual([['managed', { a: { newValue: 1 } }]]);
  });

  it('counts writes by the minute and by the hour', async () => {
    let time = 0;
    const { sync } = new FakeBrowser({ now: () => time }).start().browser.storage;
    const writes = async (): Promise<number> => {
      for (let done = 0; ; done++) {
        const refusal = await sync.set({ a: done }).catch((error: Error) => error.message);
        if (refusal) return done;
      }
    };
    const perMinute: number[] = [];
    for (let minute = 0; minute < 17; minute++) {
      perMinute.push(await writes());
      time += 60_000;
    }
    expect(perMinute).toEqual([...Array(15).fill(120), 0, 0]);
    time = 3_600_000;
    expect(await writes()).toBe(120);
  });
});

describe('a worker of the fake browser', () => {
  it('finds what an earlier one has stored, and hears nothing once it is killed', async () => {
    const { profile, storage, heard } = started();
    await storage.local.set({ a: 1 });
    await storage.session.set({ b: 2 });
    heard.length = 0;
    profile.killAll();
    const next = profile.start().browser.storage;
    expect(await next.local.get(null)).toEqual({ a: 1 });
    expect(await next.session.get(null)).toEqual({ b: 2 });
    await next.local.set({ a: 2 });
    expect(heard).toEqual([]);
    profile.startUp();
    expect(await next.session.get(null)).toEqual({});
  });

  const after: Record<FaultKind, { answer: string; stored: object; second: boolean }> = {
    'reject-before': { answer: 'refused', stored: { b: 2 }, second: true },
    'reject-after': { answer: 'refused', stored: { a: 1, b: 2 }, second: true },
    'kill-before': { answer: 'none', stored: {}, second: false },
    'kill-after': { answer: 'none', stored: { a: 1 }, second: false },
  };
  it.each(FAULT_KINDS)('whose second storage call meets the fault %s', async (kind) => {
    const profile = new FakeBrowser();
    const { browser, faults } = profile.start({ kind, call: 2 });
    await browser.storage.sync.get('a');
    expect(faults.isMet).toBe(false);
    const died = new Promise<string>((resolve) => faults.onDeath(() => resolve('none')));
    const set = browser.storage.local.set({ a: 1 }).then(
      () => 'done',
      (error: unknown) => (error instanceof InjectedFault ? 'refused' : String(error)),
    );
    expect(await Promise.race([set, died])).toBe(after[kind].answer);
    expect(faults.isMet).toBe(true);
    const second = browser.storage.local.set({ b: 2 }).then(() => true);
    const fresh = profile.start().browser.storage.local;
    await fresh.get(null);
    await fresh.get(null);
    await fresh.get(null);
    expect(await Promise.race([second, Promise.resolve(false)])).toBe(after[kind].second);
    expect(await fresh.get(null)).toEqual(after[kind].stored);
    expect(faults.calls.slice(0, 2)).toEqual(['sync.get a', 'local.set a']);
  });

  it('has a lock alone, and gives it back at its end or its death', async () => {
    const profile = new FakeBrowser();
    const [first, second, third] = [profile.start(), profile.start(), profile.start()];
    const order: string[] = [];
    const enter = (worker: typeof first, name: string, leave?: Promise<void>) =>
      worker.navigator.locks.request('sync', async () => {
        order.push(`${name} in`);
        await leave;
        order.push(`${name} out`);
      });
    void enter(first, 'first', new Promise(() => undefined));
    void enter(second, 'second');
    const last = enter(third, 'third');
    expect(await third.navigator.locks.request('sync', { ifAvailable: true }, (lock) => lock)).toBeNull();
    first.faults.kill();
    await last;
    expect(order).toEqual(['first in', 'second in', 'second out', 'third in', 'third out']);
    await expect(third.navigator.locks.request('sync', () => Promise.reject(new Error('inside')))).rejects.toThrow();
    expect(await second.navigator.locks.request('sync', { ifAvailable: true }, (lock) => lock?.name)).toBe('sync');
  });

  it('hears the alarms that an earlier one has set', async () => {
    let time = 1000;
    const profile = new FakeBrowser({ now: () => time });
    const { alarms } = profile.start().browser;
    await alarms.create('once', { when: 5000 });
    await alarms.create('often', { periodInMinutes: 1 });
    profile.killAll();
    const rung: string[] = [];
    const next = profile.start().browser.alarms;
    next.onAlarm.addListener(({ name }) => rung.push(name));
    for (time of [4999, 5000, 61_000, 121_000]) profile.ringAlarms();
    expect(rung).toEqual(['once', 'often', 'often']);
    expect(await next.getAll()).toEqual([{ name: 'often', scheduledTime: 181_000, periodInMinutes: 1 }]);
    expect(await next.clear('often')).toBe(true);
    expect(await next.get('often')).toBeUndefined();
  });
});
