import { type ConfigText, readConfigText } from '../config/config-text.ts';
import { isToolKey, knownKey } from '../config/keys.ts';
import { type RemovedLine, removeSecrets } from '../config/secrets.ts';
import { readCsv } from '../export/csv.ts';
import type { UnknownReason } from './import-plan.ts';
import type { IncomingRole } from './incoming-role.ts';
import { isBare } from './plan-config.ts';
import { type ListedAccount, parseAccountList } from './read-accounts.ts';
import { readCsvRows } from './read-csv-roles.ts';
import { isHistoryCookie, parseHistory, parseHistoryCookie } from './read-history.ts';
import { readLinks } from './read-links.ts';

/** A text read as what it is. */
export type Recognised =
  | { readonly kind: 'config' | 'credentials'; readonly config: ConfigText }
  | { readonly kind: 'organizations'; readonly accounts: readonly ListedAccount[] }
  | { readonly kind: 'roles' | 'history' | 'links'; readonly roles: readonly IncomingRole[] }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

/** Ten times what any organization's list of accounts takes. */
const MAX_LENGTH = 10_000_000;

/** Finds out by its content alone what a text is. Takes any string and never throws. */
export function recognise(text: string): { readonly found: Recognised; readonly removed: readonly RemovedLine[] } {
  if (text.length > MAX_LENGTH) return { found: { kind: 'unknown', reason: 'too-large' }, removed: [] };
  const { text: clean, removed } = removeSecrets(text);
  // Lines of JSON can't be taken out; only what is asked for is read of it.
  return { found: recogniseData(text) ?? recogniseText(clean, removed.length > 0), removed };
}

/** JSON or a cookie's value; undefined for a text of lines. */
function recogniseData(text: string): Recognised | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'unknown', reason: 'empty' };
  if (isHistoryCookie(trimmed)) {
    const roles = parseHistoryCookie(trimmed);
    return roles ? { kind: 'history', roles } : { kind: 'unknown', reason: 'unreadable-cookie' };
  }
  if (!/^[[{]/.test(trimmed)) return undefined;
  const isList = trimmed.startsWith('[');
  const json = parseJson(trimmed);
  // A header of a section begins like a list.
  if (!json) return isList ? undefined : { kind: 'unknown', reason: 'unreadable-json' };
  const accounts = parseAccountList(json.data);
  const roles = parseHistory(json.data);
  if (accounts) return { kind: 'organizations', accounts };
  if (roles) return { kind: 'history', roles };
  return isList ? undefined : { kind: 'unknown', reason: 'unknown-format' };
}

/** @param text without the lines that held credentials */
function recogniseText(text: string, hadSecrets: boolean): Recognised {
  const config = readConfigText(text);
  const hasKeys = config.sections.some(({ entries }) => entries.some(({ key }) => knownKey(key) ?? isToolKey(key)));
  if (config.sections.length > 0 && (hasKeys || hadSecrets)) {
    return { kind: hadSecrets && config.profiles.every(isBare) ? 'credentials' : 'config', config };
  }
  const links = readLinks(text);
  if (links.length > 0) return { kind: 'links', roles: links };
  const rows = readCsvRows(readCsv(text));
  if (rows && 'roles' in rows) return { kind: 'roles', roles: rows.roles };
  if (rows) return { kind: 'organizations', accounts: rows.accounts };
  if (config.profiles.length > 0) return { kind: 'config', config };
  return { kind: 'unknown', reason: 'unknown-format' };
}

function parseJson(text: string): { readonly data: unknown } | undefined {
  try {
    return { data: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
