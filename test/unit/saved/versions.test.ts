import { describe, expect, it } from 'vitest';
import { parseKeptText } from '../../../src/core/saved/kept-text.ts';
import {
  freeSlots,
  parseVersions,
  placeVersions,
  type SavedVersion,
  SLOT_COUNT,
  VERSION_LIMIT,
  withVersion,
} from '../../../src/core/saved/versions.ts';

const version = (index: number, checksum = `sum ${index}`): SavedVersion => ({
  id: `${index}.a`,
  place: { kind: 'slot', slot: index % SLOT_COUNT, isPacked: true },
  checksum,
  savedAt: index,
  origin: 'here',
});
const all = Array.from({ length: VERSION_LIMIT }, (_, index) => version(VERSION_LIMIT - index));
const ids = (versions: readonly SavedVersion[]) => versions.map(({ id }) => id);

describe('the kept versions', () => {
  it.each([
    ['the newest first', [version(1)], version(2), '', ['2.a', '1.a']],
    ['none twice', [version(2), version(1)], version(1), '', ['1.a', '2.a']],
    ['the same text under its newer name alone', [version(1, 'same')], version(2, 'same'), '', ['2.a']],
    ['one that is still compared with', [version(1, 'same')], version(2, 'same'), '1.a', ['2.a', '1.a']],
  ])('are %s', (_name, before, next, compared, expected) => {
    expect(ids(withVersion(before, next, compared))).toEqual(expected);
  });

  it('are as many as are kept, with the one that is still compared with', () => {
    const next = version(VERSION_LIMIT + 1);
    expect(ids(withVersion(all, next, ''))).toEqual(ids([next, ...all.slice(0, -1)]));
    expect(ids(withVersion(all, next, '1.a'))).toEqual(ids([next, ...all.slice(0, -2), version(1)]));
  });

  it('leave slots for all that one save can add', () => {
    expect(freeSlots(all).length).toBeGreaterThanOrEqual(4);
    expect(freeSlots([version(0), version(2)]).slice(0, 2)).toEqual([1, 3]);
  });

  it('are read totally, and those of before slots as well', () => {
    const place = { kind: 'slot', slot: 3, isPacked: false };
    const wrong = [
      null,
      {},
      { id: '1.a', savedAt: 1, place: { kind: 'slot', slot: SLOT_COUNT } },
      { id: '1.a', place },
    ];
    expect(parseVersions([...wrong, { id: '1.a', savedAt: 1, place, checksum: 7 }])).toEqual([
      { id: '1.a', place, checksum: undefined, savedAt: 1, origin: 'here' },
    ]);
    const before = [{ id: '1.a', packed: 'abc', savedAt: 1, origin: 'sync' }];
    expect(parseVersions(placeVersions(before))).toEqual([
      { id: '1.a', place: { kind: 'inline', packed: 'abc' }, checksum: undefined, savedAt: 1, origin: 'sync' },
    ]);
    expect(parseKeptText({ text: 7 })).toBeUndefined();
    expect(parseKeptText({ text: 'a' })).toEqual({ text: 'a' });
  });
});
