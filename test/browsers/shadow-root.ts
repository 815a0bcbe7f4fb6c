// A way into a closed shadow root from outside the page, so that the product needs no hook for its tests.
import type { CDPSession, Page } from 'puppeteer-core';
import { bidi, callWithNode, contextOf, isBidi } from './bidi.ts';
import { nodeFunction, parseAnswer } from './page-call.ts';

/** What `inShadow` answers when the page has no such element, or the element no shadow root (yet). */
export const NO_SHADOW = Symbol('no shadow root');

/**
 * Runs `fn(root, ...args)` in the page, with the closed (or open) shadow root of the first element that matches.
 * `fn` travels as text: it sees the page's globals and its arguments (JSON values), nothing else.
 */
export async function inShadow<Args extends readonly unknown[], Result>(
  page: Page,
  hostSelector: string,
  fn: (root: ShadowRoot, ...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result> | typeof NO_SHADOW> {
  const source = nodeFunction(fn, args);
  const answer = isBidi(page.browser())
    ? await callThroughBidi(page, hostSelector, source)
    : await callThroughCdp(page, hostSelector, source);
  return answer === NO_SHADOW ? NO_SHADOW : parseAnswer<Awaited<Result>>(answer);
}

interface LocatedNodes {
  nodes: { value?: { shadowRoot?: { sharedId?: string } | null } }[];
}

/** Firefox 153: a located node carries its closed root when `includeShadowTree` is "all". */
async function callThroughBidi(page: Page, hostSelector: string, source: string): Promise<unknown> {
  const context = contextOf(page);
  const { nodes } = await bidi<LocatedNodes>(page.browser(), 'browsingContext.locateNodes', {
    context,
    locator: { type: 'css', value: hostSelector },
    maxNodeCount: 1,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
  });
  const root = nodes[0]?.value?.shadowRoot?.sharedId;
  return root === undefined ? NO_SHADOW : callWithNode(page.browser(), context, source, root);
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, session);
  return session;
}

/** Chromium 156: `DOM.describeNode` with `pierce` names the closed root, `DOM.resolveNode` makes it an object. */
async function callThroughCdp(page: Page, hostSelector: string, source: string): Promise<unknown> {
  const session = await sessionOf(page);
  const objectGroup = `shadow-${crypto.randomUUID()}`;
  try {
    const expression = `document.querySelector(${JSON.stringify(hostSelector)})`;
    const { result } = await session.send('Runtime.evaluate', { expression, objectGroup });
    if (result.objectId === undefined) return NO_SHADOW;
    const { node } = await session.send('DOM.describeNode', { objectId: result.objectId, depth: 1, pierce: true });
    const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
    if (backendNodeId === undefined) return NO_SHADOW;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId, objectGroup });
    if (object.objectId === undefined) return NO_SHADOW;
    const call = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: source,
      objectId: object.objectId,
      arguments: [{ objectId: object.objectId }],
      awaitPromise: true,
      returnByValue: true,
    });
    if (call.exceptionDetails) {
      throw new Error(call.exceptionDetails.exception?.description ?? call.exceptionDetails.text);
    }
    return call.result.value;
  } finally {
    await session.send('Runtime.releaseObjectGroup', { objectGroup }).catch(() => undefined); // the page may be gone
  }
}
