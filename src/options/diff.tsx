import { useEffect, useRef } from 'preact/hooks';
import { useTranslate } from '../ui/translation.ts';

interface DiffProps {
  readonly before: string;
  readonly after: string;
}

/** What changes from one text to another. Comes with the editor's part of the package, loaded when it is first seen. */
export function Diff({ before, after }: DiffProps) {
  const t = useTranslate();
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const gone = new AbortController();
    void import('./editor/diff-view.ts').then(({ showDiff }) => {
      if (!parent.current || gone.signal.aborted) return;
      const remove = showDiff(parent.current, {
        before,
        after,
        label: t('diffLabel'),
        unchanged: t('diffUnchanged', '$'),
      });
      gone.signal.addEventListener('abort', remove);
    });
    return () => gone.abort();
  }, [before, after, t]);
  return <div ref={parent} class="diff" />;
}
