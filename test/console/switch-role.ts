import type { Context } from './context.ts';
import { userInfoCookie } from './cookies.ts';
import { HISTORY_COOKIE, historyCookie, readHistory } from './history-cookie.ts';
import { type Answer, mediaType, redirect } from './http.ts';
import { accountFacts } from './page-facts.ts';
import { type BrowserState, type Session, signedInSession, switchedSession } from './sessions.ts';
import { badRequestPage, switchRolePage } from './sign-in-pages.ts';
import { checkExit, checkSwitch, type SwitchRequest } from './switch-fields.ts';
import { mayAssume } from './trust.ts';

/** `POST /switchrole`: the classic switch and the way back (contract §4). */
export function postSwitchRole(context: Context): Answer {
  const { incoming, browser, partition } = context;
  if (mediaType(incoming.headers) !== 'application/x-www-form-urlencoded') return badRequestPage('not a form');
  const session = browser?.classic;
  if (!browser || !session) return badRequestPage('no classic session in this browser');
  const form = new URLSearchParams(incoming.body);
  if (form.get('action') === 'switchToBasis') {
    const checked = checkExit(form, session.csrf, partition);
    return checked.ok ? exit(context, browser, session, checked.value) : badRequestPage(checked.reason);
  }
  const checked = checkSwitch(form, session.csrf, partition);
  return checked.ok ? switchClassic(context, browser, session, checked.value) : badRequestPage(checked.reason);
}

/** Switches a browser's classic session: the original sign-in authorises it, whatever role is active (§9). */
export function switchClassic(
  context: Context,
  browser: BrowserState,
  session: Session,
  request: SwitchRequest,
): Answer {
  const verdict = mayAssume(session.origin, request.account, request.roleName);
  // Every refusal looks the same to the user, and since 2024 the page is not prefilled (§4).
  if (!verdict.allowed) return { ...switchRolePage(context, browser, true), failure: verdict.reason };
  const { displayName, color } = request;
  const switched = switchedSession(session, verdict.account, verdict.role.name, { displayName, color }, browser.view);
  browser.classic = switched;
  const origin = { user: session.origin.userText, account: accountFacts(session.origin, browser.view).text };
  const newest = { account: verdict.account.id, roleName: verdict.role.name, displayName, color };
  const recent = readHistory(context.incoming.cookies.get(HISTORY_COOKIE));
  return redirect(request.redirect.href, [
    ...userInfoCookies(context, browser, switched),
    historyCookie(context.partition, origin, recent, newest),
  ]);
}

/** The `aws-userInfo` of a session, unless the view leaves it out. */
export function userInfoCookies(context: Context, browser: BrowserState, session: Session): string[] {
  if (browser.view.drop.includes('user-info-cookie')) return [];
  return [userInfoCookie(context.partition, session, accountFacts(session.identity, browser.view).alias)];
}

function exit(context: Context, browser: BrowserState, session: Session, to: URL): Answer {
  const origin = signedInSession(session.origin, browser.view, false);
  browser.classic = origin;
  return redirect(to.href, userInfoCookies(context, browser, origin));
}
