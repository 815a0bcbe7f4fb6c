import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemBytes } from '../../../src/core/saved/charged-bytes.ts';
import { emptiedChunks, findReplica, SYNC_QUOTA, toReplicaItems } from '../../../src/core/saved/replica.ts';

const packedText = fc.stringMatching(/^[A-Za-z0-9+/=]{0,40000}$/);

function itemsOf(packed: string): Record<string, unknown> {
  return toReplicaItems({ id: '2.abc', ancestors: ['1.def'], savedAt: 1, checksum: 'sum', packed });
}

describe('the copy in storage.sync', () => {
  it('comes back as it was laid out, in items within the quota', () => {
    fc.assert(
      fc.property(packedText, (packed) => {
        const items = itemsOf(packed);
        expect(findReplica(items)).toEqual({
          kind: 'found',
          replica: { id: '2.abc', ancestors: ['1.def'], savedAt: 1, checksum: 'sum', packed, encoding: 'base91' },
        });
        for (const [key, value] of Object.entries(items)) {
          expect(itemBytes(key, value)).toBeLessThanOrEqual(SYNC_QUOTA.itemBytes);
        }
      }),
    );
  });

  it('fills each item to its last byte', () => {
    const items = itemsOf('x'.repeat(20_000));
    expect(itemBytes('config.2.abc.0', items['config.2.abc.0'])).toBe(SYNC_QUOTA.itemBytes);
  });

  it('keeps the chunks of two saves apart, whichever head remains', () => {
    const items = (id: string, packed: string) =>
      toReplicaItems({ id, ancestors: [], savedAt: 1, checksum: 'sum', packed });
    const [one, two] = [items('2.111', 'x'.repeat(9000)), items('2.222', 'y'.repeat(9000))];
    expect(findReplica({ ...one, ...two })).toMatchObject({ replica: { packed: 'y'.repeat(9000) } });
    expect(findReplica({ ...one, ...two, config: one.config })).toMatchObject({
      replica: { packed: 'x'.repeat(9000) },
    });
  });

  it('is read as the first version wrote it, under a name that every device gives it', () => {
    const items = { config: { v: 1, savedAt: 255, chunkCount: 1, checksum: 's' }, 'config.0': 'abc=' };
    expect(findReplica(items)).toEqual({
      kind: 'found',
      replica: { id: '1.ff', ancestors: [], savedAt: 255, checksum: 's', packed: 'abc=', encoding: 'base64' },
    });
  });

  it.each([
    ['none', 'nothing', {}],
    ['none', 'AESR’s own items', { lztext_0: 'x' }],
    ['incomplete', 'a chunk that has not come yet', { ...itemsOf('x'.repeat(9000)), 'config.2.abc.1': undefined }],
    ['incomplete', 'a head that is none', { config: 'INI' }],
    ['incomplete', 'a head that is null', { config: null }],
    ['incomplete', 'a head that asks for a million chunks', { config: [2, '2.abc', 1, 1e6, '', ''] }],
    ['incomplete', 'a head without a name', { config: [2, '__proto__', 1, 0, '', ''] }],
    ['newer', 'a head of a newer version', { config: [3, 'something', { else: true }] }],
  ])('is %s in %s', (kind, _name, items) => {
    expect(findReplica(items)).toEqual({ kind });
  });

  it('empties the chunks that a longer text has left behind, and nobody else’s items', () => {
    const mine = { 'config.2.abc.0': 'a', 'config.2.abc.1': 'b', 'config.3.def.10': 'c', 'config.7': 'd' };
    const before = { config: [], ...mine, other: 'e', 'config.x': 'f', 'config.': 'g', 'config.a.xyz.0': 'h' };
    expect(emptiedChunks(before, itemsOf('short'))).toEqual({
      'config.2.abc.1': '',
      'config.3.def.10': '',
      'config.7': '',
    });
  });
});
