/** What a call of a built-in method is taken to cost: about as many steps as characters or items it looks at. */
type Cost = (receiver: unknown, args: readonly unknown[], result: unknown, lastIndex: number) => number;

const ONE: Cost = () => 1;
const LENGTH: Cost = (receiver) => 1 + sizeOf(receiver);
const RESULT: Cost = (_, __, result) => 1 + sizeOf(result);
/** A search from some place on: up to what it finds, or to the end. */
const SEARCH: Cost = (receiver, [, from], result) => {
  const start = typeof from === 'number' ? from : 0;
  return 1 + (typeof result === 'number' && result >= 0 ? result : sizeOf(receiver)) - start;
};
/** What a pattern looks at inside is not seen, only how far it gets. A sticky one looks at one place. */
const MATCH: Cost = (receiver, [text], result, lastIndex) => {
  if (!(receiver instanceof RegExp) || receiver.sticky) return 1;
  const start = receiver.global ? lastIndex : 0;
  const end = Array.isArray(result) ? Number(Reflect.get(result, 'index')) + sizeOf(result[0]) : sizeOf(text);
  return 1 + end - start;
};
const ARGUMENT: Cost = (_, [argument]) => 1 + sizeOf(argument);

const COUNTED: readonly (readonly [owner: object, cost: Cost, names: readonly PropertyKey[]])[] = [
  [
    String.prototype,
    LENGTH,
    ['split', 'replace', 'replaceAll', 'toLowerCase', 'trim', 'trimStart', 'trimEnd', 'includes'],
  ],
  [String.prototype, RESULT, ['slice', 'repeat']],
  [String.prototype, SEARCH, ['indexOf', 'search']],
  [String.prototype, ARGUMENT, ['startsWith', 'endsWith']],
  [RegExp.prototype, MATCH, ['exec']],
  [
    Array.prototype,
    LENGTH,
    ['forEach', 'map', 'filter', 'find', 'findLast', 'some', 'every', 'includes', 'indexOf', 'join'],
  ],
  [Array.prototype, LENGTH, ['flatMap', 'flat', 'sort', 'slice', 'concat', Symbol.iterator, 'values', 'entries']],
  [Array.prototype, ONE, ['push', 'at']],
  [Map.prototype, ONE, ['get', 'set', 'has', 'delete']],
  [Map.prototype, LENGTH, [Symbol.iterator, 'keys', 'values', 'entries', 'forEach']],
  [Set.prototype, ONE, ['add', 'has', 'delete']],
  [Set.prototype, LENGTH, [Symbol.iterator, 'values', 'forEach']],
  [JSON, ARGUMENT, ['stringify', 'parse']],
];

/**
 * Counts what a function does in calls of built-in methods, the same in every run and on every machine. Whoever goes
 * through all lines for each line, or looks for each name in all names, shows in it; what patterns do inside does not.
 */
export function countWork(run: () => void): number {
  let work = 0;
  const originals = COUNTED.flatMap(([owner, cost, names]) =>
    names.map((name) => {
      const original: unknown = Reflect.get(owner, name);
      if (typeof original !== 'function') throw new Error(`${String(name)} is not a method`);
      const counting = function (this: unknown, ...args: unknown[]): unknown {
        const lastIndex = this instanceof RegExp ? this.lastIndex : 0;
        const result: unknown = Reflect.apply(original, this, args);
        work += cost(this, args, result, lastIndex);
        return result;
      };
      return { owner, name, original, counting };
    }),
  );
  try {
    for (let at = 0; at < originals.length; at++) replace(originals[at], 'counting');
    run();
  } finally {
    for (let at = 0; at < originals.length; at++) replace(originals[at], 'original');
  }
  return work;
}

interface Method {
  readonly owner: object;
  readonly name: PropertyKey;
  readonly original: unknown;
  readonly counting: unknown;
}

function replace(method: Method | undefined, by: 'original' | 'counting'): void {
  if (!method) return;
  Object.defineProperty(method.owner, method.name, { value: method[by], configurable: true, writable: true });
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return value instanceof Map || value instanceof Set ? value.size : 0;
}
