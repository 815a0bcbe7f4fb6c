import { type Asker, MessageError } from '../browser/messaging.ts';
import type { BackgroundApi } from '../protocol.ts';
import { takeGoOnMark } from './go-on-mark.ts';
import { reached } from './page-state.ts';
import { currentFacts } from './perform.ts';

/** Opens the page that a switch was to land on, if this page is only the first step to it. */
export async function goOn(ask: Asker<BackgroundApi>): Promise<void> {
  if (!takeGoOnMark()) return;
  try {
    // Some services tell late who is signed in.
    for (const state of ['interactive', 'complete'] as const) {
      await reached(state);
      const next = await ask('goOn', await currentFacts());
      if (next.kind === 'stay') continue;
      // Nobody wants to come back to a page that was never asked for.
      location.replace(next.url);
      return;
    }
  } catch (error) {
    // Without an answer one stays here: the switch itself is done.
    if (!(error instanceof MessageError)) throw error;
  }
}
