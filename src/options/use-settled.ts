import { useEffect, useState } from 'preact/hooks';

/** Follows a value once it has rested for a moment, so that typing never waits for what is derived from it. */
export function useSettled<T>(value: T, restMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return settled;
}
