// The service worker: ending it, and giving it a keyboard command.
import type { Browser, CDPSession, Page, Target } from 'puppeteer-core';
import { callExpression, parseAnswer } from './page-call.ts';
import { poll, waitUntil } from './wait-until.ts';

function workerTarget(browser: Browser, origin: string): Target | undefined {
  return browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
}

async function withSession<Result>(of: Page | Target, use: (session: CDPSession) => Promise<Result>): Promise<Result> {
  const session = await of.createCDPSession();
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}

/**
 * Stops the worker and waits until its target is gone. No session may be attached to it. An event that was on its way
 * starts it again at once: then it is stopped again.
 */
export async function stopWorker(browser: Browser, origin: string, helper: Page): Promise<void> {
  await withSession(helper, async (session) => {
    await session.send('ServiceWorker.enable');
    await waitUntil('the service worker to stop', async () => {
      await session.send('ServiceWorker.stopAllWorkers');
      return workerTarget(browser, origin) === undefined;
    });
  });
}

/** The running worker, started when it is not there (as any event would start it). */
async function runningWorker(browser: Browser, origin: string, helper: Page): Promise<Target> {
  const running = workerTarget(browser, origin);
  if (running) return running;
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
  const target = await runningWorker(browser, origin, helper);
  return withSession(target, async (session) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: callExpression(dispatchCommand, [keys]),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return parseAnswer<string>(result.value);
  });
}
