import { randomBytes } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Context } from './context.ts';
import { credentialsCookie, endSessionMarkerCookie, sessionMarkerCookie } from './cookies.ts';
import { consoleHost, factsOfHost } from './hosts.ts';
import { type Answer, json, mediaType, parseUrl, pathAndHash, redirect } from './http.ts';
import { accountFacts } from './page-facts.ts';
import { plannedFailure } from './planned-failure.ts';
import { type BrowserState, type Session, switchedSession } from './sessions.ts';
import { badRequestPage, messagePage } from './sign-in-pages.ts';
import { type Checked, checkConsoleUrl, checkTarget, type SwitchRequest } from './switch-fields.ts';
import { userInfoCookies } from './switch-role.ts';
import { mayAssume } from './trust.ts';

/** `OPTIONS /sessions/{differentiator}/v1/switchrole`: yes to multi-session console origins only (contract §11.6). */
export function preflight(context: Context): Answer {
  const headers = corsHeaders(context);
  if (!headers)
    return { status: 403, failure: `origin: ${context.incoming.headers.origin} is no multi-session console` };
  return {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, x-csrf-protection',
    },
  };
}

/** `POST /sessions/{differentiator}/v1/switchrole` (contract §5). */
export function postMultiSessionSwitch(context: Context, differentiator: string): Answer {
  const { incoming, browser, shared } = context;
  const headers = corsHeaders(context) ?? {};
  const refuse = (status: number, errorCode: string, failure: string): Answer => ({
    ...json({ errorCode }, headers, status),
    failure,
  });
  const planned = shared.nextFailures.shift();
  if (planned !== undefined) return plannedFailure(planned, headers);
  if (incoming.headers['x-csrf-protection'] !== '1') return refuse(403, 'FORBIDDEN', 'X-CSRF-PROTECTION: not 1');
  if (mediaType(incoming.headers) !== 'application/json') return refuse(415, 'BAD_REQUEST', 'content-type: not JSON');
  if (!browser) return refuse(401, 'UNAUTHENTICATED', 'no session cookie');
  const session = browser.multi.get(differentiator);
  if (!session) return refuse(404, 'SESSION_NOT_FOUND', `no session ${differentiator} in this browser`);
  if (originDifferentiator(context) !== differentiator) {
    return refuse(403, 'FORBIDDEN', `origin: ${incoming.headers.origin} is not the console of ${differentiator}`);
  }
  const request = checkBody(context);
  if (!request.ok) return refuse(400, 'BAD_REQUEST', request.reason);
  const granted = grantSwitch(context, browser, session, request.value);
  // Refusals come with status 200 (§5).
  return granted.ok ? json({ destination: granted.destination }, headers) : refuse(200, granted.code, granted.reason);
}

type Granted =
  | { readonly ok: true; readonly destination: string }
  | { readonly ok: false; readonly code: 'UNAUTHORIZED' | 'SESSION_LIMIT_REACHED'; readonly reason: string };

/** Grants a switch with the asking session's identity, so a switched session chains (§5, §9). */
export function grantSwitch(context: Context, browser: BrowserState, from: Session, request: SwitchRequest): Granted {
  const verdict = mayAssume(from.identity, request.account, request.roleName);
  if (!verdict.allowed) return { ok: false, code: 'UNAUTHORIZED', reason: verdict.reason };
  const { displayName, color } = request;
  const session = switchedSession(from, verdict.account, verdict.role.name, { displayName, color }, browser.view);
  if (browser.isFull(session.identity)) {
    return { ok: false, code: 'SESSION_LIMIT_REACHED', reason: 'five sessions are open' };
  }
  const code = randomBytes(12).toString('hex');
  browser.granted.set(code, session);
  const destination = new URL(`https://${context.incoming.host}/oauth`);
  destination.searchParams.set('code', code);
  destination.searchParams.set('login_hint', session.differentiator ?? '');
  destination.searchParams.set('redirect_uri', request.redirect.href);
  return { ok: true, destination: destination.href };
}

/** `GET /oauth`: a granted switch's destination. It makes the session and lands on its own console host (§11.6). */
export function openDestination(context: Context): Answer {
  const { browser, partition } = context;
  const query = context.incoming.url.searchParams;
  const code = query.get('code') ?? '';
  const session = browser?.granted.get(code);
  const to = checkConsoleUrl(query.get('redirect_uri') ?? '', partition);
  if (!browser || session?.differentiator === undefined) return badRequestPage('code: unknown or used');
  if (!to.ok) return badRequestPage(to.reason);
  browser.granted.delete(code);
  if (browser.isFull(session.identity)) return redirect('/sessions/limit');
  const ended = browser.add(session);
  const endings = ended === undefined ? [] : [endSessionMarkerCookie(partition, ended)];
  return redirect(labelledUrl(to.value, session), [...sessionCookies(context, browser, session), ...endings]);
}

/** The same page on the host of a session; pages outside the regional console have no such host. */
export function labelledUrl(url: URL, session: Session): string {
  const facts = factsOfHost(url.hostname);
  if (facts?.kind !== 'console' || session.differentiator === undefined) return url.href;
  const isConsole = facts.region !== undefined || url.hostname === facts.partition.consoleHost;
  if (!isConsole) return url.href;
  const host = consoleHost(facts.partition, facts.region ?? facts.partition.defaultRegion, session.differentiator);
  return `https://${host}${pathAndHash(url)}`;
}

export function sessionCookies(context: Context, browser: BrowserState, session: Session): string[] {
  const { partition } = context;
  const cookies = [credentialsCookie(partition, browser.id), ...userInfoCookies(context, browser, session)];
  if (session.differentiator === undefined) return cookies;
  // The opt-in is the sign-in host's own cookie (§3.4).
  const optIn = 'aws-prism-opt-in=true; Path=/; Secure; SameSite=None';
  return [...cookies, sessionMarkerCookie(partition, session.differentiator), optIn];
}

/** `GET /sessions/{differentiator}/v1/logout` ends one session. */
export function logOut(context: Context, differentiator: string): Answer {
  const ended = context.browser?.multi.delete(differentiator) ?? false;
  if (!ended)
    return { ...messagePage(context, 'No such session'), status: 404, failure: `no session ${differentiator}` };
  const answer = messagePage(context, 'Signed out');
  const cookie = endSessionMarkerCookie(context.partition, differentiator);
  return { ...answer, headers: { ...answer.headers, 'set-cookie': [cookie] } };
}

/** `GET /sessions/v1/list`: without CORS headers, so only a holder of host permissions can read it (§5). */
export function listSessions(context: Context): Answer {
  const { browser } = context;
  if (!browser) return { ...json({ errorCode: 'UNAUTHENTICATED' }, {}, 401), failure: 'no session cookie' };
  const sessions = [...browser.multi.values()].map((session) => ({
    differentiator: session.differentiator,
    principal_arn: session.identity.arn,
    expiry: Math.floor(session.started.getTime() / 1000) + 3600,
    auth_time: Math.floor(session.started.getTime() / 1000),
    account_alias: accountFacts(session.identity, browser.view).alias,
  }));
  return json({ sessions });
}

function checkBody(context: Context): Checked<SwitchRequest> {
  const fields = parseObject(context.incoming.body);
  const target = checkTarget((name) => fields[name]);
  if (!target.ok) return target;
  const { redirectUri } = fields;
  if (typeof redirectUri !== 'string') return { ok: false, reason: 'redirectUri: missing' };
  const redirectTo = checkConsoleUrl(redirectUri, context.partition);
  return redirectTo.ok ? { ok: true, value: { ...target.value, redirect: redirectTo.value } } : redirectTo;
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function corsHeaders(context: Context): OutgoingHttpHeaders | undefined {
  const { origin } = context.incoming.headers;
  if (origin === undefined || originDifferentiator(context) === undefined) return undefined;
  return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin' };
}

/** The multi-session label of the asking page's origin, when that is a console of this partition. */
function originDifferentiator(context: Context): string | undefined {
  const url = parseUrl(context.incoming.headers.origin ?? '');
  if (url?.protocol !== 'https:' || url.port !== '') return undefined;
  const facts = factsOfHost(url.hostname);
  return facts?.kind === 'console' && facts.partition.id === context.partition.id ? facts.differentiator : undefined;
}
