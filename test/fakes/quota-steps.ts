import { SYNC_QUOTA } from '../../src/core/saved/replica.ts';

/** One call on storage.sync. */
type Step = { readonly set: Readonly<Record<string, string>> } | { readonly remove: readonly string[] } | 'clear';

interface Area {
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  clear(): Promise<void>;
  get(keys?: null): Promise<Record<string, unknown>>;
  getBytesInUse(keys?: null): Promise<number>;
}

interface Outcome {
  /** What the error says; `done` where there is none. */
  readonly said: string;
  readonly bytes: number;
  readonly items: number;
}

const { itemBytes, totalBytes } = SYNC_QUOTA;
const MAX_ITEMS = 512;

/** An item of that many bytes, key and quotation marks with it. */
function item(key: string, bytes: number, end = ''): Record<string, string> {
  return { [key]: end.padStart(bytes - key.length - 2 - (new TextEncoder().encode(end).length - end.length), 'x') };
}

const FULL = Object.assign({}, ...Array.from({ length: 12 }, (_, index) => item(`full${index}`, itemBytes))) as Record<
  string,
  string
>;
const REST = totalBytes - 12 * itemBytes;
/** The braces, colons, commas and keys' quotation marks of 13 items, which Firefox counts as well. */
const JSON_OVERHEAD = 13 * 4 + 1;

/** To the last byte and item, and one beyond. */
export const QUOTA_STEPS: readonly Step[] = [
  { set: item('a', itemBytes) },
  { set: item('a', itemBytes + 1) },
  { set: item('あ', itemBytes - 2) },
  { set: item('あ', itemBytes - 1) },
  { set: item('b', itemBytes, 'あ😀') },
  { set: item('b', itemBytes + 1, 'あ😀') },
  // Chromium charges five bytes more.
  { set: item('c', itemBytes - 5, '<') },
  { set: item('c', itemBytes - 4, '<') },
  'clear',
  { set: { ...FULL, ...item('rest', REST - JSON_OVERHEAD) } },
  { set: item('rest', REST - JSON_OVERHEAD + 1) },
  { set: item('rest', REST) },
  { set: item('rest', REST + 1) },
  { set: { z: '' } },
  // Nothing of a write that is refused goes in, not even what would fit.
  { set: { ...item('full0', itemBytes - 10), ...item('rest', REST - JSON_OVERHEAD + 11) } },
  { set: { ...item('full0', itemBytes - 10), ...item('rest', REST + 11) } },
  // In the place of what it replaces there is room.
  { set: { ...item('full0', itemBytes - 10), ...item('rest', REST - JSON_OVERHEAD + 10) } },
  { remove: ['rest'] },
  { set: { z: '' } },
  'clear',
  { set: Object.fromEntries(Array.from({ length: MAX_ITEMS }, (_, index) => [`i${index}`, ''])) },
  { set: { oneMore: '' } },
  { set: { i0: 'another' } },
  { remove: ['i1'] },
  { set: { oneMore: '' } },
  'clear',
];

/** 121 writes, and what still works after them. */
export const RATE_STEPS: readonly Step[] = [
  ...Array.from({ length: 121 }, (_, index) => ({ set: { w: String(index) } })),
  { remove: ['w'] },
  { set: { w: 'again' } },
  'clear',
];

/** Takes one step after the other. Without an area, in a page of the extension: the browser's own. */
export async function takeSteps(steps: readonly Step[], area = (globalThis as unknown as Page).browser.storage.sync) {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    let said = 'done';
    try {
      if (step === 'clear') await area.clear();
      else if ('set' in step) await area.set(step.set);
      else await area.remove([...step.remove]);
    } catch (error) {
      said = error instanceof Error ? error.message : String(error);
    }
    outcomes.push({ said, bytes: await area.getBytesInUse(null), items: Object.keys(await area.get(null)).length });
  }
  return outcomes;
}

interface Page {
  readonly browser: { readonly storage: { readonly sync: Area } };
}
