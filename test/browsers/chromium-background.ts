// The service worker: ending it, and giving it a keyboard command.
import type { Browser, CDPSession, Page, Target } from 'puppeteer-core';
import { callExpression, parseAnswer } from './page-call.ts';
import { poll, waitUntil } from './wait-until.ts';

/** How long workers may end, one after the other, before one has answered. */
const ANSWER_MS = 10_000;

function workerTarget(browser: Browser, origin: string): Target | undefined {
  return browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
}

async function withSession<Result>(of: Page | Target, use: (session: CDPSession) => Promise<Result>): Promise<Result> {
  const session = await of.createCDPSession();
  try {
    return await use(session);
  } finally {
    // A worker that has ended meanwhile has taken its session with it.
    await session.detach().catch((error: Error) => console.warn(`${of.url()} was left without: ${error.message}`));
  }
}

/**
 * Stops the worker and waits until it has ended. No session of ours may be attached to it. An event that was on its way
 * starts it again at once: then it is stopped again, but not while it is starting, in case that is what keeps it from
 * being started by any later event (seen at times under load, in Chromium 156).
 */
export async function stopWorker(origin: string, helper: Page): Promise<void> {
  await withSession(helper, async (session) => {
    const statuses = new Map<string, string>();
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, scriptURL, runningStatus } of versions) {
        if (scriptURL.startsWith(origin)) statuses.set(versionId, runningStatus);
      }
    });
    await session.send('ServiceWorker.enable');
    await waitUntil('the service worker to stop', async () => {
      const running = [...statuses].filter(([, status]) => status === 'running');
      if (running.length > 0 && ![...statuses.values()].includes('starting')) {
        for (const [versionId] of running) statuses.set(versionId, 'stopping');
        await session.send('ServiceWorker.stopAllWorkers');
      }
      return statuses.size > 0 && [...statuses.values()].every((status) => status === 'stopped');
    });
  });
}

/** The running worker, started where it is not (as any event would start it): its target alone says nothing of that. */
async function runningWorker(browser: Browser, origin: string, helper: Page): Promise<Target> {
  await withSession(helper, async (session) => {
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
  });
  const started = await poll(10_000, () => workerTarget(browser, origin));
  if (!started) throw new Error('The service worker does not start.');
  return started;
}

interface ExtensionApi {
  commands: {
    getAll(): Promise<{ name?: string; shortcut?: string }[]>;
    onCommand: { dispatch(name: string, tab: unknown): void };
  };
  tabs: { query(query: object): Promise<unknown[]> };
}
declare const chrome: ExtensionApi; // inside of the worker

/** Runs in the worker: gives the command with these keys to the worker's own listeners, and answers with its name. */
async function dispatchCommand(keys: string): Promise<string> {
  const commands = await chrome.commands.getAll();
  const command = commands.find(({ shortcut }) => shortcut === keys);
  if (!command?.name) throw new Error(`No command has the keys ${keys}: ${JSON.stringify(commands)}`);
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (command.name !== '_execute_action') chrome.commands.onCommand.dispatch(command.name, tab);
  return command.name;
}

/**
 * Keys from CDP go to the page and never reach the browser's shortcuts, and a headless Chromium has no window to
 * send others to. So the keys are looked up in what Chromium has registered, and the event goes to the worker's own
 * listeners (`onCommand.dispatch`, undocumented). Gives the command's name.
 */
export async function pressInWorker(browser: Browser, origin: string, helper: Page, keys: string): Promise<string> {
  return evaluateInWorker<string>(browser, origin, helper, callExpression(dispatchCommand, [keys]));
}

/**
 * Evaluates an expression of `callExpression` in the worker, which is started where it does not run. Where it ends
 * meanwhile, and all that was evaluated with it, the next one is asked.
 */
export async function evaluateInWorker<Result>(
  browser: Browser,
  origin: string,
  helper: Page,
  expression: string,
): Promise<Result> {
  for (const end = Date.now() + ANSWER_MS; ; ) {
    const target = await runningWorker(browser, origin, helper);
    try {
      return await withSession(target, (session) => evaluateIn<Result>(session, expression));
    } catch (error) {
      // Its session ends before its target leaves the list.
      const hasEnded = isTargetClosed(error) || workerTarget(browser, origin) !== target;
      if (!hasEnded || Date.now() >= end) throw error;
      console.warn('The service worker has ended before it could answer.', error);
    }
  }
}

/** puppeteer's TargetCloseError, which 24.43.1 exports without its type. */
function isTargetClosed(error: unknown): boolean {
  return error instanceof Error && error.name === 'TargetCloseError';
}

async function evaluateIn<Result>(session: CDPSession, expression: string): Promise<Result> {
  // A worker that has just started can be asked before it has its APIs.
  await waitUntil('the service worker to have its APIs', async () => {
    const { result } = await session.send('Runtime.evaluate', { expression: 'globalThis.chrome?.runtime?.id' });
    return result.type === 'string';
  });
  const answer = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  const { result, exceptionDetails } = answer;
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return parseAnswer<Result>(result.value);
}
