import { type Asker, MessageError } from '../browser/messaging.ts';
import type { PageFacts } from '../core/console/session.ts';
import type { FormPost, Refusal } from '../core/console/switch-request.ts';
import type { BackgroundApi, FailureReason, RowChoice, SwitchOutcome } from '../protocol.ts';
import { askAccountInfo, askToken } from './ask-page.ts';
import { readFacts } from './console-page.ts';
import { setGoOnMark, takeGoOnMark } from './go-on-mark.ts';
import { submitForm } from './submit-form.ts';

/** The console page's facts, read anew: the session may have changed since they were last asked for. */
export async function currentFacts(): Promise<PageFacts> {
  return readFacts(await askAccountInfo());
}

/** Switches this tab's session to a role, the way that the background plans. Never rejects. */
export function performSwitch(ask: Asker<BackgroundApi>, chosen: RowChoice): Promise<SwitchOutcome> {
  return outcomeOf(async () => {
    // Most switches need it, and the page takes its time.
    const token = askToken();
    const choice = { ...chosen, facts: await currentFacts() };
    const plan = await ask('planSwitch', choice);
    if (plan.kind === 'needs-confirmation') return plan;
    if (plan.kind === 'other-container') return ask('switchInContainer', choice);
    if (plan.kind === 'multi-session') return ask('switchInSession', choice);
    const openLink = async (because: 'blocked-by-page' | 'no-token'): Promise<SwitchOutcome> => {
      const opened = await ask('openSwitchRolePage', choice);
      return opened.kind === 'opened' ? { kind: 'opened-link', because } : failed(opened.reason);
    };
    return perform(plan, token, openLink);
  });
}

/** Returns to the identity that signed in. Never rejects. */
export function performSwitchBack(ask: Asker<BackgroundApi>): Promise<SwitchOutcome> {
  return outcomeOf(async () => {
    const token = askToken();
    const facts = await currentFacts();
    const plan = await ask('planSwitchBack', facts);
    if (plan.kind === 'refused' && plan.reason === 'multi-session') {
      const { kind } = await ask('showSignIn', facts);
      return kind === 'shown' ? { kind: 'opened-tab' } : failed('base-tab-gone');
    }
    return perform(plan, token, async (because) => failed(because));
  });
}

/** Opens a role by the portal that leads to it; this page's own session is left alone. Never rejects. */
export function performPortal(ask: Asker<BackgroundApi>, chosen: RowChoice): Promise<SwitchOutcome> {
  return outcomeOf(async () => ask('openPortal', { ...chosen, facts: await currentFacts() }));
}

/** Opens AWS's own page for the role of a Hatrack link. Never rejects. */
export function performLinkedRolePage(ask: Asker<BackgroundApi>, link: string): Promise<SwitchOutcome> {
  return outcomeOf(async () => {
    const opened = await ask('openLinkedRolePage', { facts: await currentFacts(), link });
    return opened.kind === 'opened' ? { kind: 'opened-tab' } : failed(opened.reason);
  });
}

type OpenLink = (because: 'blocked-by-page' | 'no-token') => Promise<SwitchOutcome>;

type Token = ReturnType<typeof askToken>;

async function perform(plan: FormPost | Refusal, token: Token, openLink: OpenLink): Promise<SwitchOutcome> {
  return plan.kind === 'refused' ? failed(plan.reason) : postForm(plan, token, openLink);
}

async function postForm({ action, fields }: FormPost, token: Token, openLink: OpenLink): Promise<SwitchOutcome> {
  const csrf = await token;
  if (csrf === undefined) return openLink('no-token');
  // Also without a second step: the next page then tells that the switch has arrived.
  setGoOnMark();
  const result = await submitForm(action, { ...fields, csrf });
  if (result === 'leaving') return { kind: 'leaving' };
  takeGoOnMark();
  return result === 'blocked' ? openLink('blocked-by-page') : failed('no-answer');
}

async function outcomeOf(attempt: () => Promise<SwitchOutcome>): Promise<SwitchOutcome> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof MessageError) return failed(error.code);
    throw error;
  }
}

function failed(reason: FailureReason): SwitchOutcome {
  return { kind: 'failed', reason };
}
