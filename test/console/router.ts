import { readFileSync } from 'node:fs';
import { consolePage, framePage } from './console-page.ts';
import type { Context } from './context.ts';
import { THEME_COOKIE } from './cookies.ts';
import { type Answer, redirect } from './http.ts';
import {
  labelledUrl,
  listSessions,
  logOut,
  openDestination,
  postMultiSessionSwitch,
  preflight,
} from './multi-session.ts';
import { pageFacts } from './page-facts.ts';
import { signIn, signOut } from './sign-in.ts';
import {
  notFoundPage,
  SWITCH_FORM_PATH,
  sessionLimitPage,
  sessionSelectorPage,
  signedOutPage,
  switchRolePage,
} from './sign-in-pages.ts';
import { postSwitchRole } from './switch-role.ts';
import { postSwitchRoleForm } from './switch-role-form.ts';

const FILE_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};
const FILE_PATH = /^\/stand-in\/((?:page|navigation|sign-in)\.css|header\.js|picture\.svg)$/;
const SWITCH_PATH = /^\/sessions\/(\d{12}-[a-z0-9-]+)\/v1\/switchrole$/;
const LOGOUT_PATH = /^\/sessions\/(\d{12}-[a-z0-9-]+)\/v1\/logout$/;

export function answer(context: Context): Answer {
  if (context.incoming.url.pathname === '/favicon.ico') return { status: 204 };
  const file = FILE_PATH.exec(context.incoming.url.pathname)?.[1];
  if (file !== undefined) return fileAnswer(file);
  return context.host.kind === 'sign-in' ? signInAnswer(context) : consoleAnswer(context);
}

function signInAnswer(context: Context): Answer {
  const { incoming, browser } = context;
  const path = incoming.url.pathname;
  const switching = SWITCH_PATH.exec(path)?.[1];
  if (switching !== undefined && incoming.method === 'OPTIONS') return preflight(context);
  if (switching !== undefined && incoming.method === 'POST') return postMultiSessionSwitch(context, switching);
  const leaving = LOGOUT_PATH.exec(path)?.[1];
  if (leaving !== undefined && incoming.method === 'GET') return logOut(context, leaving);
  switch (`${incoming.method} ${path}`) {
    case 'GET /stand-in/sign-in':
      return signIn(context);
    case 'GET /stand-in/sign-out':
      return signOut(context);
    case 'POST /switchrole':
      return postSwitchRole(context);
    case 'GET /switchrole':
      return browser ? switchRolePage(context, browser, false) : signedOutPage(context);
    case `POST ${SWITCH_FORM_PATH}`:
      return postSwitchRoleForm(context);
    case 'GET /oauth':
      return openDestination(context);
    case 'GET /sessions/v1/list':
      return listSessions(context);
    case 'GET /sessions/selector':
      return sessionSelectorPage(context);
    case 'GET /sessions/limit':
      return sessionLimitPage(context);
    case 'GET /stand-in/signed-out':
      return signedOutPage(context);
    default:
      return notFoundPage();
  }
}

function consoleAnswer(context: Context): Answer {
  const { incoming, host, browser, partition, shared } = context;
  if (incoming.method !== 'GET') return notFoundPage();
  const session = browser?.sessionFor(host.differentiator);
  if (!browser || !session) return redirect(`https://${partition.defaultSignInHost}/stand-in/signed-out`);
  // With multi-session, a page without a label is led to a session's own host.
  const labelled = labelledUrl(incoming.url, session);
  if (session.differentiator !== undefined && labelled !== incoming.url.href && host.differentiator === undefined) {
    return redirect(labelled);
  }
  const theme = incoming.cookies.get(THEME_COOKIE) === 'dark' ? 'dark' : 'light';
  const facts = pageFacts(incoming, partition, browser, session, theme);
  if (incoming.url.pathname === '/stand-in/frame') return framePage(facts);
  return consolePage(facts, shared.pageScripts.get(browser.view.script) ?? '', []);
}

function fileAnswer(name: string): Answer {
  const body = readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');
  return { status: 200, body, headers: { 'content-type': FILE_TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain' } };
}
