import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';

/** Runs what `npm start` runs once all is built, where there is no display. */
async function runDemo(settings: object): Promise<{ readonly code: number | null; readonly output: string }> {
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const demo = spawn(process.execPath, ['--import', 'tsx', 'test/demo/demo.ts', JSON.stringify(settings)], { env });
  let output = '';
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve) => demo.once('exit', resolve));
  return { code, output };
}

describe('the demo without a display', () => {
  it.runIf(process.platform === 'linux').each(['chromium', 'firefox'])(
    'makes one switch in %s and leaves pictures',
    async (browser) => {
      const profileDir = await mkdtemp(join(tmpdir(), 'hatrack-demo-test-'));
      const started = Date.now();
      const { code, output } = await runDemo({ browser, language: 'en', dark: false, multiSession: false, profileDir });
      await rm(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      expect(output).toContain('the console is in checkout-prod');
      expect(code).toBe(0);
      for (const picture of ['menu', 'switched']) {
        expect((await stat(`test-results/demo-${browser}-${picture}.png`)).mtimeMs).toBeGreaterThan(started);
      }
    },
  );
});
