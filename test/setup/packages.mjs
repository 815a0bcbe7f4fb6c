// What must be there before anything else can run. No dependencies: it runs before they are installed.
import { existsSync, readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { runNpm } from './processes.mjs';

/** Installs the packages of the lockfile where they are missing or older than it. */
export function installPackages() {
  checkNodeVersion();
  const installed = 'node_modules/.package-lock.json';
  const isFresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
  if (isFresh) return;
  console.log('Installing the packages of package-lock.json …');
  const { ok, output } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!ok) throw new Error(`npm ci failed:\n${output}`);
}

function checkNodeVersion() {
  /** @type {{ engines: { node: string } }} */
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [, wantedMajor = 0, wantedMinor = 0] = (/(\d+)\.(\d+)/.exec(engines.node) ?? []).map(Number);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Error(`Hatrack is built with Node ${engines.node}; this is ${process.versions.node}.`);
}
