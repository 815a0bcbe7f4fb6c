// `npm start`: Hatrack in a real browser, on the stand-in console, from nothing but Node. Installs what is missing,
// builds, then leaves the rest to demo.ts. No dependencies: they may not be installed yet.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installBrowsers } from '../browsers/find-browser.mjs';
import { build } from '../setup/build.mjs';
import { installPackages } from '../setup/packages.mjs';
import { ArgumentError, readDemoOptions, USAGE } from './demo-options.mjs';

// Everything here names files from the project's folder.
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

try {
  const options = readDemoOptions(process.argv.slice(2));
  if (options) process.exitCode = await start(options);
  else console.log(USAGE);
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof ArgumentError) console.error(`\n${USAGE}`);
}

/**
 * @param {import('./demo-options.mjs').DemoOptions} options
 * @returns {Promise<number>} the exit code
 */
async function start(options) {
  installPackages();
  installBrowsers([options.browser]);
  console.log(`Building Hatrack for ${options.browser} …`);
  const { ok, output } = build(options.browser === 'chromium' ? 'chrome' : 'firefox');
  if (!ok) throw new Error(`The build failed:\n${output}`);
  // Made and removed here, so that it goes however the demo and its browser end.
  const profileDir = mkdtempSync(join(tmpdir(), 'hatrack-demo-'));
  try {
    return await runDemo({ ...options, profileDir });
  } finally {
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/**
 * @param {import('./demo-options.mjs').DemoOptions & { profileDir: string }} settings
 * @returns {Promise<number>}
 */
function runDemo(settings) {
  const demo = spawn(process.execPath, ['--import', 'tsx', 'test/demo/demo.ts', JSON.stringify(settings)], {
    stdio: 'inherit',
  });
  // Ctrl-C reaches the demo by itself, which cleans up and ends: until then this process must stay.
  process.on('SIGINT', () => undefined);
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => demo.kill(signal));
  return new Promise((resolve, reject) => {
    demo.once('error', reject);
    demo.once('exit', (code) => resolve(code ?? 1));
  });
}
