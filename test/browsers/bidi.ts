// Raw WebDriver BiDi over puppeteer's own connection: for what puppeteer has no method for (Firefox only).
import type { Browser, Page } from 'puppeteer-core';

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** puppeteer keeps its BiDi connection and the contexts' ids as undocumented fields (seen in 24.43.1). */
function connectionOf(browser: Browser): Connection {
  const connection = Reflect.get(browser, 'connection') as Connection | undefined;
  if (!connection) throw new Error('This browser is not driven over WebDriver BiDi.');
  return connection;
}

export function isBidi(browser: Browser): boolean {
  return Reflect.get(browser, 'protocol') === 'webDriverBiDi';
}

export async function bidi<Result>(browser: Browser, method: string, params: object): Promise<Result> {
  const { result } = await connectionOf(browser).send(method, params);
  return result as Result; // untyped protocol answer
}

/** The BiDi id of the page's top browsing context. */
export function contextOf(page: Page): string {
  const id: unknown = Reflect.get(page.mainFrame(), '_id');
  if (typeof id !== 'string') throw new Error('This page has no BiDi browsing context.');
  return id;
}

interface ScriptAnswer {
  type: 'success' | 'exception';
  result?: { type: string; value?: unknown };
  exceptionDetails?: { text: string };
}

function plainValue(answer: ScriptAnswer): unknown {
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'The script failed.');
  return answer.result?.value;
}

/** Runs an expression in a context and waits for its promise; the answer's plain value (text for us). */
export async function evaluateIn(browser: Browser, context: string, expression: string): Promise<unknown> {
  const params = { expression, target: { context }, awaitPromise: true, userActivation: false };
  return plainValue(await bidi<ScriptAnswer>(browser, 'script.evaluate', params));
}

/** Calls a function with the node of that shared id. */
export async function callWithNode(
  browser: Browser,
  context: string,
  functionDeclaration: string,
  sharedId: string,
): Promise<unknown> {
  const params = { functionDeclaration, arguments: [{ sharedId }], target: { context }, awaitPromise: true };
  return plainValue(await bidi<ScriptAnswer>(browser, 'script.callFunction', params));
}
