/** Waits until the page is as far as that. */
export function reached(state: 'interactive' | 'complete'): Promise<void> {
  const isReached = () => document.readyState === state || document.readyState === 'complete';
  if (isReached()) return Promise.resolve();
  return new Promise((resolve) => {
    const done = new AbortController();
    const check = () => {
      if (!isReached()) return;
      done.abort();
      resolve();
    };
    document.addEventListener('readystatechange', check, { signal: done.signal });
  });
}
