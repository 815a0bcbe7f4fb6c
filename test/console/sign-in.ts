import type { Context } from './context.ts';
import { CREDENTIALS_COOKIE, endSessionMarkerCookie, endWideCookie, themeCookie, USER_INFO_COOKIE } from './cookies.ts';
import { cookieDomain } from './hosts.ts';
import { type Answer, parseUrl, redirect } from './http.ts';
import { signedInIdentity } from './identities.ts';
import { labelledUrl, sessionCookies } from './multi-session.ts';
import { BrowserState, type Session, signedInSession, switchedSession } from './sessions.ts';
import { readSignIn, type SignIn, type Target } from './sign-in-options.ts';
import { badRequestPage, signedOutPage } from './sign-in-pages.ts';
import { mayAssume } from './trust.ts';
import { WORLD, type World } from './world.ts';

/** `GET /stand-in/sign-in`: makes a session as its parameters say and goes to the console. */
export function signIn(context: Context): Answer {
  const { incoming, partition, shared } = context;
  let asked: SignIn;
  try {
    asked = readSignIn(partition.id, incoming.url.searchParams, WORLD[partition.id].jump.id);
  } catch (error) {
    return badRequestPage(`${error}`);
  }
  const to = parseUrl(asked.to);
  if (!to) return badRequestPage(`to: ${asked.to} is no URL`);
  const browser = context.browser ?? new BrowserState(partition.id, asked);
  shared.browsers.set(browser.id, browser);
  browser.view = asked;
  const before = [...browser.multi.keys()];
  if (asked.alone) browser.multi.clear();
  const session = newSession(browser, asked);
  if (typeof session === 'string') return badRequestPage(session);
  if (asked.multiSession) {
    browser.classic = undefined;
    if (browser.isFull(session.identity)) return redirect('/sessions/limit');
    browser.add(session);
  } else {
    browser.multi.clear();
    browser.classic = session;
  }
  const cookies = [...sessionCookies(context, browser, session), themeCookie(partition, asked.colorMode)];
  const ended = before.filter((label) => !browser.multi.has(label));
  cookies.push(...ended.map((label) => endSessionMarkerCookie(partition, label)));
  // A value from an earlier sign-in would defeat the point of leaving the cookie out.
  if (asked.drop.includes('user-info-cookie')) cookies.push(endWideCookie(partition, USER_INFO_COOKIE));
  return redirect(labelledUrl(to, session), cookies);
}

/** `GET /stand-in/sign-out`: ends everything in this browser. */
export function signOut(context: Context): Answer {
  if (context.browser) context.shared.browsers.delete(context.browser.id);
  const answer = signedOutPage(context);
  const credentials = `${CREDENTIALS_COOKIE}=; Domain=${cookieDomain(context.partition)}; Path=/; Max-Age=0; Secure`;
  const labels = [...(context.browser?.multi.keys() ?? [])];
  const cookies = [
    credentials,
    endWideCookie(context.partition, USER_INFO_COOKIE),
    ...labels.map((label) => endSessionMarkerCookie(context.partition, label)),
  ];
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookies } };
}

function newSession(browser: BrowserState, asked: SignIn): Session | string {
  const kind = asked.identity === 'switched' ? 'iam-user' : asked.identity;
  const base = signedInSession(
    signedInIdentity(asked.partition, kind, asked.account, asked.mfa),
    asked,
    asked.multiSession,
  );
  if (asked.identity !== 'switched') return base;
  const target = asked.switchedTo ?? defaultTarget(WORLD[asked.partition]);
  const verdict = mayAssume(base.identity, target.account, target.roleName);
  if (!verdict.allowed) return `switchedTo: ${verdict.reason}`;
  // In multi-session the session that switched stays open beside the new one (§5).
  if (asked.multiSession) browser.add(base);
  return switchedSession(base, verdict.account, verdict.role.name, target, asked);
}

function defaultTarget(world: World): Target {
  const [account] = world.targets;
  const [role] = account?.roles ?? [];
  const roleName = role?.name ?? '';
  const displayName = `${roleName.slice(roleName.lastIndexOf('/') + 1)} · ${account?.alias}`;
  return { account: account?.id ?? '', roleName, displayName, color: 'f2b0a9' };
}
