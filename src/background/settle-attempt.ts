import { keepAttempt, readAttempt } from '../browser/switch-attempts.ts';
import type { Session } from '../core/console/session.ts';
import { attemptState, type FailedSwitch, failedSwitch } from '../core/sessions/failed-switch.ts';

/** What the tab's page, now that it shows this session, tells of the switch that was tried there; told once. */
export async function takeFailedSwitch(tabId: number, session: Session): Promise<FailedSwitch | undefined> {
  const attempt = await readAttempt(tabId);
  if (!attempt) return undefined;
  await keepAttempt(tabId, undefined);
  return attemptState(attempt, session, Date.now()) === 'failed' ? failedSwitch(attempt) : undefined;
}

/** Forgets a switch that has arrived, so that a later way back is not taken for a refusal. */
export async function settleAttempt(tabId: number, session: Session): Promise<void> {
  const attempt = await readAttempt(tabId);
  if (attempt && attemptState(attempt, session, Date.now()) !== 'failed') await keepAttempt(tabId, undefined);
}
