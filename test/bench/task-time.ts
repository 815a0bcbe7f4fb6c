import type { CDPSession, Page, Target } from 'puppeteer-core';

/**
 * A way to a page's `TaskDuration`, counted in the thread's own time, which other programs don't lengthen. It
 * begins anew with each of the page's navigations (Chromium 156).
 */
export async function taskTimer(of: Page | Target): Promise<CDPSession> {
  const session = await of.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** What the main thread of the page's process has worked since the navigation. */
export async function taskMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}
