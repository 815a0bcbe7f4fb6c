import { useEffect, useState } from 'preact/hooks';
import { hasPermission, isHostAllowed, type OptionalPermission, onAccessChange } from '../browser/permissions.ts';

/** Whether the browser lets this address's host be read; undefined until it has said so. */
export function useHostAllowed(url: string | undefined): boolean | undefined {
  return useAccess(isHostAllowed, url);
}

/** Whether the user allows this; undefined until the browser has said so. */
export function usePermission(permission: OptionalPermission): boolean | undefined {
  return useAccess(hasPermission, permission);
}

/** What the browser answers for this subject, kept up to date, wherever the user changes it. */
function useAccess<Subject>(ask: (subject: Subject) => Promise<boolean>, subject: Subject | undefined) {
  const [isGiven, setGiven] = useState<boolean>();
  useEffect(() => {
    if (subject === undefined) return;
    const watching = new AbortController();
    const askAgain = () =>
      void ask(subject).then((answer) => {
        if (!watching.signal.aborted) setGiven(answer);
      });
    onAccessChange(askAgain, watching.signal);
    askAgain();
    return () => watching.abort();
  }, [ask, subject]);
  return isGiven;
}
