import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type FoundWindow, type HeadingPlace, type ListItem, WINDOW_SIZE } from '../core/finding/list-item.ts';

/** Gives a part of what a query finds, around an item; undefined where no answer came, of which its host tells. */
export type Find = (query: string, index: number) => Promise<FoundWindow | undefined>;

/** What a list shows of what was found: more of it comes as it is needed. */
export interface FoundItems {
  /** What it was found by: behind what is typed until the answer is there. */
  readonly query: string;
  readonly itemCount: number;
  readonly foundCount: number;
  readonly headings: readonly HeadingPlace[];
  /** Undefined while it is still to come. Another function whenever one of its answers may be another. */
  readonly itemAt: (index: number) => ListItem | undefined;
  /** Has the items come, from the first to before the end. */
  need(from: number, end: number): void;
  /** Whether it is an answer to what is typed, out of the list as it was read last. */
  readonly isCurrent: boolean;
}

interface Loaded {
  /** The list's first window, of which there is another whenever the list is read anew. */
  readonly first: FoundWindow | undefined;
  readonly query: string;
  /** By the index of their first item. */
  readonly windows: ReadonlyMap<number, FoundWindow>;
}

const NOTHING: Loaded = { first: undefined, query: '', windows: new Map() };
const NO_HEADINGS: readonly HeadingPlace[] = [];

/** @param first what is shown while nothing is searched for; undefined while the list loads */
export function useFound(first: FoundWindow | undefined, query: string, find: Find): FoundItems {
  const [answered, setAnswered] = useState(NOTHING);
  const wanted = useRef({ first, query });
  wanted.current = { first, query };
  const asked = useRef(new Set<number>());
  const isAnswered = answered.first === first && answered.query === query;
  // A list that is there says at once what is shown while nothing is searched for.
  const unasked = useMemo(
    () => first && { first, query: first.query, windows: new Map([[first.from, first]]) },
    [first],
  );
  const shown = !isAnswered && unasked?.query === query ? unasked : answered;

  const load = (index: number) => {
    const from = windowOf(index);
    if (asked.current.has(from)) return;
    asked.current.add(from);
    void find(query, index).then((window) => {
      // Whatever comes late is an answer to what nobody asks any more.
      if (!window || wanted.current.first !== first || wanted.current.query !== query) return;
      setAnswered((before) => {
        const known = before.first === first && before.query === query ? before : unasked;
        return { first, query, windows: withWindow(known?.query === query ? known.windows : NOTHING.windows, window) };
      });
    });
  };
  useLayoutEffect(() => {
    asked.current = new Set(first?.query === query ? [first.from] : []);
    if (first && first.query !== query) load(0);
  }, [first, query]);

  const itemAt = useCallback(
    (index: number) => {
      const from = windowOf(index);
      return shown.windows.get(from)?.items[index - from];
    },
    [shown],
  );
  const [any] = shown.windows.values();
  return {
    query: shown.query,
    itemCount: any?.itemCount ?? 0,
    foundCount: any?.foundCount ?? 0,
    headings: any?.headings ?? NO_HEADINGS,
    isCurrent: first !== undefined && shown.first === first && shown.query === query,
    itemAt,
    need(from, end) {
      if (shown.first !== first || shown.query !== query) return;
      for (let index = windowOf(from); index < end; index += WINDOW_SIZE) if (!shown.windows.has(index)) load(index);
    },
  };
}

function windowOf(index: number): number {
  return Math.floor(index / WINDOW_SIZE) * WINDOW_SIZE;
}

/** Windows of a list that has changed meanwhile do not fit together: the last one counts. */
function withWindow(windows: ReadonlyMap<number, FoundWindow>, window: FoundWindow): ReadonlyMap<number, FoundWindow> {
  const fitting = [...windows].filter(([, { itemCount }]) => itemCount === window.itemCount);
  return new Map([...fitting, [window.from, window]]);
}
