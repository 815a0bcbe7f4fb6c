import { useLayoutEffect, useRef } from 'preact/hooks';

export interface TypedAhead {
  /** Keeps a key for the list that is still loading. */
  keep(event: KeyboardEvent): void;
  /** The search has changed since: what was meant by the keys before counts no more. */
  forget(): void;
}

/** Keeps the list's keys while it loads, and hands them over, once and in their order, when it is there. */
export function useTypedAhead(isLoading: boolean, apply: (events: readonly KeyboardEvent[]) => void): TypedAhead {
  const kept = useRef<KeyboardEvent[]>([]);
  useLayoutEffect(() => {
    if (isLoading || kept.current.length === 0) return;
    apply(kept.current.splice(0));
  }, [isLoading]);
  return {
    keep: (event) => void kept.current.push(event),
    forget: () => void kept.current.splice(0),
  };
}
