import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder with an extension that has storage and nothing else: no background of Hatrack's reacts to what a test does
 * to the storage.
 */
export async function bareExtension(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'hatrack-bare-')), 'extension');
  await mkdir(folder);
  const manifest = {
    manifest_version: 3,
    name: 'Storage alone',
    version: '1',
    permissions: ['storage'],
    browser_specific_settings: { gecko: { id: 'storage-alone@hatrack-extension.github.io' } },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
