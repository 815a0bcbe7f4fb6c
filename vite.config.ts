import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
import { build } from 'vite';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };
import { LongestFirst } from './test/setup/longest-first.ts';

/** Bundled content scripts have no bundler to fill this in for Preact. */
const DEFINE = { 'process.env.NODE_ENV': '"production"' };
const BUILD = { target: 'es2022', modulePreload: false } as const;

export type Browser = 'chrome' | 'firefox';

const CONTENT_SCRIPTS = manifest.content_scripts.flatMap(({ js }) => js);

/** What only one of the browsers understands. Everything else stands in manifest.json. */
export function manifestFor(browser: Browser): ManifestV3Export {
  const { minimum_chrome_version, storage, background, ...shared } = { ...manifest, version: packageJson.version };
  if (browser === 'chrome') return { ...shared, minimum_chrome_version, storage, background } as ManifestV3Export;
  return {
    ...shared,
    // `contextualIdentities` is none of them: Firefox 153 does not let it be optional (see `browser/containers`).
    optional_permissions: [...shared.optional_permissions, 'cookies'],
    // Firefox runs an event page instead of a service worker.
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'hatrack@hatrack-extension.github.io',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  } as unknown as ManifestV3Export;
}

/**
 * Takes the only use of `innerHTML` out of Preact: Hatrack never sets HTML, so the sink need not be in the package.
 * Works on the finished files, because the content scripts are bundled by a build of their own that has no plugins.
 */
function withoutInnerHtml(): Plugin {
  const sink = /\.innerHTML\s*=(?!=)/g;
  return {
    name: 'hatrack:without-inner-html',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = file.code.replace(sink, '.textContent=');
          else if (file.fileName.endsWith('.js')) file.source = String(file.source).replace(sink, '.textContent=');
        }
      },
    },
  };
}

const POPUP = 'src/popup/main.tsx';
const MENU = { source: 'src/content/menu.ts', file: 'src/content/menu.js' };

/** Builds a script with all that it imports in one file. */
async function builtWhole(input: string, format: 'es' | 'iife'): Promise<string> {
  const output = { codeSplitting: false, format };
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: DEFINE,
    build: { ...BUILD, write: false, rolldownOptions: { input, output } },
  });
  const [whole] = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  if (whole?.type !== 'chunk') throw new Error(`${input} was not built in one file.`);
  return whole.code;
}

/**
 * Scripts that are one file each, which the bundler would not make so by itself. The popup shares most of its modules with
 * the other pages, but each of a dozen files would keep its first row waiting for some milliseconds (`npm run bench --
 * popup`). The menu is put into console pages by the background: the manifest does not name it.
 */
function scriptsInOneFile(): Plugin {
  return {
    name: 'hatrack:scripts-in-one-file',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const isPopup = ({ moduleIds }: { readonly moduleIds: readonly string[] }) =>
          moduleIds.some((id) => id.endsWith(POPUP));
        const popup = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry && isPopup(file));
        if (popup?.type !== 'chunk') throw new Error('The popup was not built.');
        popup.code = await builtWhole(POPUP, 'es');
        popup.imports = [];
        this.emitFile({ type: 'asset', fileName: MENU.file, source: await builtWhole(MENU.source, 'iife') });
      },
    },
  };
}

const target: Browser = process.env.TARGET === 'firefox' ? 'firefox' : 'chrome';

export default defineConfig({
  define: DEFINE,
  // The tests take the sources as they are; only the built extension goes through these.
  plugins: process.env.VITEST
    ? []
    : [
        crx({ manifest: manifestFor(target), browser: target, contentScripts: { standaloneFiles: CONTENT_SCRIPTS } }),
        scriptsInOneFile(),
        withoutInnerHtml(),
      ],
  build: {
    ...BUILD,
    outDir: `dist/${target}`,
    emptyOutDir: true,
    // The pages that the manifest does not name.
    rolldownOptions: {
      input: { access: 'src/access/index.html', check: 'src/check/index.html', history: 'src/history/index.html' },
    },
  },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      // A property is tried thousands of times: on a busy machine that takes its time.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // Each file drives a browser of its own, and waits for it most of the time: four keep two cores at work.
          maxWorkers: 4,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
