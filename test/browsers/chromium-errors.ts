// Everything that the extension complains about in Chromium, wherever it runs.
import type { Browser, CDPSession, Protocol, Target } from 'puppeteer-core';

interface Complaint {
  text: string;
  /** The addresses that it may come from: of the target and of the scripts on the stack. */
  urls: string[];
}

const WATCHED = ['page', 'service_worker', 'background_page', 'other'];

export class ChromiumErrors {
  readonly #complaints: Complaint[] = [];
  readonly #workerSessions = new Map<Target, Promise<CDPSession>>();
  #attachesToWorkers = true;

  /** Watches all targets, those of ordinary pages too: content scripts complain there. */
  watch(browser: Browser): void {
    this.#workerSessions.clear();
    browser.on('targetcreated', (target) => this.#see(target));
    for (const target of browser.targets()) this.#see(target);
  }

  #see(target: Target): void {
    const isWorker = target.type() === 'service_worker';
    if (!WATCHED.includes(target.type())) return;
    if (isWorker && (!this.#attachesToWorkers || this.#workerSessions.has(target))) return;
    const session = this.#attach(target);
    session.catch(() => undefined); // the target is gone already
    if (isWorker) this.#workerSessions.set(target, session);
  }

  /**
   * A worker that a session is attached to leaves its target behind when it is stopped, and hangs in "starting" at
   * its next start (seen in Chromium 156): while a worker is being stopped, no session may be attached.
   */
  async withoutWorkerSessions(browser: Browser, stop: () => Promise<void>): Promise<void> {
    this.#attachesToWorkers = false;
    try {
      const sessions = [...this.#workerSessions.values()];
      this.#workerSessions.clear();
      await Promise.allSettled(sessions.map(async (session) => (await session).detach()));
      await stop();
    } finally {
      this.#attachesToWorkers = true;
      for (const target of browser.targets()) if (target.type() === 'service_worker') this.#see(target);
    }
  }

  /** `Runtime.enable` also tells what was said before it. */
  async #attach(target: Target): Promise<CDPSession> {
    const session = await target.createCDPSession();
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => this.#add(target, thrown(exceptionDetails)));
    session.on('Runtime.consoleAPICalled', (call) => {
      if (call.type === 'error' || call.type === 'assert') this.#add(target, logged(call));
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error' && target.url().startsWith('chrome-extension://')) {
        this.#add(target, { text: `${entry.source}: ${entry.text}`, urls: entry.url ? [entry.url] : [] });
      }
    });
    await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
    return session;
  }

  #add(target: Target, { text, urls }: Complaint): void {
    this.#complaints.push({ text: `${text} (${target.type()} ${target.url()})`, urls: [...urls, target.url()] });
  }

  collected(origin: string): string[] {
    return this.#complaints.filter(({ urls }) => urls.some((url) => url.startsWith(origin))).map(({ text }) => text);
  }
}

function addresses(trace: Protocol.Runtime.StackTrace | undefined): string[] {
  return trace?.callFrames.map(({ url }) => url) ?? [];
}

function thrown({ exception, text, url, stackTrace }: Protocol.Runtime.ExceptionDetails): Complaint {
  return { text: `uncaught: ${exception?.description ?? text}`, urls: [url ?? '', ...addresses(stackTrace)] };
}

function logged({ args, stackTrace }: Protocol.Runtime.ConsoleAPICalledEvent): Complaint {
  const words = args.map(({ value, description }) => (typeof value === 'string' ? value : (description ?? value)));
  return { text: `console.error: ${words.join(' ')}`, urls: addresses(stackTrace) };
}
