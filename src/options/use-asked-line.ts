import { useEffect, useRef } from 'preact/hooks';

/** Shows the line that the page's address names (`#line=12`, 1-based), once the text is there. */
export function useAskedLine(isLoaded: boolean, showLine: (line: number) => void): void {
  const show = useRef(showLine);
  show.current = showLine;
  useEffect(() => {
    const line = Number(/^#line=(\d+)$/.exec(location.hash)?.[1]);
    if (isLoaded && line >= 1) show.current(line);
  }, [isLoaded]);
}
