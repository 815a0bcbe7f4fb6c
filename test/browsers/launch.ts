// Starts a real browser with the built extension in it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ChromiumRig } from './chromium.ts';
import { installBrowsers } from './find-browser.mjs';
import { FirefoxRig } from './firefox.ts';
import type { LaunchOptions, Rig, Viewport } from './rig.ts';

export type { BrowserKind, LaunchOptions, Popup, Rig, Viewport } from './rig.ts';

const VIEWPORT: Viewport = { width: 1280, height: 800 };

/** Everything that a rig needs to start, and to start again. */
export interface Settings {
  executablePath: string;
  extensionDir: string;
  proxyPort: number;
  headless: boolean;
  profileDir: string;
  language: 'en' | 'ja';
  colorScheme: 'light' | 'dark' | undefined;
  viewport: Viewport | null;
  isPrivate: boolean;
  allowed: readonly string[];
  firefoxPrefs: Record<string, string | number | boolean>;
  /** Removes what the launch made for itself. */
  cleanUp(): Promise<void>;
}

export async function launchBrowser(options: LaunchOptions): Promise<Rig> {
  const executablePath = options.executablePath ?? installBrowsers([options.browser])[options.browser];
  if (executablePath === undefined) throw new Error(`There is no ${options.browser} here.`);
  const own = options.profileDir === undefined ? await mkdtemp(join(tmpdir(), 'hatrack-profile-')) : undefined;
  const settings: Settings = {
    executablePath,
    extensionDir: resolve(options.extensionDir),
    proxyPort: options.proxyPort,
    headless: options.headless ?? true,
    profileDir: own ?? resolve(options.profileDir ?? ''),
    language: options.language ?? 'en',
    colorScheme: options.colorScheme,
    viewport: options.viewport === undefined ? VIEWPORT : options.viewport,
    isPrivate: options.isPrivate ?? false,
    allowed: options.allowed ?? [],
    firefoxPrefs: options.firefoxPrefs ?? {},
    cleanUp: async () => {
      if (own) await rm(own, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
  try {
    return options.browser === 'chromium' ? await ChromiumRig.start(settings) : await FirefoxRig.start(settings);
  } catch (error) {
    await settings.cleanUp();
    throw error;
  }
}
