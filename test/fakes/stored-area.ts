import type { Storage } from 'webextension-polyfill';
import type { AreaName, BrowserRules } from './browser-rules.ts';
import { itemBytes } from './browser-rules.ts';

export type Changes = Record<string, Storage.StorageChange>;

interface StoredItem {
  readonly text: string;
  readonly bytes: number;
}

/** The items of one storage area as they lie in the browser's profile, whichever worker wrote them. */
export class StoredArea {
  /** As JSON text: nothing that is read or written shares an object with the caller. */
  #items: ReadonlyMap<string, StoredItem> = new Map();
  readonly #windows = new Map<string, { calls: number; until: number }>();

  constructor(
    readonly name: AreaName,
    readonly rules: BrowserRules,
    private readonly now: () => number,
  ) {}

  get(keys?: null | string | string[] | Record<string, unknown>): Record<string, unknown> {
    if (keys === null || keys === undefined) return this.#read([...this.#items.keys()]);
    if (typeof keys === 'string') return this.#read([keys]);
    if (Array.isArray(keys)) return this.#read(keys);
    return { ...structuredClone(keys), ...this.#read(Object.keys(keys)) };
  }

  /** Bytes of all these items. */
  bytes(keys?: null | string | string[]): number {
    return bytesOf(this.#items, keys === undefined || keys === null ? undefined : [keys].flat());
  }

  /** Writes all of them or, where one is refused, none; as `toTexts` gives them. @throws {Error} in the browser's words */
  set(texts: Readonly<Record<string, string>>): Changes {
    this.#countCall('set');
    const next = new Map(this.#items);
    for (const [key, text] of Object.entries(texts)) next.set(key, this.#itemOf(key, text));
    this.#checkSizes(next, Object.keys(texts));
    return this.#replace(next, Object.keys(texts));
  }

  remove(keys: string | string[]): Changes {
    this.#countCall('remove');
    const gone = new Set([keys].flat());
    return this.#replace(new Map([...this.#items].filter(([key]) => !gone.has(key))), [...gone]);
  }

  clear(): Changes {
    this.#countCall('clear');
    return this.#replace(new Map(), [...this.#items.keys()]);
  }

  /** What the sync service, a policy or a test puts there: no quota stands in its way. `undefined` takes a key away. */
  put(items: Readonly<Record<string, unknown>>): Changes {
    const next = new Map(this.#items);
    for (const key of Object.keys(items)) next.delete(key);
    for (const [key, text] of Object.entries(toTexts(items))) next.set(key, this.#itemOf(key, text));
    return this.#replace(next, Object.keys(items));
  }

  #read(keys: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(
      keys.flatMap((key) => {
        const item = this.#items.get(key);
        return item === undefined ? [] : [[key, JSON.parse(item.text) as unknown]];
      }),
    );
  }

  #itemOf(key: string, text: string): StoredItem {
    return { text, bytes: itemBytes(this.rules, key, JSON.parse(text)) };
  }

  #replace(next: ReadonlyMap<string, StoredItem>, keys: readonly string[]): Changes {
    const before = this.#items;
    this.#items = next;
    const changes: Changes = {};
    for (const key of keys) {
      const [oldText, newText] = [before.get(key)?.text, next.get(key)?.text];
      if (oldText === newText && (newText === undefined || !this.rules.tellsUnchanged)) continue;
      changes[key] = {
        ...(oldText === undefined ? {} : { oldValue: JSON.parse(oldText) as unknown }),
        ...(newText === undefined ? {} : { newValue: JSON.parse(newText) as unknown }),
      };
    }
    return changes;
  }

  #checkSizes(next: ReadonlyMap<string, StoredItem>, written: readonly string[]): void {
    const { total, item, items } = this.rules.limits[this.name];
    const { quotaMessages } = this.rules;
    if (item !== undefined && written.some((key) => bytesOf(next, [key]) > item)) {
      throw new Error(quotaMessages.item);
    }
    if (total !== undefined && bytesOf(next) + this.rules.overhead(next.size) > total)
      throw new Error(quotaMessages.total);
    if (items !== undefined && next.size > items) throw new Error(quotaMessages.items);
  }

  /** Each method has windows of its own, which begin with its first call; a refused call counts as well. */
  #countCall(method: string): void {
    for (const { calls, perMs, message } of this.rules.limits[this.name].rates ?? []) {
      const name = `${method} ${perMs}`;
      const open = this.#windows.get(name);
      const window = open && this.now() < open.until ? open : { calls: 0, until: this.now() + perMs };
      this.#windows.set(name, window);
      if (window.calls >= calls) throw new Error(message);
      window.calls += 1;
    }
  }
}

/** The values' JSON texts; one that has none is left out, as the browsers do. */
export function toTexts(items: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(items).flatMap(([key, value]) => {
      if (ArrayBuffer.isView(value)) throw new Error('Cannot serialize value to JSON');
      const text: string | undefined = JSON.stringify(value);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

function bytesOf(items: ReadonlyMap<string, StoredItem>, keys: Iterable<string> = items.keys()): number {
  return [...keys].reduce((sum, key) => sum + (items.get(key)?.bytes ?? 0), 0);
}
