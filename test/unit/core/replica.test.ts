import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargedBytes, leftoverKeys, parseReplica, SYNC_QUOTA, toReplica } from '../../../src/core/saved/replica.ts';

const packedText = fc.stringMatching(/^[A-Za-z0-9+/=]{0,40000}$/);

describe('the copy in storage.sync', () => {
  it('comes back as it was laid out, in items within the quota', () => {
    fc.assert(
      fc.property(packedText, (packed) => {
        const items = toReplica(packed, 1, 'sum');
        expect(parseReplica(items)).toEqual({
          head: { v: 1, savedAt: 1, chunkCount: Object.keys(items).length - 1, checksum: 'sum' },
          packed,
        });
        for (const [key, value] of Object.entries(items)) {
          expect(chargedBytes({ [key]: value })).toBeLessThanOrEqual(SYNC_QUOTA.itemBytes);
        }
      }),
    );
  });

  it('fills each item to its last byte', () => {
    const items = toReplica('x'.repeat(20_000), 1, 'sum');
    expect(chargedBytes({ 'config.0': items['config.0'] })).toBe(SYNC_QUOTA.itemBytes);
  });

  it.each([
    ['nothing', {}],
    ['a chunk that has not come yet', { ...toReplica('x'.repeat(9000), 1, 's'), 'config.1': undefined }],
    ['a head of a newer version', { config: { v: 2, savedAt: 1, chunkCount: 0, checksum: '' } }],
    ['a head that is none', { config: 'INI' }],
    ['a head that asks for a million chunks', { config: { v: 1, savedAt: 1, chunkCount: 1e6, checksum: '' } }],
    ['AESR’s own items', { lztext_0: 'x' }],
  ])('is not read from %s', (_name, items) => {
    expect(parseReplica(items)).toBeUndefined();
  });

  it('names the chunks that a longer text has left behind, and nobody else’s items', () => {
    const items = { config: {}, 'config.0': '', 'config.1': '', 'config.10': '', other: '', 'config.x': '' };
    expect(leftoverKeys(items, 1)).toEqual(['config.1', 'config.10']);
  });
});
