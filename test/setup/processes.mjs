// Runs other programs of the project, the same way on every system.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * @param {string} name of a program in node_modules/.bin
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean }} [options] show: let it print as it goes
 */
export function runTool(name, args, options = {}) {
  return run('npx', ['--no-install', name, ...args], options);
}

/** @param {string[]} args */
export function runNpm(args) {
  return run('npm', args, {});
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean }} options
 * @returns {{ ok: boolean, output: string }}
 */
function run(command, args, { env = {}, show = false }) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: show ? 'inherit' : 'pipe',
    // npm's and npx's programs are .cmd files on Windows, which only a shell can start.
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`;
  return { ok: result.status === 0, output };
}
