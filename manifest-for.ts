import type { ManifestV3Export } from '@crxjs/vite-plugin';
import manifest from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };

export type Browser = 'chrome' | 'firefox';

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
