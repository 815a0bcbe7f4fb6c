import type { Engine, Stored } from './profile.ts';

const EARLIER = '# earlier\n';

/**
 * What the first version of Hatrack has stored: no names of texts, no checksums, base64 in storage.sync. Its worker was
 * killed before it could keep the text among the versions.
 */
export async function storedByFirst({ pack, checksumOf }: Engine, text: string, synced: string): Promise<Stored> {
  const [localAt, syncedAt] = [1_750_000_000_000, 1_750_000_000_000 + (text === synced ? 0 : 1)];
  const packed = await pack(synced);
  return {
    local: {
      config: { v: 1, data: { text, savedAt: localAt } },
      versions: { v: 1, data: [{ packed: await pack(EARLIER), savedAt: localAt - 1, origin: 'here' }] },
      syncStatus: { v: 1, data: { state: 'synced', bytes: 300, quota: 102_400 } },
      settings: { v: 1, data: { showOnlyMatchingRoles: true } },
    },
    sync: {
      config: { v: 1, savedAt: syncedAt, chunkCount: 1, checksum: await checksumOf(packed) },
      'config.0': packed,
    },
  };
}
