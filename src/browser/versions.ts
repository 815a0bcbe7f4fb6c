import type { Versions } from '../core/check/self-check.ts';
import { browser } from './extension-api.ts';

/** What runs here, and on what. */
export async function readVersions(): Promise<Versions> {
  const { os, arch } = await browser.runtime.getPlatformInfo();
  return {
    hatrack: browser.runtime.getManifest().version,
    browser: await browserVersion(),
    system: `${os}, ${arch}`,
    // The one that its sentences are in.
    language: browser.i18n.getMessage('@@ui_locale'),
  };
}

async function browserVersion(): Promise<string> {
  const { userAgentData } = navigator as Navigator & { readonly userAgentData?: { readonly brands: readonly Brand[] } };
  if (userAgentData) {
    // One of them is made up, so that no site relies on the list: "Not" and some odd characters.
    const real = userAgentData.brands.filter(({ brand }) => !brand.startsWith('Not'));
    return real.map(({ brand, version }) => `${brand} ${version}`).join(', ');
  }
  const { name, version } = await browser.runtime.getBrowserInfo();
  return `${name} ${version}`;
}

interface Brand {
  readonly brand: string;
  readonly version: string;
}
