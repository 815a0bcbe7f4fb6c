import { describe, expect, it } from 'vitest';
import { failed } from '../../../src/core/team/judge-text.ts';
import { isDue, nextCheck } from '../../../src/core/team/next-check.ts';
import type { TeamFailureCode } from '../../../src/core/team/team-failure.ts';
import { newSource, type TeamCopy, type TeamSource } from '../../../src/core/team/team-source.ts';
import {
  type Arrival,
  setPendingAside,
  updateTeam,
  usePending,
  validatorsFor,
  withUpdateMode,
} from '../../../src/core/team/update-team.ts';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const PIN = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

function copyOf(checksum: string, usable = 3): TeamCopy {
  return { packed: `packed ${checksum}`, checksum, usable, secrets: 0, at: NOW };
}

function text(checksum: string, { usable = 3, sha256 = PIN } = {}): Arrival {
  return {
    kind: 'text',
    copy: copyOf(checksum, usable),
    validators: { etag: `"${checksum}"`, lastModified: undefined, sha256 },
  };
}

const unchanged: Arrival = { kind: 'unchanged' };
const broken: Arrival = failed('server', 500);
const OLD = { ...copyOf('old'), at: NOW - 5 * HOUR };

function source(options: Partial<TeamSource> = {}): TeamSource {
  return newSource({ kind: 'url', url: 'https://config.example/team.ini' }, options);
}

/** What is in use, what waits, and how it ended. */
function shape(before: TeamSource, arrival: Arrival): readonly [string | undefined, string | undefined, string] {
  const { source: after, outcome } = updateTeam(before, arrival, NOW, 0.5);
  return [after.used?.checksum, after.pending?.checksum, outcome];
}

describe('what comes into a source', () => {
  const automatic = { update: 'automatic' } as const;
  const waiting = { used: OLD, pending: { ...copyOf('new'), at: NOW - HOUR } };
  it.each<[string, Partial<TeamSource>, Arrival, readonly [string | undefined, string | undefined, string]]>([
    ['a first text waits', {}, text('new'), [undefined, 'new', 'waiting']],
    ['a first text is used at once where updates are automatic', automatic, text('new'), ['new', undefined, 'used']],
    ['the same text changes nothing', { used: OLD }, text('old'), ['old', undefined, 'unchanged']],
    ['a 304 changes nothing', { used: OLD }, unchanged, ['old', undefined, 'unchanged']],
    ['a changed text waits, and the old one stays', { used: OLD }, text('new'), ['old', 'new', 'waiting']],
    ['a changed text is used', { used: OLD, ...automatic }, text('new'), ['new', undefined, 'used']],
    ['what waits goes on waiting', waiting, unchanged, ['old', 'new', 'unchanged']],
    ['what waits is not told again', waiting, text('new'), ['old', 'new', 'unchanged']],
    ['a newer one takes the place of what waits', waiting, text('newer'), ['old', 'newer', 'waiting']],
    ['a change that was taken back waits no more', waiting, text('old'), ['old', undefined, 'unchanged']],
    [
      'what waits is used once updates are automatic',
      { ...waiting, ...automatic },
      unchanged,
      ['new', undefined, 'used'],
    ],
    [
      'a text without roles waits, even where updates are automatic',
      { used: OLD, ...automatic },
      text('empty', { usable: 0 }),
      ['old', 'empty', 'waiting'],
    ],
    ['so does a first one', automatic, text('empty', { usable: 0 }), [undefined, 'empty', 'waiting']],
    ['a failure leaves everything', waiting, broken, ['old', 'new', 'failed']],
    ['a pinned text is taken', { ...automatic, sha256: PIN }, text('new'), ['new', undefined, 'used']],
    [
      'any other is not',
      { used: OLD, ...automatic, sha256: PIN },
      text('new', { sha256: OTHER }),
      ['old', undefined, 'failed'],
    ],
    [
      'a pin that could not be read fits nothing',
      { ...automatic, sha256: '' },
      text('new'),
      [undefined, undefined, 'failed'],
    ],
  ])('%s', (_name, before, arrival, expected) => {
    expect(shape(source(before), arrival)).toEqual(expected);
  });

  it('keeps the time when a text first came, and makes a damaged copy whole', () => {
    const damaged = { ...OLD, packed: 'damaged' };
    expect(updateTeam(source({ used: damaged }), text('old'), NOW, 0).source.used).toEqual({
      ...copyOf('old'),
      at: OLD.at,
    });
    const again = updateTeam(source(waiting), text('new'), NOW, 0).source;
    expect(again.pending?.at).toBe(NOW - HOUR);
  });

  it('says how the last check went, and forgets a failure with the next good one', () => {
    const bad = updateTeam(updateTeam(source({ used: OLD }), broken, NOW, 0.5).source, broken, NOW, 0.5).source;
    expect(bad).toMatchObject({ failures: 2, failure: { code: 'server', detail: '500' }, checkedAt: 0 });
    expect(updateTeam(bad, unchanged, NOW, 0.5).source).toMatchObject({
      failures: 0,
      failure: undefined,
      checkedAt: NOW,
    });
    const pinned = updateTeam(source({ sha256: OTHER }), text('new'), NOW, 0.5).source;
    expect(pinned).toMatchObject({ failure: { code: 'pin' }, validators: undefined, pending: undefined });
  });
});

describe('what the user decides', () => {
  const waiting = source({
    used: OLD,
    pending: copyOf('new'),
    validators: { etag: undefined, lastModified: undefined, sha256: PIN },
  });
  it.each<[string, TeamSource, string | undefined, string | undefined, boolean]>([
    ['using it', usePending(waiting, 'new'), 'new', undefined, false],
    ['using what no longer waits', usePending(waiting, 'older'), 'old', 'new', false],
    ['using what a pin does not fit', usePending({ ...waiting, sha256: OTHER }, 'new'), 'old', 'new', false],
    ['putting it off', setPendingAside(waiting, 'new'), 'old', 'new', true],
    ['putting off what no longer waits', setPendingAside(waiting, 'older'), 'old', 'new', false],
    ['not to be asked any more', withUpdateMode(waiting, 'automatic'), 'new', undefined, false],
    ['to be asked', withUpdateMode(waiting, 'ask'), 'old', 'new', false],
    [
      'a newer text after one that was put off',
      updateTeam(setPendingAside(waiting, 'new'), text('newer'), NOW, 0).source,
      'old',
      'newer',
      false,
    ],
    ['the same one again', updateTeam(setPendingAside(waiting, 'new'), text('new'), NOW, 0).source, 'old', 'new', true],
  ])('%s', (_name, { used, pending, isSetAside }, inUse, waits, aside) => {
    expect([used?.checksum, pending?.checksum, isSetAside]).toEqual([inUse, waits, aside]);
  });
});

describe('asking whether the text is still the same', () => {
  const validators = { etag: '"1"', lastModified: undefined, sha256: PIN };
  it.each<[string, Partial<TeamSource>, boolean]>([
    ['with a text', { validators, used: OLD }, true],
    ['with one that waits', { validators, pending: OLD }, true],
    ['without any', { validators }, false],
    ['with the pinned one', { validators, used: OLD, sha256: PIN }, true],
    ['with another than the pinned one', { validators, used: OLD, sha256: OTHER }, false],
  ])('%s', (_name, before, isAsked) => {
    expect(validatorsFor(source(before))).toEqual(isAsked ? validators : undefined);
  });
});

describe('when to check again', () => {
  const minutes = (
    interval: 15 | 60 | 1440,
    code: TeamFailureCode | undefined,
    failures: number,
    retryAfterMs?: number,
    random = 0.5,
  ) =>
    (nextCheck({ interval, failure: code && { code, detail: '' }, failures }, NOW, random, retryAfterMs) - NOW) /
    60_000;
  it.each<[string, number, number]>([
    ['after a good check', minutes(60, undefined, 0), 60],
    ['earliest', minutes(60, undefined, 0, 0, 0), 54],
    ['latest', minutes(60, undefined, 0, 0, 1), 66],
    ['after one failure', minutes(60, 'server', 1), 60],
    ['after three', minutes(60, 'server', 3), 240],
    ['after many: a day', minutes(60, 'server', 50), 1440],
    ['a slow source never waits longer', minutes(1440, 'html', 9), 1440],
    ['without a network, soon', minutes(60, 'network', 1), 5],
    ['and later and later', minutes(60, 'network', 3), 20],
    ['up to the interval', minutes(60, 'timeout', 9), 60],
    ['and never past it', minutes(15, 'network', 9), 15],
    ['as long as the server asks for', minutes(15, 'busy', 1, 7_200_000), 120],
    ['but not longer than a day', minutes(15, 'busy', 1, 1e12), 1440],
    ['nor sooner than by itself', minutes(60, 'busy', 1, 1000), 60],
  ])('%s', (_name, found, expected) => {
    expect(found).toBeCloseTo(expected, 6);
  });

  it.each<[string, number, boolean]>([
    ['a new source', 0, true],
    ['the time has come', NOW, true],
    ['a second too early', NOW + 1000, false],
    ['a day ahead', NOW + 26 * HOUR, false],
    ['further than any wait: the clock was set back', NOW + 30 * HOUR, true],
  ])('%s', (_name, nextAt, expected) => {
    expect(isDue({ nextAt }, NOW)).toBe(expected);
  });
});
