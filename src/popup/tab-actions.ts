import { type Asker, askTab, MessageError } from '../browser/messaging.ts';
import type { PageFacts } from '../core/console/session.ts';
import type { BackgroundApi, ConsoleTabApi } from '../protocol.ts';
import type { TabActions } from '../ui/attempts.ts';

export interface ShownTab {
  readonly id: number;
  /** What the console's page there says; undefined where it is none, or does not answer. */
  readonly facts: PageFacts | undefined;
}

/** Has done in the console's own tab, or beside whichever tab there is, what is chosen in the popup. */
export function tabActions({ id: tabId, facts }: ShownTab, askBackground: Asker<BackgroundApi>): TabActions {
  const ask = askTab<ConsoleTabApi>('console-tab', tabId);
  return {
    // A page that leaves takes the answer with it: then it has left.
    switchRole: (choice) => orElse(ask('switchRole', choice), { kind: 'leaving' }),
    switchBack: () => orElse(ask('switchBack', undefined), { kind: 'leaving' }),
    openPortal: (choice) => askBackground('openPortal', { ...choice, facts, tabId }),
    showSession: (differentiator) => orElse(ask('showSession', differentiator), { kind: 'gone' }),
    signOut: (differentiator) => orElse(ask('signOut', differentiator), { kind: 'failed' }),
  };
}

async function orElse<Answer>(answer: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof MessageError && error.code === 'no-answer') return otherwise;
    throw error;
  }
}
