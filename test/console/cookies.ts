import type { Partition } from '../../src/core/console/partition.ts';
import { cookieDomain, wideCookieDomain } from './hosts.ts';
import { issuerOf } from './identities.ts';
import type { Session } from './sessions.ts';

/** The stand-in's own credentials cookie: page script must not see it (contract §3.4 `aws-creds*`). */
export const CREDENTIALS_COOKIE = 'aws-creds';
export const USER_INFO_COOKIE = 'aws-userInfo';
export const THEME_COOKIE = 'awsc-color-theme';

export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? '').split(';')) {
    const separator = part.indexOf('=');
    if (separator > 0) cookies.set(part.slice(0, separator).trim(), part.slice(separator + 1).trim());
  }
  return cookies;
}

export function credentialsCookie(partition: Partition, browserId: string): string {
  return `${CREDENTIALS_COOKIE}=${browserId}; Domain=${cookieDomain(partition)}; Path=/; Secure; HttpOnly; SameSite=None`;
}

/** Readable by page script, on the registrable domain, URI-encoded JSON with a URI-encoded user name (§3.4). */
export function userInfoCookie(partition: Partition, session: Session, alias: string): string {
  const { identity } = session;
  const resource = identity.arn.slice(identity.arn.lastIndexOf(':') + 1);
  const value = {
    arn: identity.arn,
    alias: identity.kind === 'iam-user' ? alias || identity.account : identity.kind === 'root' ? '' : alias,
    username: encodeURIComponent(resource.replace(/^user\/(.*\/)?/, '')),
    keybase: 'stand-in',
    issuer: issuerOf(session.origin, partition.defaultSignInHost),
    signinType: 'PUBLIC',
  };
  return wideCookie(partition, USER_INFO_COOKIE, encodeURIComponent(JSON.stringify(value)));
}

/** The marker of a multi-session session, readable by page script (§3.4). */
export function sessionMarkerCookie(partition: Partition, differentiator: string): string {
  return `__Secure-aws-session-id-${differentiator}=1; Domain=${cookieDomain(partition)}; Path=/; Secure; SameSite=None`;
}

export function endSessionMarkerCookie(partition: Partition, differentiator: string): string {
  return `${sessionMarkerCookie(partition, differentiator)}; Max-Age=0`;
}

export function themeCookie(partition: Partition, theme: string): string {
  return wideCookie(partition, THEME_COOKIE, theme);
}

export function endWideCookie(partition: Partition, name: string): string {
  return `${wideCookie(partition, name, '')}; Max-Age=0`;
}

function wideCookie(partition: Partition, name: string, value: string): string {
  return `${name}=${value}; Domain=${wideCookieDomain(partition)}; Path=/; Secure; SameSite=None`;
}
