// Builds the extension for one browser: `node test/setup/build.mjs chrome`. Variables in front of commands are not
// portable, so this sets the target.

import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { runTool } from './processes.mjs';

/**
 * @param {'chrome' | 'firefox'} target
 * @returns {{ ok: boolean, output: string }}
 */
export function build(target) {
  return runTool('vite', ['build', '--logLevel', 'warn'], { env: { TARGET: target } });
}

const [, script = '', target] = process.argv;
if (import.meta.url === pathToFileURL(script).href) {
  if (target !== 'chrome' && target !== 'firefox') throw new Error('Say which: chrome or firefox.');
  const { ok, output } = build(target);
  process.stdout.write(ok ? `dist/${target} is built.\n` : output);
  process.exitCode = ok ? 0 : 1;
}
