// How a function of a test gets into a page and its answer back: the same text over CDP and over WebDriver BiDi.

/**
 * tsx (esbuild's keepNames) writes inner functions as `__name(fn, 'fn')`, a helper that no page knows:
 * every function goes in with a `__name` of its own.
 */
const PREAMBLE =
  'const __name = (fn) => fn; const answer = (value) => value === undefined ? "" : JSON.stringify(value);';

/** An expression that runs `before`, calls `fn(...args)` (JSON values) and answers with JSON text. */
export function callExpression(fn: unknown, args: readonly unknown[], before = ''): string {
  return `(async () => { ${PREAMBLE} ${before} return answer(await (${String(fn)})(${literals(args)})); })()`;
}

/** A function of one node that calls `fn(node, ...args)` and answers with JSON text. */
export function nodeFunction(fn: unknown, args: readonly unknown[]): string {
  return `async (node) => { ${PREAMBLE} return answer(await (${String(fn)})(${['node', literals(args)].filter(Boolean)})); }`;
}

/** What one of the two above answered with. */
export function parseAnswer<Result>(text: unknown): Result {
  if (typeof text !== 'string') throw new Error(`Expected JSON text from the page, got ${String(text)}`);
  return (text === '' ? undefined : JSON.parse(text)) as Result; // the answer of `fn`, whose type the caller knows
}

function literals(args: readonly unknown[]): string {
  return args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ');
}
