// `npm test`: everything, from nothing. Installs what it needs, then types, lint, unit tests, both builds, the add-on
// linter and the end-to-end tests in both browsers. The last line counts them all.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { installBrowsers } from './browsers/find-browser.mjs';
import { build } from './setup/build.mjs';
import { installPackages } from './setup/packages.mjs';
import { runTool } from './setup/processes.mjs';

const results = mkdtempSync(join(tmpdir(), 'hatrack-results-'));
let passed = 0;
let failed = 0;

/**
 * A step that passes or fails as a whole.
 * @param {string} name
 * @param {() => { ok: boolean, output: string }} step
 */
function gate(name, step) {
  const started = Date.now();
  const { ok, output } = step();
  report(ok, name, started);
  if (ok) passed += 1;
  else {
    failed += 1;
    console.log(output);
  }
}

/**
 * A project of the test runner, whose tests are counted one by one.
 * @param {'unit' | 'e2e'} project
 */
function tests(project) {
  const started = Date.now();
  const file = join(results, `${project}.json`);
  const { ok } = runTool(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { show: true },
  );
  /** @type {{ numPassedTests: number, numFailedTests: number, numTotalTests: number }} */
  const counts = readCounts(file);
  passed += counts.numPassedTests;
  // A file that could not even be loaded fails without a failed test; a run without tests is no success.
  failed += Math.max(counts.numFailedTests, ok && counts.numTotalTests > 0 ? 0 : 1);
  report(ok, `${project} tests`, started);
}

/** @param {string} file */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The runner ended before it could write: nothing was counted.
    return { numPassedTests: 0, numFailedTests: 0, numTotalTests: 0 };
  }
}

/**
 * @param {boolean} ok
 * @param {string} name
 * @param {number} started
 */
function report(ok, name, started) {
  console.log(`${ok ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

try {
  installPackages();
  installBrowsers(['chromium', 'firefox']);
  gate('types', () => runTool('tsc', ['-p', '.']));
  gate('types of the core, without a DOM', () => runTool('tsc', ['-p', 'src/core']));
  gate('lint', () => runTool('biome', ['check', '.']));
  tests('unit');
  gate('build for Chromium', () => build('chrome'));
  gate('build for Firefox', () => build('firefox'));
  gate('web-ext lint', () => runTool('web-ext', ['lint', '--source-dir', 'dist/firefox', '--warnings-as-errors']));
  if (failed === 0) tests('e2e');
  else console.log('The end-to-end tests are left out until the steps above pass.');
} catch (error) {
  failed += 1;
  console.error(error instanceof Error ? error.message : error);
} finally {
  rmSync(results, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
