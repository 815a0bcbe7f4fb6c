import { useEffect, useState } from 'preact/hooks';

/**
 * What the question about this subject is answered with, asked again after every change that `watch` tells of. Undefined
 * until there is an answer. Functions and subject have to stay the same ones from one drawing to the next.
 */
export function useWatched<Subject, Answer>(
  ask: (subject: Subject) => Promise<Answer>,
  subject: Subject | undefined,
  watch: (onChange: () => void, signal: AbortSignal) => void,
): Answer | undefined {
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    if (subject === undefined) return;
    const watching = new AbortController();
    const askAgain = () =>
      void ask(subject).then((next) => {
        if (!watching.signal.aborted) setAnswer(() => next);
      });
    watch(askAgain, watching.signal);
    askAgain();
    return () => watching.abort();
  }, [ask, subject, watch]);
  return answer;
}
