import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { zipFolder } from '../browsers/zip-folder.ts';
import { AESR } from './aesr.ts';
import type { Bench } from './bench.ts';
import { BUILT } from './extensions.ts';
import { toRow } from './finding.ts';

const BOUND = 90;
const BOUND_WITH_EDITOR = 300;

/** How large the package is, with the editor and without it: only the options page loads that. */
export const packageBench: Bench = {
  name: 'package',
  tables: {
    'the package (kB)': async () => [
      toRow({
        what: 'without the editor',
        values: [await packedKilobytes((path) => !isEditor(path))],
        bound: BOUND,
        aesr: AESR.zipKilobytes,
      }),
      toRow({ what: 'everything', values: [await packedKilobytes(() => true)], bound: BOUND_WITH_EDITOR }),
    ],
  },
};

async function packedKilobytes(isWanted: (path: string) => boolean): Promise<number> {
  return (await zipFolder(BUILT, { isCompressed: true, isWanted })).length / 1000;
}

/** The files with CodeMirror in them, and those made for it: all name its classes. */
function isEditor(path: string): boolean {
  return basename(path).endsWith('.js') && /\bcm-[a-z]/.test(readFileSync(path, 'utf8'));
}
