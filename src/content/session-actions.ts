import { type Asker, MessageError } from '../browser/messaging.ts';
import { parseDifferentiator } from '../core/console/differentiator.ts';
import type { BackgroundApi, SessionChoice } from '../protocol.ts';
import { currentFacts } from './perform.ts';

/** Shows a tab of an open session: one of this page's own browser, the background sees to that. Never rejects. */
export function showSession(ask: Asker<BackgroundApi>, input: unknown): Promise<{ readonly kind: 'shown' | 'gone' }> {
  return ofSession(input, (choice) => ask('showSession', choice), { kind: 'gone' });
}

/** Signs out of an open session. Never rejects. */
export function signOut(
  ask: Asker<BackgroundApi>,
  input: unknown,
): Promise<{ readonly kind: 'signed-out' | 'failed' }> {
  return ofSession(input, (choice) => ask('signOut', choice), { kind: 'failed' });
}

async function ofSession<Answer>(
  input: unknown,
  act: (choice: SessionChoice) => Promise<Answer>,
  otherwise: Answer,
): Promise<Answer> {
  const differentiator = parseDifferentiator(input);
  if (differentiator === undefined) return otherwise;
  try {
    return await act({ facts: await currentFacts(), differentiator });
  } catch (error) {
    if (error instanceof MessageError) return otherwise;
    throw error;
  }
}
