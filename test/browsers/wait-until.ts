// Waiting for a condition outside of a page: asks again and again until the answer is not undefined.
import { setTimeout as sleep } from 'node:timers/promises';

const BETWEEN_MS = 40;

/** The first answer that is not undefined; undefined when none came within the time. */
export async function poll<Value>(
  timeoutMs: number,
  ask: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value | undefined> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (value !== undefined || Date.now() >= end) return value;
    await sleep(BETWEEN_MS);
  }
}

/** Waits until the condition holds; fails with what was waited for. */
export async function waitUntil(
  what: string,
  holds: () => Promise<boolean> | boolean,
  timeoutMs = 10_000,
): Promise<void> {
  const done = await poll(timeoutMs, async () => ((await holds()) ? true : undefined));
  if (!done) throw new Error(`Waited ${timeoutMs} ms for ${what}.`);
}
