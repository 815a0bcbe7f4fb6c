// What the end-to-end tests use to see and operate what lives in a closed shadow root, in both browsers.
import type { Page } from 'puppeteer-core';
import { inShadow, NO_SHADOW } from './shadow-root.ts';
import { type Finder, find, printTree, type Rect, readShadow, type ShadowNode } from './shadow-tree.ts';
import { poll } from './wait-until.ts';

export { inShadow, NO_SHADOW } from './shadow-root.ts';
export * from './shadow-tree.ts';

const TIMEOUT_MS = 10_000;

/** The content of the host's shadow root, or null while there is no such host. */
export async function shadowTree(page: Page, hostSelector: string): Promise<ShadowNode | null> {
  const tree = await inShadow(page, hostSelector, readShadow);
  return tree === NO_SHADOW ? null : tree;
}

/**
 * Reads the tree until the predicate holds and gives that tree. The error of the timeout prints the last tree.
 * A read that fails because the page is just navigating counts as "not yet".
 */
export async function waitForShadow(
  page: Page,
  hostSelector: string,
  predicate: (tree: ShadowNode) => unknown,
  timeoutMs = TIMEOUT_MS,
): Promise<ShadowNode> {
  let last = 'nothing was read';
  const found = await poll(timeoutMs, async () => {
    const tree = await shadowTree(page, hostSelector).catch((error: unknown) => {
      last = String(error);
      return null;
    });
    if (tree === null) return undefined;
    last = printTree(tree);
    return predicate(tree) ? tree : undefined;
  });
  if (found) return found;
  throw new Error(`Waited ${timeoutMs} ms for ${predicate} in ${hostSelector} at ${page.url()}. Last seen:\n${last}`);
}

/** Waits until the page has no such host, or its shadow root shows nothing that fits. */
export async function waitForNoShadow(page: Page, hostSelector: string, finder: Finder = {}): Promise<void> {
  let last = '';
  const gone = await poll(TIMEOUT_MS, async () => {
    const tree = await shadowTree(page, hostSelector).catch(() => null);
    last = tree ? printTree(tree) : '';
    return tree === null || find(tree, finder) === undefined ? true : undefined;
  });
  if (!gone) throw new Error(`${JSON.stringify(finder)} did not go away from ${hostSelector}. Last seen:\n${last}`);
}

/**
 * A real (trusted) mouse click at the centre of the first element that fits, once it is there, has stopped
 * moving and nothing lies over it. An element outside of its scroll port is scrolled into view first.
 */
export async function clickIn(page: Page, hostSelector: string, finder: Finder): Promise<void> {
  const { x, y } = await pointIn(page, hostSelector, finder);
  await page.mouse.click(x, y);
}

/** Moves the real mouse over the first element that fits. */
export async function hoverIn(page: Page, hostSelector: string, finder: Finder): Promise<void> {
  const { x, y } = await pointIn(page, hostSelector, finder);
  await page.mouse.move(x, y);
}

async function pointIn(page: Page, hostSelector: string, finder: Finder): Promise<{ x: number; y: number }> {
  let problem = 'not found';
  const point = await poll(TIMEOUT_MS, async () => {
    const tree = await shadowTree(page, hostSelector);
    const node = tree && find(tree, finder);
    if (!node) {
      problem = `not found in\n${tree ? printTree(tree) : 'a page without that host'}`;
      return undefined;
    }
    const target = await inShadow(page, hostSelector, settleTarget, node.path, node.tag);
    if (target === NO_SHADOW) return undefined;
    if (typeof target !== 'string') return { x: target.x + target.width / 2, y: target.y + target.height / 2 };
    problem = target;
    return undefined;
  });
  if (point) return point;
  throw new Error(`Cannot click ${describe(finder)} in ${hostSelector}: ${problem}`);
}

/** Runs in the page: where the element at that path is once it rests, or why it cannot be clicked. */
async function settleTarget(root: ShadowRoot, path: readonly number[], tag: string): Promise<Rect | string> {
  let element: Element | undefined;
  let parent: ParentNode = root;
  for (const index of path) {
    element = parent.children[index];
    if (!element) return 'it went away';
    parent = element.shadowRoot ?? element;
  }
  if (element?.localName !== tag) return 'it went away';
  if (document.visibilityState === 'hidden') return 'its tab is not in front';
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const { x, y, width, height } = element.getBoundingClientRect();
  if (before.x !== x || before.y !== y || before.width !== width) return 'it is still moving';
  const holder = element.getRootNode();
  const top = (holder instanceof ShadowRoot ? holder : root).elementFromPoint(x + width / 2, y + height / 2);
  if (top && element.contains(top)) return { x, y, width, height };
  const over = top ?? document.elementFromPoint(x + width / 2, y + height / 2);
  return over ? `<${over.localName} class="${over.className}"> lies over it` : 'it is outside of the window';
}

function describe(finder: Finder): string {
  return Object.entries(finder)
    .map(([key, value]) => `${key}=${value instanceof RegExp ? value : JSON.stringify(value)}`)
    .join(' ');
}
