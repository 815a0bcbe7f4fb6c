import type { Partition } from '../../src/core/console/partition.ts';
import { factsOfHost } from './hosts.ts';
import { parseUrl } from './http.ts';

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

export interface SwitchRequest {
  readonly account: string;
  readonly roleName: string;
  readonly displayName: string;
  readonly color: string;
  readonly redirect: URL;
}

const COLOR = /^[0-9a-fA-F]{6}$/;
const ACCOUNT_ID = /^\d{12}$/;
const ALIAS = /^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$/;
const STILL_ENCODED = /^https%3A%2F%2F[^/:?#\s]+$/i;

/** The nine fields of a classic switch (contract §4). */
export function checkSwitch(form: URLSearchParams, csrf: string, partition: Partition): Checked<SwitchRequest> {
  const fixed = checkFixed(form, { mfaNeeded: '0', action: 'switchFromBasis', src: 'nav', csrf });
  if (fixed) return refused(fixed);
  const look = checkTarget((name) => form.get(name));
  if (!look.ok) return look;
  const redirect = checkRedirect(form, partition);
  return redirect.ok ? { ok: true, value: { ...look.value, redirect: redirect.value } } : redirect;
}

/** The four fields that go back to the origin (contract §4 "Exit role"). */
export function checkExit(form: URLSearchParams, csrf: string, partition: Partition): Checked<URL> {
  const fixed = checkFixed(form, { action: 'switchToBasis', src: 'nav', csrf });
  return fixed ? refused(fixed) : checkRedirect(form, partition);
}

/** What the classic form, the Switch Role page and the multi-session request have in common. */
export function checkTarget(field: (name: string) => unknown): Checked<Omit<SwitchRequest, 'redirect'>> {
  const [account, roleName, displayName, color] = ['account', 'roleName', 'displayName', 'color'].map(field);
  if (typeof account !== 'string' || !(ACCOUNT_ID.test(account) || ALIAS.test(account))) {
    return refused('account: not 12 digits and no alias');
  }
  // A name that no role can have, such as one with `!`, leads to the Switch Role page like any unknown one (AESR #340).
  if (typeof roleName !== 'string' || roleName.length < 1 || roleName.length > 64) {
    return refused('roleName: not 1 to 64 characters');
  }
  if (typeof displayName !== 'string' || displayName.length < 1 || displayName.length > 64) {
    return refused('displayName: not 1 to 64 characters');
  }
  if (typeof color !== 'string' || !COLOR.test(color)) return refused('color: not six hexadecimal digits');
  return { ok: true, value: { account, roleName, displayName, color } };
}

/** An https page of an existing console host of the partition; a multi-session label is refused (contract §4, §5). */
export function checkConsoleUrl(text: string, partition: Partition): Checked<URL> {
  const url = parseUrl(text);
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '')
    return refused('redirect: not an https URL');
  const facts = factsOfHost(url.hostname);
  if (facts?.kind !== 'console' || facts.partition.id !== partition.id) {
    return refused(`redirect: ${url.hostname} is no console host of ${partition.id}`);
  }
  if (facts.differentiator !== undefined) return refused('redirect: the host has a multi-session label');
  return { ok: true, value: url };
}

/** Encoded once before the form encoded it again: after the form's decoding it must still be encoded (AESR #175). */
function checkRedirect(form: URLSearchParams, partition: Partition): Checked<URL> {
  const encoded = form.get('redirect_uri') ?? '';
  if (!STILL_ENCODED.test(encoded)) return refused('redirect_uri: not percent-encoded before the form encoded it');
  try {
    return checkConsoleUrl(decodeURIComponent(encoded), partition);
  } catch {
    return refused('redirect_uri: malformed percent-encoding');
  }
}

function checkFixed(form: URLSearchParams, expected: Readonly<Record<string, string>>): string | undefined {
  for (const name of new Set(form.keys())) {
    if (form.getAll(name).length > 1) return `${name}: sent twice`;
  }
  for (const [name, value] of Object.entries(expected)) {
    if (!form.has(name)) return `${name}: missing`;
    // The token is a secret of the session: a failure must not print it.
    if (form.get(name) !== value) return name === 'csrf' ? 'csrf: not this session’s' : `${name}: not ${value}`;
  }
  return undefined;
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
