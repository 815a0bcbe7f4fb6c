import { describe, expect, it } from 'vitest';
import {
  ANCESTOR_LIMIT,
  type Ancestry,
  commonVersions,
  descend,
  idSource,
  NO_ANCESTRY,
  parseAncestry,
  syncStep,
} from '../../../src/core/saved/ancestry.ts';

/** A version made from another: its hash stands for its text. */
function child(hash: string, ...parents: Ancestry[]): Ancestry {
  return descend(parents, hash);
}

/** So many versions, each made from the one before. */
function line(from: Ancestry, count: number, letter: string): Ancestry {
  let last = from;
  for (let number = 0; number < count; number++) last = child(`${letter}${number}`.slice(-10), last);
  return last;
}

const first = child('aa', NO_ANCESTRY);
const mine = child('bb', first);
const theirs = child('cc', first);
const joined = child('dd', mine, theirs);

const device = (ancestry: Ancestry, syncedId = '', hasOwnChanges = true) => ({ ...ancestry, syncedId, hasOwnChanges });

describe('what is to be done about a text in storage.sync', () => {
  it.each([
    ['nothing about its own', device(mine), mine, 'same'],
    ['it is taken over by a device that has none', device(NO_ANCESTRY), theirs, 'adopt'],
    ['it is taken over where it was made from this one', device(first), theirs, 'adopt'],
    ['it is taken over also over generations', device(first), line(theirs, 10, 'e'), 'adopt'],
    ['it is taken over where both were joined in it', device(mine), joined, 'adopt'],
    ['it is replaced where this one was made from it', device(mine), first, 'push'],
    [
      'it is replaced where it was last this device’s own, however long ago',
      device(line(mine, 90, 'f'), mine.id),
      mine,
      'push',
    ],
    ['it is joined where neither knows the other', device(mine), theirs, 'merge'],
    ['it is joined where nothing is in common', device(mine), child('ee', NO_ANCESTRY), 'merge'],
    ['it is joined even with a text that was only taken over', device(mine, '', false), theirs, 'merge'],
    [
      'it is taken over where this one may be forgotten there and is nobody’s own',
      device(mine, '', false),
      line(mine, 90, 'f'),
      'adopt',
    ],
    [
      'it is joined where this one may be forgotten there and has changes of its own',
      device(mine),
      line(mine, 90, 'f'),
      'merge',
    ],
  ] as const)('%s', (_name, here, there, step) => {
    expect(syncStep(here, there)).toBe(step);
  });
});

describe('the name of a version', () => {
  it('is the same for two devices that join the same two', () => {
    expect(child('dd', theirs, mine)).toEqual(joined);
    expect(idSource([mine, theirs], 1, 'text')).toBe(idSource([theirs, mine], 1, 'text'));
  });

  it('differs for the same text saved at another time or from another text', () => {
    const sources = [
      idSource([mine], 1, 'x'),
      idSource([mine], 2, 'x'),
      idSource([theirs], 1, 'x'),
      idSource([], 1, 'x'),
    ];
    expect(new Set(sources).size).toBe(4);
  });

  it('remembers the newest ancestors first, and not more than its limit', () => {
    expect(joined.ancestors).toEqual([...[mine.id, theirs.id].sort(), first.id]);
    expect(line(first, 90, 'f').ancestors).toHaveLength(ANCESTOR_LIMIT);
  });

  it('is not read from anything else', () => {
    for (const id of [undefined, 1, '', 'x', '2.', '.a', '__proto__', '2.ABC', `2.${'a'.repeat(99)}`]) {
      expect(parseAncestry(id, [])).toBeUndefined();
    }
    expect(parseAncestry('2.abc', ['1.def', 7, 'x y'])).toEqual({ id: '2.abc', ancestors: ['1.def'] });
    expect(parseAncestry('2.abc', 'no list')).toEqual({ id: '2.abc', ancestors: [] });
  });
});

describe('what two texts were both made from', () => {
  it.each([
    ['the one that both were made from', mine, theirs, [first.id]],
    ['the newest first', line(joined, 1, 'x'), line(joined, 1, 'y'), [joined.id, ...joined.ancestors]],
    ['one of the two itself', first, mine, [first.id]],
    ['nothing', mine, child('ee', NO_ANCESTRY), []],
  ])('is %s', (_name, a, b, expected) => {
    expect(commonVersions(a, b)).toEqual(expected);
    expect(commonVersions(b, a)).toEqual(expected);
  });
});
