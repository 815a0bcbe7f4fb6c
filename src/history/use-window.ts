import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type TableWindow, tableWindow } from './table-window.ts';

interface ScrolledTable {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly shown: TableWindow;
  readonly onScroll: () => void;
}

/** Which of so many rows are drawn, as the table scrolls. Keys that were in a row that goes stay with the table. */
export function useWindow(count: number): ScrolledTable {
  const scroller = useRef<HTMLElement | null>(null);
  const [{ top, height }, setView] = useState({ top: 0, height: 0 });
  const hadFocus = useRef(false);
  const look = () => {
    const { current } = scroller;
    if (!current) return;
    hadFocus.current = current.contains(document.activeElement);
    setView({ top: current.scrollTop, height: current.clientHeight });
  };
  useLayoutEffect(() => {
    look();
    const resized = new ResizeObserver(look);
    if (scroller.current) resized.observe(scroller.current);
    return () => resized.disconnect();
  }, [count]);
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
    hadFocus.current = false;
  });
  return { scroller, shown: tableWindow(count, top, height), onScroll: look };
}
