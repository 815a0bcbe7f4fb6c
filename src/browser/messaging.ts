import type { Runtime } from 'webextension-polyfill';
import { browser } from './extension-api.ts';

type Method = (input: never) => unknown;
type Api = Record<keyof object, never> | { [name: string]: Method };

type InputOf<M> = M extends (input: infer I) => unknown ? I : never;
type OutputOf<M> = M extends (input: never) => infer O ? O : never;

/** Where a message came from, as the browser itself says: nothing in it is the sender's own word. */
export type Sender =
  | { readonly kind: 'extension-page' }
  | { readonly kind: 'content-script'; readonly url: string; readonly tabId: number };

/** One handler for each method; a missing one does not compile. The input is unknown: the sender may be compromised. */
export type Handlers<A> = {
  readonly [Name in keyof A]: (input: unknown, sender: Sender) => Promise<OutputOf<A[Name]>>;
};

/** Why no answer came. */
export class MessageError extends Error {
  constructor(
    readonly code: 'extension-reloaded' | 'no-answer',
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

interface Message {
  readonly api: string;
  readonly name: string;
  readonly input: unknown;
}

/**
 * Answers the messages of one API. Register it synchronously at start-up: a worker that is woken by a message must
 * already listen. Foreign senders, web pages and unknown names are not answered.
 */
export function answer<A extends Api>(api: string, handlers: Handlers<A>): void {
  browser.runtime.onMessage.addListener((message: unknown, rawSender: Runtime.MessageSender) => {
    const request = parseMessage(message, api);
    const sender = parseSender(rawSender);
    if (!request || !sender || !Object.hasOwn(handlers, request.name)) return undefined;
    // `null` says nothing as well, and that somebody said it.
    return handlers[request.name as keyof A](request.input, sender).then((reply) => reply ?? null);
  });
}

/** Asks the background. @throws {MessageError} */
export function askBackground<A extends Api>(api: string): Asker<A> {
  return asker(api, (message) => browser.runtime.sendMessage(message));
}

/** Asks the content script in a tab's top frame. @throws {MessageError} */
export function askTab<A extends Api>(api: string, tabId: number): Asker<A> {
  return asker(api, (message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }));
}

export type Asker<A> = <Name extends keyof A & string>(
  name: Name,
  input: InputOf<A[Name]>,
) => Promise<OutputOf<A[Name]>>;

function asker<A>(api: string, send: (message: Message) => Promise<unknown>): Asker<A> {
  return async (name, input) => {
    let reply: unknown;
    try {
      reply = await send({ api, name, input });
    } catch (cause) {
      throw new MessageError(isConnected() ? 'no-answer' : 'extension-reloaded', { cause });
    }
    // Firefox answers so for a page that leaves, its own or the other one.
    if (reply === undefined) throw new MessageError('no-answer');
    // Our own other half made it, in the shape that the table promises.
    return (reply ?? undefined) as OutputOf<A[typeof name]>;
  };
}

/** False in a content script whose extension was updated or removed under it: only a reload of the page helps. */
function isConnected(): boolean {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    // Firefox throws on any use of a dead context.
    return false;
  }
}

function parseMessage(message: unknown, api: string): Message | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { api: to, name, input } = message as Partial<Message>;
  return to === api && typeof name === 'string' ? { api, name, input } : undefined;
}

function parseSender({ id, url, tab, frameId }: Runtime.MessageSender): Sender | undefined {
  if (id !== browser.runtime.id || url === undefined) return undefined;
  if (url.startsWith(browser.runtime.getURL(''))) return { kind: 'extension-page' };
  if (tab?.id === undefined || frameId !== 0) return undefined;
  return { kind: 'content-script', url, tabId: tab.id };
}
