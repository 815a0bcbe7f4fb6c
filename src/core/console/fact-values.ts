import type { AccountId } from '../config/config.ts';

/** Reads single facts of a console page: hostile input, so everything unfit counts as absent. */

/** Twelve digits, with or without the dashes that the console shows. */
export function parseAccountId(value: unknown): AccountId | undefined {
  const digits = textOf(value)?.replaceAll('-', '');
  return digits !== undefined && /^\d{12}$/.test(digits) ? (digits as AccountId) : undefined;
}

/** An account's alias; what is a number or no alias at all counts as absent. */
export function parseAlias(value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined || parseAccountId(text) || !/^[a-z0-9][a-z0-9-]{1,62}$/.test(text) ? undefined : text;
}

/** A JSON object's properties; none for anything else. */
export function parseRecord(json: string | undefined): Record<string, unknown> {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // Malformed facts count as absent: the next source is asked.
    return {};
  }
}

/** A text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Undoes `encodeURIComponent`; a text that was never encoded stays as it is. */
export function decodeUri(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    // A name with a lone `%` was never encoded.
    return text;
  }
}
