// Waiting for a condition outside of a page: asks again and again until the answer is not undefined.
import { setTimeout as sleep } from 'node:timers/promises';

const BETWEEN_MS = 40;
/** A question that a page leaves open this long (its tab draws no frames, it is being torn down) is asked again. */
const ATTEMPT_MS = 3000;

/**
 * The first answer that is not undefined; undefined when none came within the time. A question must change nothing,
 * because it may be asked again while an earlier one still hangs.
 */
export async function poll<Value>(
  timeoutMs: number,
  ask: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value | undefined> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await Promise.race([ask(), sleep(ATTEMPT_MS, undefined)]);
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
