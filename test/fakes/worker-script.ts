import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import type { FakeWorker } from './fake-browser.ts';

/** Starts a worker: runs all modules anew, with this extension API and these locks, and gives what the entry exports. */
export type StartWorker<Module> = (world: Pick<FakeWorker, 'browser' | 'navigator'>) => Module;

/**
 * The entry and all it imports as the text of a function `(browser, navigator) => exports`: a call of it is a worker
 * that has just started. Its warnings go nowhere: what a test makes fail on purpose is no news. The same text runs in Node on the fake and in a page of the extension on real storage.
 *
 * @param entry from the root, e.g. `test/faults/storage.ts`
 */
export async function workerScript(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [freeBrowser()],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: resolve(entry), formats: ['iife'], name: 'worker', fileName: 'worker' },
    },
  });
  const [chunk] = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`${entry} can not be bundled.`);
  return `((browser, navigator) => {\nconst console = { ...globalThis.console, warn() {} };\n${chunk.code}\nreturn worker;\n})`;
}

/** Runs the text in this process. */
export function workerStarter<Module>(script: string): StartWorker<Module> {
  const start = new Function(`return ${script};`)() as (browser: unknown, navigator: unknown) => Module;
  return ({ browser, navigator }) => start(browser, navigator);
}

/** The polyfill throws outside of an extension: in its place stands the function's own `browser`. */
function freeBrowser(): Plugin {
  const name = 'webextension-polyfill';
  return {
    name: 'hatrack:free-browser',
    enforce: 'pre',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? 'export default browser;' : undefined),
  };
}
