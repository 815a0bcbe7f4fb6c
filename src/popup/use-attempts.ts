import { useMemo, useRef, useState } from 'preact/hooks';
import type { Asker } from '../browser/messaging.ts';
import type { SessionSummary } from '../core/roles/role-list.ts';
import type { BackgroundApi } from '../protocol.ts';
import { Attempts } from '../ui/attempts.ts';
import type { Question } from '../ui/confirm-question.tsx';
import { useTranslate } from '../ui/translation.ts';
import { type ShownTab, tabActions } from './tab-actions.ts';

interface Told {
  readonly message: string | undefined;
  readonly isSessionNeeded: boolean;
  readonly question?: Question | undefined;
}

interface PopupNow {
  readonly tab: ShownTab | undefined;
  readonly session: SessionSummary | undefined;
  readonly reload: () => Promise<void>;
}

/** What is tried from the popup, and what there is to tell of it. The attempts know from one to the next which role waits. */
export function useAttempts(
  current: PopupNow,
  ask: Asker<BackgroundApi>,
): { readonly attempts: Attempts; readonly told: Told } {
  const t = useTranslate();
  const [told, setTold] = useState<Told>({ message: undefined, isSessionNeeded: false });
  const now = useRef(current);
  now.current = current;
  const attempts = useMemo(() => {
    const place = {
      tab: () => now.current.tab && tabActions(now.current.tab, ask),
      session: () => now.current.session,
      tell: (message: string, isSessionNeeded: boolean) => setTold({ message, isSessionNeeded }),
      ask: (question: Question | undefined) => setTold({ message: undefined, isSessionNeeded: false, question }),
      done: () => window.close(),
      reload: () => now.current.reload(),
    };
    return new Attempts(place, t);
  }, [ask, t]);
  return { attempts, told };
}
