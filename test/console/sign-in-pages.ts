import type { Context } from './context.ts';
import { signInPolicy } from './csp.ts';
import { type Answer, escapeHtml, html } from './http.ts';
import type { BrowserState } from './sessions.ts';
import { signInUrl } from './sign-in-options.ts';

/** AWS's one text for every refused switch (contract §4). */
export const REFUSED_TEXT =
  'Invalid information in one or more fields. Check your information or contact your administrator.';
/** Where the Switch Role page's own form goes; not `/switchrole`, whose token it does not have. */
export const SWITCH_FORM_PATH = '/stand-in/switch-role-form';
/** The colours that the page offers, of 2024 (contract §4 "GET link"). */
const PALETTE = ['f2b0a9', 'fbc8aa', 'efda95', 'b7ca9d', '83d4e8'];

/** The Switch Role page, prefilled from a link's query or, after a refusal, empty (contract §2.4, §4). */
export function switchRolePage(context: Context, browser: BrowserState, refused: boolean): Answer {
  const query = refused ? new URLSearchParams() : context.incoming.url.searchParams;
  const field = (id: string, label: string, value: string) =>
    `<label>${label}<input id="${id}" name="${id}" value="${escapeHtml(value)}" autocomplete="off"></label>`;
  const asked = (query.get('color') ?? '').toLowerCase();
  // The page snaps to its palette: other colours fall back to the first.
  const chosen = PALETTE.includes(asked) ? asked : PALETTE[0];
  const colors = PALETTE.map(
    (color) =>
      `<label class="swatch swatch-${color}"><input type="radio" name="color" value="${color}"${color === chosen ? ' checked' : ''}>${color}</label>`,
  );
  return page(
    context,
    'Switch Role',
    `${refused ? `<p class="error" role="alert">${REFUSED_TEXT}</p>` : ''}
  <p>Switching roles enables you to manage resources across accounts using a single user.</p>
  <form method="POST" action="${SWITCH_FORM_PATH}">
    <input type="hidden" name="formToken" value="${browser.formToken}">
    ${field('accountId', 'Account ID', query.get('account') ?? '')}
    ${field('roleName', 'IAM role name', query.get('roleName') ?? '')}
    ${field('displayName', 'Display name', query.get('displayName') ?? '')}
    <fieldset><legend>Display color</legend>${colors.join('')}</fieldset>
    <button type="reset" class="button">Cancel</button>
    <button type="submit" class="button primary">Switch Role</button>
  </form>`,
  );
}

export function badRequestPage(failure: string): Answer {
  const body =
    '<!DOCTYPE html><html lang="en"><head><title>400 Bad Request</title></head><body><h1>400 Bad Request</h1></body></html>';
  return { ...html(body, {}, 400), failure };
}

export function notFoundPage(): Answer {
  return html(
    '<!DOCTYPE html><html lang="en"><head><title>404</title></head><body><h1>Not found</h1></body></html>',
    {},
    404,
  );
}

/** Where a page without a session leads: ways to sign in, for whoever tries the demonstration by hand. */
export function signedOutPage(context: Context): Answer {
  const partition = context.partition.id;
  const links = (['iam-user', 'saml', 'identity-center', 'root'] as const).flatMap((identity) =>
    [false, true].map((multiSession) => {
      const text = `${identity}${multiSession ? ', multi-session' : ''}`;
      return `<li><a href="${escapeHtml(signInUrl({ partition, identity, multiSession }))}">${text}</a></li>`;
    }),
  );
  return page(
    context,
    'Signed out',
    `<p>This stand-in console knows no password. Sign in as:</p><ul>${links.join('')}</ul>`,
  );
}

export function sessionLimitPage(context: Context): Answer {
  return page(
    context,
    'Session limit reached',
    '<p>You can be signed in to at most 5 sessions. Sign out of one first.</p>',
  );
}

/** The session chooser (contract §2.4). */
export function sessionSelectorPage(context: Context): Answer {
  const sessions = [...(context.browser?.multi.values() ?? [])].map(
    ({ identity, differentiator }) =>
      `<li><a href="https://${differentiator}.${context.partition.defaultRegion}.${context.partition.consoleHost}/console/home">${escapeHtml(identity.userText)} @ ${identity.account}</a></li>`,
  );
  return page(context, 'Choose a session', `<ul>${sessions.join('')}</ul>`);
}

export function messagePage(context: Context, title: string): Answer {
  return page(context, title, '');
}

function page(context: Context, title: string, content: string): Answer {
  const body = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="stylesheet" href="/stand-in/sign-in.css"></head>
<body><div id="__next"><main class="card"><h1>${title}</h1>${content}</main></div></body></html>`;
  return html(body, { 'content-security-policy': signInPolicy(context.partition.consoleHost, 'none') });
}
