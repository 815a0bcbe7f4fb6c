// What Chromium 156 and Firefox 153 do differently with storage: measured, and held against both by `quota.test.ts`.
import type { BrowserKind } from '../browsers/rig.ts';

export type AreaName = 'local' | 'sync' | 'session' | 'managed';

/** The limits of one area; what is not there is unlimited. */
export interface Limits {
  readonly total?: number;
  readonly item?: number;
  readonly items?: number;
  /** Calls of each writing method: how many in how many milliseconds. */
  readonly rates?: readonly { readonly calls: number; readonly perMs: number; readonly message: string }[];
}

export interface BrowserRules {
  readonly limits: Readonly<Record<AreaName, Limits>>;
  /** What the error says when a limit is passed. */
  readonly quotaMessages: Readonly<Record<'total' | 'item' | 'items', string>>;
  readonly readOnlyMessage: string;
  /** Whether a listener hears of a value that was written again as it was. */
  readonly tellsUnchanged: boolean;
  /** The JSON text of a value in storage.sync, as it is charged. */
  chargedText(value: unknown): string;
  /**
   * What an area with so many items, charged so many bytes, takes beside them of its total: Firefox holds the JSON text
   * of all items together against the quota, with its braces, colons, commas and the keys' quotation marks.
   */
  overhead(items: number): number;
}

const SYNC_SIZES = { total: 102_400, item: 8_192, items: 512 };

const CHROMIUM: BrowserRules = {
  limits: {
    local: { total: 10_485_760 },
    session: { total: 10_485_760 },
    sync: {
      ...SYNC_SIZES,
      rates: [
        {
          calls: 120,
          perMs: 60_000,
          message: 'This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.',
        },
        {
          calls: 1800,
          perMs: 3_600_000,
          message: 'This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.',
        },
      ],
    },
    managed: {},
  },
  quotaMessages: {
    total: 'Resource::kQuotaBytes quota exceeded',
    item: 'Resource::kQuotaBytesPerItem quota exceeded',
    items: 'Resource::kMaxItems quota exceeded',
  },
  readOnlyMessage: 'This is a read-only store.',
  tellsUnchanged: false,
  overhead: () => 0,
  chargedText: chromiumText,
};

const FIREFOX_QUOTA = 'QuotaExceededError: storage.sync API call exceeded its quota limitations.';

const FIREFOX: BrowserRules = {
  limits: { local: {}, session: {}, sync: SYNC_SIZES, managed: {} },
  quotaMessages: { total: FIREFOX_QUOTA, item: FIREFOX_QUOTA, items: FIREFOX_QUOTA },
  readOnlyMessage: 'storage.managed is read-only',
  tellsUnchanged: true,
  overhead: (items) => '{}'.length + items * '"":'.length + Math.max(0, items - 1) * ','.length,
  chargedText: (value) => JSON.stringify(value),
};

export const BROWSER_RULES: Readonly<Record<BrowserKind, BrowserRules>> = { chromium: CHROMIUM, firefox: FIREFOX };

/** Bytes that the browser charges for one item. */
export function itemBytes(rules: BrowserRules, key: string, value: unknown): number {
  return utf8Length(key) + utf8Length(rules.chargedText(value));
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** JSON as Chromium's writer makes it. */
function chromiumText(value: unknown): string {
  if (typeof value === 'number') return chromiumNumber(value);
  if (Array.isArray(value)) return `[${value.map(chromiumText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, part]) => `${chromiumText(key)}:${chromiumText(part)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** From 10¹² on with an exponent; whole ones beyond 32 bits with `.0`. */
function chromiumNumber(value: number): string {
  if (Math.abs(value) >= 1e12) return value.toExponential();
  return Number.isInteger(value) && (value | 0) !== value ? `${value}.0` : String(value);
}
