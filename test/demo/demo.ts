// Hatrack on the stand-in console, in a real browser. start.mjs runs it: everything is installed and built by then.
import process from 'node:process';
import { putConfig } from '../browsers/hatrack.ts';
import { launchBrowser } from '../browsers/launch.ts';
import { startConsole } from '../console/stand-in.ts';
import { openEc2Tab } from './console-tab.ts';
import type { DemoOptions } from './demo-options.mjs';
import { hasDisplay } from './display.ts';
import { makeOneSwitch } from './one-switch.ts';
import { readSampleConfig } from './sample-config.ts';
import { stayOpen } from './stay-open.ts';

interface DemoSettings extends DemoOptions {
  readonly profileDir: string;
}

async function demo({ browser, language, dark, multiSession, profileDir }: DemoSettings): Promise<void> {
  const headless = !hasDisplay();
  const colorMode = dark ? 'dark' : 'light';
  const standIn = await startConsole();
  try {
    const rig = await launchBrowser({
      browser,
      extensionDir: browser === 'chromium' ? 'dist/chrome' : 'dist/firefox',
      proxyPort: standIn.proxyPort,
      headless,
      profileDir,
      language,
      colorScheme: colorMode,
      // A window of a person's own shows the page at its natural size.
      ...(headless ? {} : { viewport: null }),
    });
    try {
      await putConfig(rig, await readSampleConfig());
      const page = await openEc2Tab(rig, standIn, { colorMode, multiSession });
      await (headless ? makeOneSwitch(rig, page) : stayOpen(rig));
    } finally {
      await rig.close();
    }
  } finally {
    await standIn.close();
  }
}

try {
  const [, , settings = ''] = process.argv;
  await demo(JSON.parse(settings) as DemoSettings);
} catch (error) {
  console.error('The demo failed:', error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
