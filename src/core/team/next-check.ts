import type { TeamFailureCode } from './team-failure.ts';
import type { TeamSource } from './team-source.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Without a network, or where nobody answers, the next try need not wait for long: it costs nobody anything. */
const NO_ANSWER_WAIT = 5 * MINUTE;
const NO_ANSWER: ReadonlySet<TeamFailureCode> = new Set(['network', 'timeout']);
/** By how much of itself a wait is made longer or shorter, so that a team's browsers don't all ask at once. */
const JITTER = 0.1;

/**
 * When to check a source again, in milliseconds since 1970: after its interval, and later with every failure in a row,
 * up to a day. A server that asks to be left alone for longer is, up to a day as well.
 *
 * @param random from 0 to below 1
 */
export function nextCheck(
  { interval, failure, failures }: Pick<TeamSource, 'interval' | 'failure' | 'failures'>,
  now: number,
  random: number,
  retryAfterMs = 0,
): number {
  return Math.round(
    now +
      Math.max(wait(interval * MINUTE, failure?.code, failures), Math.min(retryAfterMs, DAY)) *
        (1 - JITTER + 2 * JITTER * random),
  );
}

function wait(interval: number, code: TeamFailureCode | undefined, failures: number): number {
  if (code === undefined || failures === 0) return interval;
  const doubled = 2 ** Math.min(failures - 1, 10);
  return NO_ANSWER.has(code) ? Math.min(NO_ANSWER_WAIT * doubled, interval) : Math.min(interval * doubled, DAY);
}

/** Whether it is time; also where a clock that was set back left the time too far ahead to be meant. */
export function isDue({ nextAt }: Pick<TeamSource, 'nextAt'>, now: number): boolean {
  return nextAt <= now || nextAt > now + DAY * (1 + 2 * JITTER);
}
