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
    expect(itemBytes('config.0', items['config.0'])).toBe(SYNC_QUOTA.itemBytes);
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
    ['incomplete', 'a chunk that has not come yet', { ...itemsOf('x'.repeat(9000)), 'config.1': undefined }],
    ['incomplete', 'a head that is none', { config: 'INI' }],
    ['incomplete', 'a head that is null', { config: null }],
    ['incomplete', 'a head that asks for a million chunks', { config: [2, '2.abc', 1, 1e6, '', ''] }],
    ['incomplete', 'a head without a name', { config: [2, '__proto__', 1, 0, '', ''] }],
    ['newer', 'a head of a newer version', { config: [3, 'something', { else: true }] }],
  ])('is %s in %s', (kind, _name, items) => {
    expect(findReplica(items)).toEqual({ kind });
  });

  it('empties the chunks that a longer text has left behind, and nobody else’s items', () => {
    const before = { config: [], 'config.0': 'a', 'config.1': 'b', 'config.10': 'c', other: 'd', 'config.x': 'e' };
    expect(emptiedChunks(before, itemsOf('short'))).toEqual({ 'config.1': '', 'config.10': '' });
  });
});
