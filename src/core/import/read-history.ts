import { parseColor } from '../config/color.ts';
import { type IncomingRole, toIncomingRole } from './incoming-role.ts';

/** The console keeps five, older ones kept more; what is not a history at all could hold any number. */
const MAX_ENTRIES = 1000;
/** Hatrack, like AESR, puts the account behind the name that the console shows. */
const ACCOUNT_SUFFIX = /\s+\|\s+[\w-]+$/;

/** Whether a text looks like the value of the console's role history cookie, with or without its name. */
export function isHistoryCookie(text: string): boolean {
  return /^(?:noflush_awsc?-roleInfo=)?%7b\S*$/i.test(text);
}

/** Reads the value of the role history cookie (console-contract §6); undefined where it is none. */
export function parseHistoryCookie(text: string): IncomingRole[] | undefined {
  const value = text.replace(/^[^=%]*=/, '').replace(/;$/, '');
  const json = decode(value.replaceAll('+', ' '));
  if (json === undefined) return undefined;
  try {
    return parseHistory(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** The roles of the history's `rl`; undefined where there is none. Takes any data. */
export function parseHistory(data: unknown): IncomingRole[] | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { rl } = data as { rl?: unknown };
  return Array.isArray(rl) ? rl.slice(0, MAX_ENTRIES).map(parseEntry) : undefined;
}

function parseEntry(data: unknown): IncomingRole {
  const entry = typeof data === 'object' && data !== null ? data : {};
  const { a, r, d, c } = entry as { a?: unknown; r?: unknown; d?: unknown; c?: unknown };
  const shown = toText(d);
  return toIncomingRole({
    name: withoutAccount(decode(shown) ?? shown),
    account: toText(a),
    roleName: toText(r),
    keys: { color: parseColor(toText(c)) },
  });
}

function toText(data: unknown): string {
  return typeof data === 'string' || typeof data === 'number' ? String(data) : '';
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The name of a role without the account that Hatrack and AESR put behind it for the console. */
export function withoutAccount(displayName: string): string {
  return displayName.trim().replace(ACCOUNT_SUFFIX, '');
}
