import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const FOLDER = resolve('test-results/bench');

/**
 * Imports a source file as the extension has it, built and bundled by Vite: what tsx makes of it names every function
 * at run time, which costs what nobody pays.
 *
 * @param file from the root, e.g. `src/core/config/read-config.ts`
 */
export async function importBuilt<Module>(file: string): Promise<Module> {
  const name = basename(file, '.ts');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: FOLDER,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: resolve(file), formats: ['es'], fileName: () => `${name}.js` },
    },
  });
  return (await import(pathToFileURL(`${FOLDER}/${name}.js`).href)) as Module;
}
